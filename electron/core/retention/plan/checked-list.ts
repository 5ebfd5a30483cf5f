// The lists that a plan is checked against, as they stood: kept in the vault with their digest and number of rows.
import { parse } from 'csv-parse/sync'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { CheckedList } from '../../../../shared/domain/disposition/disposition.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { digestOf } from '../../vault/hex.ts'
import type { PutObject } from '../../vault/objects/put.ts'
import { putBytes } from '../../vault/objects/put-bytes.ts'

/** A list with the object that it became. */
export interface KeptList {
  readonly checked: CheckedList
  readonly object: PutObject
}

/**
 * Keeps a list. Its first row is its header; blank rows do not count.
 * @param today the day that a list without a day of its own is of
 * @throws MunimentError INPUT_INVALID when it is not CSV, or holds no header
 */
export function keepList(
  folder: string,
  list: { readonly name: string; readonly csv: string; readonly datedOn: LocalDate | null } | null,
  today: LocalDate,
): KeptList | null {
  if (list === null) return null
  const rows = rowsOf(list)
  if (rows === 0) throw notAList(list.name, 'it is empty; a list without entries still has its header')
  const object = putBytes(folder, Buffer.from(list.csv), 'announced')
  return {
    checked: { name: list.name, digest: digestOf(object.digest), rows: rows - 1, datedOn: list.datedOn ?? today },
    object,
  }
}

function rowsOf({ name, csv }: { readonly name: string; readonly csv: string }): number {
  try {
    const rows: string[][] = parse(csv, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
    return rows.filter((cells) => cells.some((cell) => cell !== '')).length
  } catch (error) {
    throw notAList(name, error instanceof Error ? error.message : String(error))
  }
}

function notAList(name: string, why: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${name} cannot be read as a list (CSV): ${why}. No plan was made.`)
}
