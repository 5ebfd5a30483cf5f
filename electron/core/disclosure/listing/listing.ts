// A list of records as it is handed out: what a search finds, in the order of the list, each record on one line.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { RecordRow } from '../../../../shared/domain/record/record.ts'
import type { RecordOrder } from '../../../../shared/domain/record/record-list.ts'
import { foundWords } from '../../../../shared/text/matches.ts'
import { standIn } from '../../../../shared/text/stand-in.ts'
import type { JobContext } from '../../job/define.ts'
import { compileSearch, type Search } from '../../search/find.ts'
import { type Key, orderFor, pageInOrder } from '../../search/order.ts'
import { outline } from '../../search/outline.ts'
import { readVaultFile } from '../../vault/about.ts'
import { wholeRows } from '../../vault/record/read.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { isPractice } from '../../vault/repository/practice.ts'

/** Records read at a time: their texts stay in memory for as long. */
const PAGE = 500

/** A record with the account that it belongs to. */
export interface Listed extends RecordRow {
  readonly platform: string
  readonly handle: string
  /** The words of the search that it has. */
  readonly words: readonly string[]
}

export interface Listing {
  readonly city: string
  readonly zone: string
  /** What was searched for, in words. */
  readonly explained: string
  readonly search: Search
  readonly order: RecordOrder
  /** Whether it is the list of a practice vault, and says so in every row. */
  readonly practice: boolean
}

/**
 * Makes ready to list what a search finds, as the room shows it.
 * @param live whether the last word may still go on, as it does in the room
 * @throws MunimentError INPUT_INVALID where the search is not understood whole
 */
export function openListing({ db, folder }: JobContext, text: string, live: boolean, order: RecordOrder): Listing {
  const search = compileSearch(db, folder, text, { live, everyday: true })
  if (search.problems.length > 0) {
    throw new MunimentError(
      'INPUT_INVALID',
      `This search is not understood: ${search.problems.join(' ')} Nothing was written.`,
    )
  }
  const { city, zone } = readVaultFile(folder)
  return { city, zone, explained: search.explained, search, order, practice: isPractice(db) }
}

/** The lines in order; between pages a cancellation is heard and the progress told. */
export async function* listed(context: JobContext, listing: Listing, total: number): AsyncGenerator<Listed> {
  const { db, signal } = context
  const { terms } = listing.search
  const accounts = new Map(listAccounts(db).map((account) => [account.id, account]))
  let done = 0
  for await (const ids of pagesOf(context, listing)) {
    signal.throwIfAborted()
    for (const row of wholeRows(db, ids)) {
      const { platform = '', handle = '' } = accounts.get(row.account) ?? {}
      const text = standIn(row) ?? row.text
      yield { ...row, text, platform, handle, words: foundWords(row.text, terms) }
    }
    done += ids.length
    context.progress({ stage: 'writing', done, total, unit: 'records' })
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** By time a list is read page after page; any other order is walked over once, for each of its pages costs as much as all. */
async function* pagesOf({ db, signal }: JobContext, { search, order }: Listing): AsyncGenerator<readonly number[]> {
  const chosen = orderFor(search, order)
  if (chosen !== 'newest' && chosen !== 'oldest') {
    const { anchors } = await outline(db, search, 1, signal, chosen)
    for (let from = 0; from < anchors.length; from += PAGE) yield anchors.slice(from, from + PAGE)
    return
  }
  let after: Key | null = null
  do {
    const keys: readonly Key[] = pageInOrder(db, search, chosen, after, PAGE)
    yield keys.map(({ id }) => id)
    after = keys.length < PAGE ? null : (keys.at(-1) ?? null)
  } while (after !== null)
}
