// A list of records as it is handed out: what a search finds, in the order of the list, each record on one line.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { JobContext } from '../../job/define.ts'
import { compileSearch, pageOfIds, type Search } from '../../search/find.ts'
import { readVaultFile } from '../../vault/about.ts'
import { type WholeRow, wholeRows } from '../../vault/record/read.ts'
import { listAccounts } from '../../vault/repository/people.ts'
import { isPractice } from '../../vault/repository/practice.ts'

/** Records read at a time: their texts stay in memory for as long. */
const PAGE = 500

/** A record with the account that it belongs to. */
export interface Listed extends WholeRow {
  readonly platform: string
  readonly handle: string
}

export interface Listing {
  readonly city: string
  readonly zone: string
  /** What was searched for, in words. */
  readonly explained: string
  readonly search: Search
  /** Whether it is the list of a practice vault, and says so in every row. */
  readonly practice: boolean
}

/**
 * Makes ready to list what a search finds, as the room shows it.
 * @param live whether the last word may still go on, as it does in the room
 * @throws MunimentError INPUT_INVALID where the search is not understood whole
 */
export function openListing({ db, folder }: JobContext, text: string, live: boolean): Listing {
  const search = compileSearch(db, folder, text, { live, everyday: true })
  if (search.problems.length > 0) {
    throw new MunimentError(
      'INPUT_INVALID',
      `This search is not understood: ${search.problems.join(' ')} Nothing was written.`,
    )
  }
  const { city, zone } = readVaultFile(folder)
  return { city, zone, explained: search.explained, search, practice: isPractice(db) }
}

/** The lines, newest first; between pages a cancellation is heard and the progress told. */
export async function* listed(context: JobContext, { search }: Listing, total: number): AsyncGenerator<Listed> {
  const { db, signal } = context
  const accounts = new Map(listAccounts(db).map((account) => [account.id, account]))
  let before: number | null = null
  let done = 0
  for (;;) {
    signal.throwIfAborted()
    const ids: readonly number[] = pageOfIds(db, search, before, PAGE)
    for (const row of wholeRows(db, ids)) {
      const { platform = '', handle = '' } = accounts.get(row.account) ?? {}
      const text = row.locked === null ? row.text : `Locked: ${row.locked}`
      yield { ...row, text, platform, handle }
    }
    done += ids.length
    context.progress({ stage: 'writing', done, total, unit: 'records' })
    before = ids.at(-1) ?? null
    if (ids.length < PAGE) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
