// Tables that were kept elsewhere: their rows, and what each column is taken for, by its heading or by what a person says.
import { parse } from 'csv-parse/sync'
import { MunimentError } from '../../../shared/contract/error.ts'
import { plainCell } from '../../../shared/text/csv.ts'

/** The fields that a column can be taken for, each with the headings that mean it. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>

/** A table as read. `columns`: what each was taken for. */
export interface ReadTable<Field extends string> {
  readonly headings: readonly string[]
  readonly columns: readonly (Field | null)[]
  readonly lines: readonly (readonly string[])[]
}

/**
 * Reads a table with a line of headings.
 * @param said what each column is; null tells it from the headings
 * @throws MunimentError INPUT_INVALID where it is no table, or a column is no field
 */
export function readTable<Field extends string>(
  csv: string,
  said: readonly (string | null)[] | null,
  fields: Headings<Field>,
): ReadTable<Field> {
  const [headings = [], ...lines] = rowsOf(csv)
  const columns = headings.map((heading, place) =>
    said === null ? byHeading(heading, fields) : byName(said[place] ?? null, fields),
  )
  return { headings, columns, lines }
}

function rowsOf(csv: string): string[][] {
  try {
    const rows: string[][] = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true })
    return rows.map((row) => row.map(plainCell))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new MunimentError('INPUT_INVALID', `The file is no table: ${why}. Nothing was taken in.`, { cause: error })
  }
}

function byHeading<Field extends string>(heading: string, fields: Headings<Field>): Field | null {
  const plain = heading.trim().toLowerCase().replace(/\s+/g, ' ')
  const all = Object.keys(fields).filter((field): field is Field => Object.hasOwn(fields, field))
  return all.find((field) => field.toLowerCase() === plain || fields[field].includes(plain)) ?? null
}

function byName<Field extends string>(name: string | null, fields: Headings<Field>): Field | null {
  if (name === null || name === '-') return null
  const field = Object.keys(fields).find((one): one is Field => one === name)
  if (field !== undefined) return field
  const all = Object.keys(fields).join(', ')
  throw new MunimentError('INPUT_INVALID', `“${name}” is no field: there are ${all}. Nothing was taken in.`)
}
