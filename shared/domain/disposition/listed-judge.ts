// How the entries of the lists stand to the requests and holds of the vault (Gov. Code 34090: “no longer required”; law.md §3.2).
import type { HoldId, RequestId } from '../id.ts'
import type { LocalDate } from '../time.ts'
import {
  entryName,
  type ListedAnswer,
  type ListedComparison,
  type ListedEntry,
  type ListedRow,
  type ListKind,
} from './listed.ts'
import { nameKey, namesNumber, numberKey } from './listed-number.ts'

/** A request as lists know it. `numbers`: what the portal calls it; its own number only where the portal gave it none. */
export interface ListedRequest {
  readonly id: RequestId
  readonly numbers: readonly string[]
  /** It, or the request that answers it, is not closed. */
  readonly open: boolean
  readonly closedOn: LocalDate | null
  readonly receivedOn: LocalDate
}

/** A standing hold that is not that of a request. */
export interface ListedHold {
  readonly id: HoldId
  readonly label: string
  readonly matter: string
}

/** What the vault knows. `answered`: what was said of an entry and counts on this day. */
export interface ListedKnown {
  readonly requests: readonly ListedRequest[]
  readonly holds: readonly ListedHold[]
  readonly answered: (key: ListedRow['key']) => ListedAnswer | null
}

/** A list to be compared: an entry with the key by which answers name it, and the day that the list is of. */
export interface ListToCompare {
  readonly kind: ListKind
  readonly datedOn: LocalDate
  readonly entries: readonly (ListedEntry & { readonly key: ListedRow['key'] })[]
}

/** Compares the lists with what the vault knows. */
export function compareListed(lists: readonly ListToCompare[], known: ListedKnown): ListedComparison {
  const byNumber = Map.groupBy(
    known.requests.flatMap((request) => request.numbers.map((number) => ({ key: numberKey(number), request }))),
    ({ key }) => key,
  )
  const rows = new Map<string, ListedRow>()
  const seen = new Set<RequestId>()
  const held = new Set<string>()
  let closedInList = 0
  for (const { entries, datedOn } of lists) {
    for (const entry of entries) {
      const own = (byNumber.get(numberKey(entry.number)) ?? []).map(({ request }) => request)
      for (const { id } of own) seen.add(id)
      if (entry.closed) {
        closedInList += 1
        continue
      }
      const row = entry.kind === 'claims' ? claimRow(entry, known.holds) : requestRow(entry, own, datedOn)
      if (row.standing === 'held' && row.kind === 'open-requests') held.add(row.key)
      else rows.set(row.key, answeredRow({ ...row, answer: null, open: false }, known))
    }
  }
  const dated = lists.find(({ kind }) => kind === 'open-requests')?.datedOn
  return {
    rows: [...rows.values()].sort((one, other) => Number(other.open) - Number(one.open)),
    held: held.size,
    closedInList,
    notListed: known.requests.flatMap(({ id, open, receivedOn }) =>
      open && dated !== undefined && receivedOn <= dated && !seen.has(id) ? [id] : [],
    ),
  }
}

type Entry = ListToCompare['entries'][number]
type Judged = Pick<ListedRow, 'kind' | 'key' | 'number' | 'words' | 'standing' | 'here'>

function requestRow(entry: Entry, own: readonly ListedRequest[], datedOn: LocalDate): Judged {
  const { kind, key, number, words } = entry
  const said = { kind, key, number, words }
  const here = own.map(({ id }) => id).join(', ')
  if (own.some(({ open }) => open)) return { ...said, standing: 'held', here }
  if (own.length === 0) return { ...said, standing: 'unknown', here: '' }
  const since = own.every(({ closedOn }) => closedOn !== null && closedOn >= datedOn)
  return { ...said, standing: since ? 'closed-since' : 'closed-here', here }
}

function claimRow(entry: Entry, holds: readonly ListedHold[]): Judged {
  const { kind, key, number, words } = entry
  const said = { kind, key, number, words }
  const own = holds.find((hold) => namesClaim(hold, entry))
  return own === undefined ? { ...said, standing: 'no-hold', here: '' } : { ...said, standing: 'held', here: own.label }
}

/** Whether a hold bears the name of a claim, of two words at least, or its number. */
function namesClaim({ label, matter }: ListedHold, { number, names }: Pick<Entry, 'number' | 'names'>): boolean {
  const said = [nameKey(number), ...names.map(nameKey).filter((name) => name.includes(' '))]
  return [label, matter].some(
    (text) => (nameKey(text) !== '' && said.includes(nameKey(text))) || namesNumber(text, number),
  )
}

/** A row with what was said of it. An answer that names a hold counts while that hold stands. */
function answeredRow(row: ListedRow, { answered, holds }: ListedKnown): ListedRow {
  if (row.standing === 'held' || row.standing === 'closed-since') return row
  const answer = answered(row.key)
  if (answer === null) return { ...row, open: true }
  if (answer.hold === null) return { ...row, answer }
  const hold = holds.find(({ id }) => id === answer.hold)
  return hold === undefined ? { ...row, open: true } : { ...row, answer, here: hold.label }
}

const NAMED = 5

/** What must be answered before anything is approved or destroyed, in sentences; none where nothing must. */
export function listedMissing({ rows }: ListedComparison): string[] {
  const told = (standing: ListedRow['standing'], one: string, many: string, next: string) => {
    const some = rows.filter((row) => row.open && row.standing === standing)
    return some.length === 0 ? [] : [`${some.length === 1 ? one : `${some.length} ${many}`}: ${named(some)}. ${next}`]
  }
  return [
    ...told(
      'unknown',
      'An entry of the list of open requests is not known here',
      'entries of the list of open requests are not known here',
      'Enter each under Requests, so that it holds, or say that it concerns nothing kept here.',
    ),
    ...told(
      'closed-here',
      'A request that the list calls open was closed here before the day of the list',
      'requests that the list calls open were closed here before the day of the list',
      'Reopen each, or say that it concerns nothing kept here any more.',
    ),
    ...told(
      'no-hold',
      'An entry of the list of claims is under no hold here',
      'entries of the list of claims are under no hold here',
      'Place a hold for each, say which hold covers it, or say that it concerns nothing kept here.',
    ),
  ]
}

/** What is told of the lists, and stands in the way of nothing. */
export function listedTold({ rows, notListed }: ListedComparison): string[] {
  const since = rows.filter(({ standing }) => standing === 'closed-since')
  return [
    ...(since.length === 0 ? [] : [`Closed here since the day of the list of open requests: ${named(since)}.`]),
    ...(notListed.length === 0
      ? []
      : [
          `Open here, and not in the list of open requests: ${some(notListed)}. They hold all the same; the list may be old, filtered, or of another system.`,
        ]),
  ]
}

function named(rows: readonly ListedRow[]): string {
  return some(rows.map(entryName))
}

/** The first names, and how many more. */
function some(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : ''
  return `${names.slice(0, NAMED).join(', ')}${more}`
}
