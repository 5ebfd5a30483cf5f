// A report as CSV: RFC 4180, UTF-8 with a byte order mark; in a practice vault every row says so.
import { csvLine } from '../../../shared/text/csv.ts'
import { TRAINING, TRAINING_CELL, trainingCells } from '../../../shared/text/practice.ts'

/** The whole file. */
export function csvFile(
  heads: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  practice: boolean,
): string {
  const lines = rows.map((row) => csvLine(trainingCells<string | number | null>(practice, TRAINING_CELL, row)))
  return `\uFEFF${csvLine(trainingCells(practice, TRAINING, heads))}${lines.join('')}`
}
