// The counts of what this office decided by hand, in memory only and for one connection: brought up to date with the catalog before
// each use, a little at a time, so that whoever else asks this reader is answered between. What was destroyed, withdrawn, locked or
// restricted is taken out of the counts again, and no word of it is kept anywhere else.
import { setImmediate } from 'node:timers/promises'
import { type Counts, count, type Example, noCounts, uncount } from '../../../../shared/domain/classify/naive-bayes.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { type Candidate, recordsForRules } from '../../vault/repository/retention/classification.ts'
import { handDecisions } from '../../vault/repository/retention/decision.ts'
import { featuresOf } from './suggest.ts'

/** So many of the newest decisions are counted: an office's habits of some months. */
const NEWEST = 20_000
/** Records read between two turns: some milliseconds. */
const STEP = 250

interface Counted extends Example {
  readonly account: string
  readonly kind: string
  readonly text: string
}

interface Book {
  readonly counts: Counts
  readonly records: Map<number, Counted>
  /** The state of the catalog that the counts follow. */
  state: unknown
  /** The bringing up to date that is under way. */
  following: Promise<void> | null
}

const books = new WeakMap<Driver, Book>()

/** The counts of the newest decisions by hand that stand now. */
export async function countsOfDecisions(db: Driver): Promise<Counts> {
  const book = books.get(db) ?? { counts: noCounts(), records: new Map(), state: null, following: null }
  books.set(db, book)
  while (book.following !== null) await book.following
  // Changes with every commit of another connection, and only then.
  const state = db.pragma('data_version')
  if (state !== book.state) {
    book.following = follow(db, book)
      .then(() => {
        book.state = state
      })
      .finally(() => {
        book.following = null
      })
    await book.following
  }
  return book.counts
}

async function follow(db: Driver, { counts, records }: Book): Promise<void> {
  const series = new Map<number, string>(handDecisions(db, NEWEST).map((one) => [one.record, one.series]))
  for (const [record, known] of records) {
    if (series.get(record) === known.series) continue
    uncount(counts, known)
    records.delete(record)
  }
  const ids = [...series.keys()]
  for (let at = 0; at < ids.length; at += STEP) {
    const wanted = ids.slice(at, at + STEP)
    const found = new Map<number, Candidate>(recordsForRules(db, wanted).map((record) => [record.id, record]))
    for (const id of wanted) renew({ counts, records }, id, series.get(id), found.get(id))
    await setImmediate()
  }
}

/** Counts a record anew where what it has is another than before; one that is gone is no longer counted. */
function renew(
  { counts, records }: Pick<Book, 'counts' | 'records'>,
  id: number,
  series: string | undefined,
  found: Candidate | undefined,
): void {
  const known = records.get(id)
  const { account, kind, text } = found ?? {}
  if (known && known.account === account && known.kind === kind && known.text === text) return
  if (known) uncount(counts, known)
  records.delete(id)
  if (found === undefined || series === undefined) return
  const counted = { series, features: featuresOf(found), account: found.account, kind: found.kind, text: found.text }
  count(counts, counted)
  records.set(id, counted)
}
