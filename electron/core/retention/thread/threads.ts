// Which records stand in one thread: for all records at once, and around a single one.
import type { Driver } from '../../vault/catalog/driver.ts'
import { everyTie, tiedTo } from '../../vault/repository/record/thread.ts'

/** The threads of more than one record, each as its ids in order; what is not listed stands alone. */
export interface Threads {
  readonly of: (id: number) => number | undefined
  readonly members: ReadonlyMap<number, readonly number[]>
}

/** Gathers every thread. What answers the same absent post stands in one thread, too. */
export function gatherThreads(db: Driver): Threads {
  const { tie, members, top } = tying()
  for (const { id, account, scope, answers, conversation, number } of everyTie(db)) {
    if (answers !== null) tie(id, `${scope} answer ${answers}`)
    if (number !== null) tie(id, `${scope} answer ${number}`)
    if (conversation !== null) tie(id, `${account} conversation ${conversation}`)
  }
  const threads = members()
  const of = (id: number) => {
    const thread = top(id)
    return thread !== undefined && threads.has(thread) ? thread : undefined
  }
  return { of, members: threads }
}

/** The ids of the thread around one record, itself among them, in order. */
export function threadAround(db: Driver, id: number): readonly number[] {
  return threadsAround(db, [id])(id)
}

/** The threads around some records, each as its ids in order: what they are tied to, and what that is tied to. */
export function threadsAround(db: Driver, ids: readonly number[]): (id: number) => readonly number[] {
  const { tie, members, top } = tying()
  const seen = new Set<number>()
  for (let next = new Set(ids); next.size > 0; ) {
    for (const id of next) seen.add(id)
    const found = new Set<number>()
    for (const { id, scope, by, name } of tiedTo(db, [...next])) {
      tie(id, `${scope} ${by} ${name}`)
      if (!seen.has(id)) found.add(id)
    }
    next = found
  }
  const threads = members()
  return (id) => threads.get(top(id) ?? id) ?? [id]
}

/** Ties records that share a key, directly or through others. */
function tying() {
  const above = new Map<number, number>()
  const keys = new Map<string, number>()
  const topOf = (node: number): number => {
    let at = node
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next
    for (let step = node; step !== at; ) {
      const next = above.get(step) ?? at
      above.set(step, at)
      step = next
    }
    return at
  }
  const tie = (id: number, key: string) => {
    if (!above.has(id)) above.set(id, id)
    const known = keys.get(key)
    if (known === undefined) keys.set(key, id)
    else above.set(topOf(id), topOf(known))
  }
  /** What stands in one, each as its ids in order; what stands alone is left out. */
  const members = () => {
    const found = new Map<number, number[]>()
    for (const id of above.keys()) {
      const thread = topOf(id)
      const list = found.get(thread)
      if (list) list.push(id)
      else found.set(thread, [id])
    }
    for (const [thread, list] of found) {
      if (list.length === 1) found.delete(thread)
      else list.sort((one, other) => one - other)
    }
    return found
  }
  return { tie, members, top: (id: number) => (above.has(id) ? topOf(id) : undefined) }
}
