// Everything that holds records at this moment: holds with what they froze and cover, and requests that are not closed.
import { Hold, holdsOver } from '../../../../shared/domain/disposition/hold.ts'
import type { HoldMark } from '../../../../shared/domain/retention/subject.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { frozenBetween, holdingRequests, standingHolds } from '../../vault/repository/disposition/hold.ts'
import type { SubjectRow } from '../../vault/repository/disposition/plan.ts'
import type { DayOf } from '../days.ts'
import { holdSubject } from '../subject.ts'
import { distinctMarks } from './distinct-marks.ts'

/** Whether a search finds a record. */
export type Finder = (search: string, id: number) => boolean

/** What holds in a vault. */
export interface StandingHolds {
  /** Whether anything holds at all. */
  readonly any: boolean
  /** Prepares a run of records in the order of their ids; the answer gives what holds one of them. */
  over(rows: readonly SubjectRow[]): (row: SubjectRow) => HoldMark[]
}

/**
 * @param found the archive's own search, so that a hold covers what the clerk saw
 * @param ended closed requests the retention of whose file has ended: they hold no more
 */
export function holdsStanding(
  db: Driver,
  dayOf: DayOf,
  found: Finder,
  ended: ReadonlySet<string> = new Set(),
): StandingHolds {
  const markOf = new Map<Hold, HoldMark>()
  const frozenBy = new Map<number, HoldMark>()
  for (const { hold, request } of standingHolds(db)) {
    if (request !== null && ended.has(request)) continue
    const mark: HoldMark =
      request === null
        ? { kind: 'hold', id: hold.id, label: hold.label, basis: hold.basis }
        : { kind: 'request', id: request, label: hold.label, basis: hold.basis }
    markOf.set(hold, mark)
    frozenBy.set(hold.id, mark)
  }
  for (const request of holdingRequests(db)) {
    const label = `Request ${request.id}`
    markOf.set(asHold(request, label), { kind: 'request', id: request.id, label, basis: 'records-request' })
  }
  const covering = holdsOver([...markOf.keys()])
  return {
    any: markOf.size > 0,
    over: (rows) => {
      const [first, last] = [rows[0], rows.at(-1)]
      const frozen = first && last && frozenBy.size > 0 ? frozenBetween(db, first.id, last.id) : null
      return (row) => {
        if (markOf.size === 0) return []
        const listed = (frozen?.get(row.id) ?? []).flatMap((hold) => frozenBy.get(hold) ?? [])
        const covered = covering(holdSubject(row, dayOf, (search) => found(search, row.id)))
        if (listed.length + covered.length === 0) return []
        return distinctMarks([...listed, ...covered.flatMap((hold) => markOf.get(hold) ?? [])])
      }
    },
  }
}

type HoldingRequest = ReturnType<typeof holdingRequests>[number]

/** A request as the hold that it is from its receipt: its accounts and period, whatever it searches for. */
function asHold({ accounts, from, to }: HoldingRequest, label: string): Hold {
  return Hold.parse({
    id: 1,
    label,
    matter: '',
    attorney: '',
    startsOn: null,
    reviewOn: null,
    basis: 'records-request',
    orderedBy: 'Gov. Code 7920.000 and following',
    orderDocument: null,
    scope: { search: null, accounts, from, to, recordIds: [] },
    placedAt: 0,
    releasedAt: null,
    releasedBy: null,
    releaseDocument: null,
  })
}
