// Owns repairing a parsed element of Meta's exports: every text and every key, once (formats.md §1).
import { repairMojibake } from '../../../../shared/text/mojibake.ts'

/** The value with its texts and keys repaired; deeper than the JSON splitter allows it never is. */
export function repaired(value: unknown): unknown {
  if (typeof value === 'string') return repairMojibake(value)
  if (Array.isArray(value)) return value.map(repaired)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [repairMojibake(key), repaired(inner)]))
}
