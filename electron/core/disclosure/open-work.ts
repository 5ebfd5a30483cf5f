// What is open in the vault at one moment, for the one who takes over.
import type { OpenWork } from '../../../shared/domain/people/handover.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { digestOf } from '../vault/hex.ts'
import { ledgerHead } from '../vault/ledger/ledger.ts'
import {
  accountsOfLiaison,
  countNotes,
  peopleWithKeys,
  unfinishedPackets,
} from '../vault/repository/account/handover.ts'
import { standingHolds } from '../vault/repository/disposition/hold.ts'
import { listPlans } from '../vault/repository/disposition/plan.ts'
import { listJobs } from '../vault/repository/job.ts'
import { listRequests } from '../vault/repository/request/request.ts'
import { setting } from '../vault/repository/setting.ts'
import { summaryCounts } from '../vault/repository/summary.ts'
import { cityCalendar } from './city-calendar.ts'
import { clocksIn } from './clocks.ts'

const PLANS_SHOWN = 5

/**
 * Gathers what is open.
 * @param name of the one who hands over; null shows nobody's accounts
 */
export function openWork(db: Driver, folder: string, name: string | null, asOf: Instant): OpenWork {
  const head = ledgerHead(db)
  return {
    asOf,
    requests: openRequests(db, folder),
    holds: standingHolds(db).map(({ hold, records }) => ({
      ...{ id: hold.id, label: hold.label, basis: hold.basis, orderedBy: hold.orderedBy, records },
    })),
    packets: unfinishedPackets(db),
    notes: countNotes(db),
    purgeReports: listPlans(db)
      .slice(0, PLANS_SHOWN)
      .map(({ id, asOf, eligible }) => ({ id, asOf, eligible })),
    jobs: listJobs(db, 200)
      .filter(({ state }) => state === 'interrupted')
      .map(({ kind, label }) => ({ kind, label })),
    untagged: summaryCounts(db).untagged,
    accounts: name === null ? [] : accountsOfLiaison(db, name),
    keys: { signing: peopleWithKeys(db), removal: setting(db, 'removal_key') !== null },
    ledger: { entries: head.seq, head: head.seq === 0 ? null : digestOf(head.hash) },
  }
}

/** Requests that are not closed, with their next date; one without a date first: it may be due at any time. */
function openRequests(db: Driver, folder: string): OpenWork['requests'] {
  const calendar = cityCalendar(db, folder)
  return listRequests(db)
    .filter(({ state }) => state !== 'closed')
    .map(({ id, requester, receivedOn, immediateDisclosure }) => {
      const [first] = clocksIn(calendar, { receivedOn, immediateDisclosure, determinedOn: null }).dates
      return { id, requester, receivedOn, duty: first?.duty ?? null, due: first?.due ?? null }
    })
    .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
}
