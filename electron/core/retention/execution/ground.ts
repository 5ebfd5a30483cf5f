// The ground on which a run of records is destroyed: whatever anybody does between two runs moves it, and then it is looked at anew.

import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { endedRequests } from '../../vault/office/request-until.ts'
import { latestOther } from '../../vault/repository/disposition/destruction-work.ts'
import { dayFinder } from '../days.ts'
import { findMany } from '../hold/hold-search.ts'
import { holdsStanding } from '../hold/standing-holds.ts'
import { packagesHeld, packagesOver } from '../plan/packages.ts'
import { readThreads } from '../thread/read-threads.ts'

/** Number of the ledger's newest entry that is not of a destruction itself: every command has one. */
export function groundOf(db: Driver): number {
  return latestOther(db)
}

/** The packages that hold a record under a hold or request on a day, by itself or by its thread, and how many each. */
export async function heldPackages(
  db: Driver,
  folder: string,
  { zone, today }: { readonly zone: string; readonly today: LocalDate },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const ended = endedRequests(db, zone, today)
  const holds = holdsStanding(db, dayFinder(zone), findMany(db, folder, signal).finder, ended)
  const threads = await readThreads(db, holds, zone, signal)
  return packagesHeld(db, { holds, threads, over: packagesOver(db) }, signal)
}
