// The threads of a vault with what each comes to, read before its records are judged.
import type { Driver } from '../../vault/catalog/driver.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { dayFinder } from '../days.ts'
import { eventsOver } from '../events.ts'
import type { StandingHolds } from '../hold/standing-holds.ts'
import { nextTurn } from '../turn.ts'
import { gatheringFacts, type ThreadFacts } from './thread-facts.ts'
import { gatherThreads } from './threads.ts'

const CHUNK = 5000

/** What a record's thread comes to; undefined where it stands alone. */
export type FactsOf = (id: number) => ThreadFacts | undefined

/** @param zone the City's */
export async function readThreads(
  db: Driver,
  holds: StandingHolds,
  zone: string,
  signal: AbortSignal,
): Promise<FactsOf> {
  const threads = gatherThreads(db)
  if (threads.members.size === 0) return () => undefined
  const dayOf = dayFinder(zone)
  const gathering = new Map<number, ReturnType<typeof gatheringFacts>>()
  const ids = Float64Array.from([...threads.members.values()].flat()).sort()
  for (let at = 0; at < ids.length; at += CHUNK) {
    await nextTurn(signal)
    const tied = subjectsOf(db, [...ids.subarray(at, at + CHUNK)])
    const over = holds.over(tied)
    const days = eventsOver(db, tied, dayOf)
    for (const row of tied) {
      const thread = threads.of(row.id) ?? row.id
      const known = gathering.get(thread) ?? gatheringFacts(zone)
      gathering.set(thread, known)
      known.add(row, over(row), days.get(row.id))
    }
  }
  const facts = new Map([...gathering].map(([thread, gathered]) => [thread, gathered.facts]))
  return (id) => {
    const thread = threads.of(id)
    return thread === undefined ? undefined : facts.get(thread)
  }
}
