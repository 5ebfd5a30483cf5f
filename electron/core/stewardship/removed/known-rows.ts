// Which rows of a log that is taken in stand in the vault's log already: the same again, or the same removal in other words.
import type { RemovedEntry } from '../../../../shared/contract/removed.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { Removal } from '../../../../shared/domain/office/removal.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { stewardWordings } from '../../vault/repository/office/steward.ts'
import { csvFile } from '../csv.ts'
import { logColumns } from './columns.ts'
import { removedEntries } from './entries.ts'
import { type LogRow, readLog } from './read-table.ts'
import { logFacts } from './report.ts'

export interface KnownRows {
  /** What the log does not say yet. */
  readonly rows: readonly LogRow[]
  /** How many rows it says already. */
  readonly known: number
  /** Rows that it says in other words, each as a sentence. */
  readonly changed: readonly string[]
}

/** What a row or an entry says, under the names by which a person knows it. */
const TOLD = {
  posted: 'when it was posted',
  shownUntil: 'when it was seen last',
  removed: 'when it was removed',
  thread: 'the page or thread',
  author: 'the author',
  by: 'who removed it',
  action: 'what was done on the platform',
  guidelineWords: 'the guideline',
  reason: 'the reason',
  viewpoint: 'the viewpoint',
  decidedBy: 'who decided',
  copy: 'the copy',
  missing: 'what is not available',
} as const

/** An entry in one of its wordings, as its row of the log would be read. */
interface Wording extends LogRow {
  readonly entry: number
}

/**
 * Parts rows from those that stand in the log already. Each entry answers for one row: a log in which a row stands twice is the log of two removals.
 * @param rows as {@link readLog} gives them
 */
export function withoutKnown(db: Driver, folder: string, rows: readonly LogRow[], zone: string): KnownRows {
  const wordings = wordingsAsRows(db, folder, zone)
  const bySame = Map.groupBy(wordings, sameKey)
  const taken = new Set<number>()
  const take = (found: readonly Wording[] | undefined) => {
    const one = found?.find(({ entry }) => !taken.has(entry))
    if (one !== undefined) taken.add(one.entry)
    return one
  }
  const others = rows.filter((row) => take(bySame.get(sameKey(row))) === undefined)
  const byEvent = Map.groupBy(
    wordings.flatMap((one) => eventKeys(one).map((key) => ({ key, one }))),
    ({ key }) => key,
  )
  const fresh: LogRow[] = []
  const changed: string[] = []
  for (const row of others) {
    const found = eventKeys(row).flatMap((key) => (byEvent.get(key) ?? []).map(({ one }) => one))
    const one = take(found)
    if (one === undefined) fresh.push(row)
    else changed.push(changedSentence(row, one))
  }
  return { rows: fresh, known: rows.length - others.length, changed }
}

/** Every wording that an entry has had: what was taken in and worded anew since is known, too. */
function wordingsAsRows(db: Driver, folder: string, zone: string): readonly Wording[] {
  const said = stewardWordings(db, 'removal')
  const told: RemovedEntry[] = removedEntries(db, folder).flatMap((entry) =>
    (said.get(entry.id) ?? []).map((words) => ({ ...entry, said: Removal.parse(words) })).reverse(),
  )
  const facts = logFacts(db, zone)
  const cells = told.map((entry) => logColumns.map(({ value }) => value(entry, facts)))
  const csv = csvFile(
    logColumns.map(({ title }) => title),
    cells,
    false,
  )
  const read = readLog(csv, null, { accounts: listAccounts(db), zone })
  return read.rows.flatMap((row) => {
    const entry = told[row.line - FIRST_LINE]
    return entry === undefined ? [] : [{ ...row, entry: entry.id }]
  })
}

/** The line of a table that follows its headings. */
const FIRST_LINE = 2

function sameKey({ account, said }: LogRow): string {
  return JSON.stringify([account, said.kind, ...toldOf(said).map(([, value]) => value)])
}

function toldOf(said: Removal): readonly (readonly [words: string, value: string])[] {
  const missing = Object.entries(said.missing).sort(([one], [other]) => (one < other ? -1 : 1))
  return [
    [TOLD.posted, said.posted ?? ''],
    [TOLD.shownUntil, said.shownUntil ?? ''],
    [TOLD.removed, said.removed ?? ''],
    [TOLD.thread, said.thread],
    [TOLD.author, said.author],
    [TOLD.by, said.by],
    [TOLD.action, said.action ?? ''],
    [TOLD.guidelineWords, said.guidelineWords],
    [TOLD.reason, said.reason],
    [TOLD.viewpoint, said.viewpoint],
    [TOLD.decidedBy, said.decidedBy],
    [TOLD.copy, said.copy],
    [TOLD.missing, JSON.stringify(missing)],
  ]
}

/** By what a removal is known again: when it was posted or removed, together with where, or of whom. */
function eventKeys({ account, said }: LogRow): string[] {
  const when = [said.removed && `removed ${said.removed}`, said.posted && `posted ${said.posted}`]
  const where = [said.thread && `thread ${said.thread}`, said.author && `author ${said.author}`]
  return when.flatMap((moment) =>
    where.flatMap((place) =>
      moment && place ? [JSON.stringify([accountKey(account), said.kind, moment, place])] : [],
    ),
  )
}

const accountKey = (account: AccountId | null) => account ?? 0

function changedSentence(row: LogRow, one: Wording): string {
  const before = new Map(toldOf(one.said))
  const differs = toldOf(row.said).flatMap(([words, value]) => (before.get(words) === value ? [] : [words]))
  return `Line ${row.line} is entry ${one.entry} of the log in other words: ${differs.join(', ')}. It was not taken in; where the table is right, change entry ${one.entry}.`
}
