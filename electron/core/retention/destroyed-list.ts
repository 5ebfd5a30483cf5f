// What a destruction destroyed as a table (CSV), written for whoever keeps it and read again where a backup is restored.
import { parse } from 'csv-parse/sync'
import type { DestroyedFile, Tombstone } from '../../../shared/domain/disposition/destruction.ts'
import { csvCell, plainCell } from '../../../shared/text/csv.ts'

const COLUMNS = ['What', 'Record', 'Account', 'Kind', 'Native id', 'Series', 'Eligible on', 'File', 'Begun']
/** Behind them, since it is kept: lists of before have no such column. */
const CUTOFF = 'Cutoff'
const RECORD = 'record'
const OFFICE_FILE = 'file of the office'

/** Numbers stand behind this mark, so that a spreadsheet takes them for text: it would round those of more than fifteen digits. */
const MARK = '#'

/** What is written of a destruction. */
export interface Gone {
  readonly destroyed: readonly Pick<
    Tombstone,
    'recordId' | 'account' | 'kind' | 'nativeId' | 'series' | 'cutoff' | 'eligibleOn'
  >[]
  readonly files: readonly Pick<DestroyedFile, 'kind' | 'id' | 'series' | 'openedAt'>[]
}

/** The table: a line for each record, then one for each file of the office (RFC 4180, UTF-8 with a mark). */
export function destroyedCsv({ destroyed, files }: Gone): string {
  const lines = [
    [...COLUMNS, CUTOFF],
    ...destroyed.map(({ recordId, account, kind, nativeId, series, cutoff = '', eligibleOn }) => [
      ...[RECORD, `${MARK}${recordId}`, account, kind, `${MARK}${nativeId}`, series, eligibleOn, '', '', cutoff],
    ]),
    ...files.map(({ kind, id, series, openedAt }) => [
      ...[OFFICE_FILE, '', '', kind, '', series, '', `${MARK}${id}`, new Date(openedAt).toISOString(), ''],
    ]),
  ]
  return `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

/**
 * The lines of such a table as the members of a list of what was destroyed, still to be checked by its schema.
 * @returns a sentence's end where it is no such table: what is wrong with it
 */
export function readDestroyedCsv(text: string): { readonly destroyed: object[]; readonly files: object[] } | string {
  const rows = rowsOf(text)
  const [head = []] = rows
  if (head.includes('Verdict')) {
    return 'is the list of a purge plan, which says what might be destroyed and not what was: what stayed on that day would be destroyed by it. Give the list of the certificate (“muniment purge destroyed NUMBER --csv FILE”).'
  }
  const place = new Map(head.map((title, index) => [title, index]))
  if (!COLUMNS.every((title) => place.has(title)))
    return 'is no list of what was destroyed: it lacks some of its columns.'
  const gone = { destroyed: Array.of<object>(), files: Array.of<object>() }
  for (const [line, row] of rows.slice(1).entries()) {
    const cell = (title: string) => plainCell(row[place.get(title) ?? -1] ?? '')
    const number = (title: string) => cell(title).replace(MARK, '')
    if (cell('What') === RECORD && cell('Record').startsWith(MARK) && cell('Native id').startsWith(MARK)) {
      const [recordId, nativeId] = [Number(number('Record')), number('Native id')]
      gone.destroyed.push({ recordId, nativeId, account: cell('Account'), kind: cell('Kind') })
    } else if (cell('What') === OFFICE_FILE && cell('File').startsWith(MARK)) {
      gone.files.push({ kind: cell('Kind'), id: number('File'), openedAt: Date.parse(cell('Begun')) })
    } else return `is not as it was written: its line ${line + 2} names nothing that is known.`
  }
  return gone
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch {
    return []
  }
}
