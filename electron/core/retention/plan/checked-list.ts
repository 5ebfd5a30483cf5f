// The lists that a plan is checked against, as they stood: kept in the vault with their digest and number of rows, and read again to be compared.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { CheckedList } from '../../../../shared/domain/disposition/disposition.ts'
import type { ListKind } from '../../../../shared/domain/disposition/listed.ts'
import type { ListToCompare } from '../../../../shared/domain/disposition/listed-judge.ts'
import { nameKey, numberKey } from '../../../../shared/domain/disposition/listed-number.ts'
import { type ReadList, readListed } from '../../../../shared/domain/disposition/listed-read.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { existsSync, readFileSync } from '../../vault/cipher/fs.ts'
import { digestOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import type { PutObject } from '../../vault/objects/put.ts'
import { putBytes } from '../../vault/objects/put-bytes.ts'

/** A list with the object that it became. */
export interface KeptList {
  readonly checked: CheckedList
  readonly object: PutObject
}

/** A list as it is given; `numberColumn`: the heading of the column that holds its numbers, where somebody said it. */
export interface GivenFile {
  readonly name: string
  readonly csv: string
  readonly datedOn: LocalDate | null
  readonly numberColumn: string | null
}

/**
 * Keeps a list. Its first row is its header; blank rows do not count.
 * @param today the day that a list without a day of its own is of
 * @throws MunimentError INPUT_INVALID when it is not CSV, holds no header, or has no column that is known to hold its numbers
 */
export function keepList(folder: string, kind: ListKind, list: GivenFile | null, today: LocalDate): KeptList | null {
  if (list === null) return null
  const { name, csv, datedOn, numberColumn } = list
  const table = tableOf(name, csv)
  const read = readListed(kind, table, numberColumn)
  if ('headings' in read) throw unread(kind, list, read.headings)
  const object = putBytes(folder, Buffer.from(csv), 'announced')
  const said = numberColumn === null ? {} : { numberIn: numberColumn }
  const checked = { name, digest: digestOf(object.digest), rows: table.length - 1, datedOn: datedOn ?? today, ...said }
  return { checked, object }
}

/** How a list is read: its headings, and what came of it. @throws MunimentError INPUT_INVALID when it is not CSV, or holds no header */
export function readGiven(kind: ListKind, { name, csv, numberColumn }: Omit<GivenFile, 'datedOn'>) {
  const table = tableOf(name, csv)
  return { headings: table[0] ?? [], rows: table.length - 1, read: readListed(kind, table, numberColumn) }
}

/**
 * A kept list, to be compared: each entry with the digest of its kind, number and words, by which an answer names it.
 * @returns null where the vault does not have it any more as it was, or nobody knows which column holds its numbers
 */
export function listToCompare(folder: string, kind: ListKind, list: CheckedList): ListToCompare | null {
  const path = join(folder, objectPath(list.digest))
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  if (createHash('sha256').update(bytes).digest('hex') !== list.digest) return null
  const read = readListed(kind, tableOf(list.name, bytes.toString()), list.numberIn ?? null)
  return 'headings' in read ? null : { kind, datedOn: list.datedOn, entries: read.entries.map(withKey) }
}

function withKey(entry: ReadList['entries'][number]) {
  const { kind, number, words } = entry
  const said = JSON.stringify([kind, numberKey(number), nameKey(words)])
  return { ...entry, key: digestOf(createHash('sha256').update(said).digest()) }
}

/** The rows of a list that are not blank; columns are told apart by what its first line has most of. */
function tableOf(name: string, csv: string): string[][] {
  const first = /^[^\r\n]*/.exec(csv)?.[0] ?? ''
  const delimiter = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  const rows = parsed(name, csv, delimiter).filter((cells) => cells.some((cell) => cell !== ''))
  if (rows.length === 0) throw notAList(name, 'it is empty; a list without entries still has its header')
  return rows
}

function parsed(name: string, csv: string, delimiter: string): string[][] {
  try {
    return parse(csv, { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    throw notAList(name, error instanceof Error ? error.message : String(error))
  }
}

function notAList(name: string, why: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${name} cannot be read as a list (CSV): ${why}. Nothing was changed.`)
}

const NUMBERS_OF = {
  'open-requests': 'the numbers of requests',
  claims: 'the numbers or the names of claims',
} as const satisfies Record<ListKind, string>

function unread(kind: ListKind, { name, numberColumn }: GivenFile, headings: readonly string[]): MunimentError {
  const why =
    numberColumn === null
      ? `has no column that is known to hold ${NUMBERS_OF[kind]}`
      : `has no column “${numberColumn}”`
  return new MunimentError(
    'INPUT_INVALID',
    `${name} ${why}; its columns are ${headings.map((one) => `“${one}”`).join(', ')}. Nothing was changed; say which column holds the numbers.`,
  )
}
