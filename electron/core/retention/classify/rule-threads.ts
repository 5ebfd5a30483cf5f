// The threads that rules name: each by the platform's number of any post of it, or by that of its conversation.
import type { Rule } from '../../../../shared/domain/classify/rule.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { recordsNumbered } from '../../vault/repository/record/thread.ts'
import { threadsAround } from '../thread/threads.ts'

/** Whether a record stands in the thread that goes by a number. */
export type InThread = (record: number, thread: string) => boolean

/** Looks the threads of rules up as they are now; where no rule names one, nothing is asked. */
export function threadsNamed(db: Driver, rules: readonly Rule[]): InThread {
  const names = [...new Set(rules.flatMap(({ when }) => when.threads ?? []))]
  if (names.length === 0) return () => false
  const known = Map.groupBy(recordsNumbered(db, names), ({ number }) => number)
  const around = threadsAround(
    db,
    [...known.values()].flatMap((found) => found.map(({ id }) => id)),
  )
  const threads = new Map(
    [...known].map(([number, found]) => [number, new Set(found.flatMap(({ id }) => [...around(id)]))]),
  )
  return (record, thread) => threads.get(thread)?.has(record) ?? false
}
