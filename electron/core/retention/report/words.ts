// Words and cells that the parts of a purge report share.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { excerpt } from '../../../../shared/text/excerpt.ts'
import { authorInWords, kindWord } from '../../../../shared/text/names.ts'
import { standIn } from '../../../../shared/text/stand-in.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { ownIdsOf } from '../../vault/record/own-ids.ts'
import { recordRows } from '../../vault/record/read.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import { dayFinder } from '../days.ts'
import type { Group } from '../plan/tally.ts'

const MOST_TEXT = 80

/** The days of a group: `March 5, 2019 to June 1, 2024`. */
export function period({ from, to }: Group): string {
  if (from === null || to === null) return 'of unknown date'
  return from === to ? `of ${readableDay(from)}` : `from ${readableDay(from)} to ${readableDay(to)}`
}

/** The years of groups: `2018`, `2016 to 2018`; null where none of their records has a date. */
export function yearsOf(groups: Iterable<Group>): string | null {
  const days = Array.from(groups, ({ from, to }) => [from, to])
    .flat()
    .filter((day) => day !== null)
  const years = days.map((day) => Number(day.slice(0, 4)))
  if (years.length === 0) return null
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? `${first}` : `${first} to ${last}`
}

/** At most 80 characters of a text on one line, cut between words where it has any. */
export function shortText(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= MOST_TEXT) return line
  const beginning = excerpt(line, [], MOST_TEXT - 1).text
  const blank = line[beginning.length] === ' ' ? beginning.length : beginning.lastIndexOf(' ')
  return `${beginning.slice(0, blank > MOST_TEXT / 2 ? blank : undefined).replace(/[\s.,;:–-]+$/, '')}…`
}

/** The columns of a list of what may be destroyed. */
export const ELIGIBLE_COLUMNS = [
  { header: 'Record', width: 2.5 },
  { header: 'Local date', width: 1.5 },
  { header: 'Kind', width: 1.35 },
  { header: 'Author', width: 2.05 },
  { header: 'Text', width: 3.5 },
  { header: 'Eligible since', width: 1.7 },
]

/** The columns of a list of what stays. @param why what its last column is headed by */
export function keptColumns(why: string) {
  return [
    { header: 'Record', width: 2.5 },
    { header: 'Local date', width: 1.45 },
    { header: 'Kind', width: 1.35 },
    { header: 'Text', width: 3.4 },
    { header: why, width: 3.8 },
  ]
}

/** A record as the lists show it. */
export interface ListedRecord {
  readonly id: { readonly text: string; readonly mono: true }[]
  readonly day: string
  readonly kind: string
  readonly author: string
  readonly text: string
}

/** What the lists show of records, in the order given. */
export function listedRecords(db: Driver, zone: string, ids: readonly RecordId[]): ListedRecord[] {
  const dayOf = dayFinder(zone)
  const accessions = listAccessions(db)
  const accounts = new Map(
    listAccounts(db).map((account) => [account.id, { ...account, ownIds: ownIdsOf(db, account, accessions) }]),
  )
  const rows = new Map(recordRows(db, ids).map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = rows.get(id)
    const account = row && accounts.get(row.account)
    return {
      id: [{ text: String(id), mono: true }],
      day: (row && dayOf(row.at)) ?? 'unknown',
      kind: row ? kindWord(row.kind) : '',
      author: account ? authorInWords(row.author, account) : '',
      text: (row && standIn(row)) ?? shortText(row?.text ?? ''),
    }
  })
}
