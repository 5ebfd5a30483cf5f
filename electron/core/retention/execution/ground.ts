// The ground on which a run of records is destroyed: whatever anybody does between two runs moves it, and then it is looked at anew.
import type { Driver } from '../../vault/catalog/driver.ts'
import { latestOther } from '../../vault/repository/destruction-work.ts'
import { subjectsAfter } from '../../vault/repository/plan.ts'
import { packagesOfRecords } from '../../vault/repository/record-packages.ts'
import { dayFinder } from '../days.ts'
import { findMany } from '../hold-search.ts'
import { readThreads } from '../read-threads.ts'
import { holdsStanding } from '../standing-holds.ts'
import { nextTurn } from '../turn.ts'

const CHUNK = 5000

/** Number of the ledger's newest entry that is not of a destruction itself: every command has one. */
export function groundOf(db: Driver): number {
  return latestOther(db)
}

/** The packages that hold a record under a hold or request, by itself or by its thread. */
export async function heldPackages(db: Driver, folder: string, zone: string, signal: AbortSignal): Promise<string[]> {
  const holds = holdsStanding(db, dayFinder(zone), findMany(db, folder, signal).finder)
  const threads = await readThreads(db, holds, zone, signal)
  const packages = new Set<string>()
  for (let run = subjectsAfter(db, Number.MIN_SAFE_INTEGER, CHUNK); run.length > 0; ) {
    await nextTurn(signal)
    const over = holds.over(run)
    const held = run.filter((row) => over(row).length > 0 || (threads(row.id)?.holds.length ?? 0) > 0)
    for (const one of packagesOfRecords(
      db,
      held.map(({ id }) => id),
    ).keys())
      packages.add(one)
    run = subjectsAfter(db, run.at(-1)?.id ?? Number.MAX_SAFE_INTEGER, CHUNK)
  }
  return [...packages]
}
