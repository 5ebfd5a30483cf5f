// Which records stand in one thread: for all records at once, and around a single one.
import type { Driver } from '../vault/catalog/driver.ts'
import { everyTie, tiedTo } from '../vault/repository/thread.ts'

/** The threads of more than one record, each as its ids in order; what is not listed stands alone. */
export interface Threads {
  readonly of: (id: number) => number | undefined
  readonly members: ReadonlyMap<number, readonly number[]>
}

/** Gathers every thread. What answers the same absent post stands in one thread, too. */
export function gatherThreads(db: Driver): Threads {
  const above = new Map<number, number>()
  const keys = new Map<string, number>()
  const top = (node: number): number => {
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
    else above.set(top(id), top(known))
  }
  for (const { id, account, answers, conversation, number } of everyTie(db)) {
    if (answers !== null) tie(id, `${account} answer ${answers}`)
    if (number !== null) tie(id, `${account} answer ${number}`)
    if (conversation !== null) tie(id, `${account} conversation ${conversation}`)
  }
  const members = new Map<number, number[]>()
  for (const id of above.keys()) {
    const thread = top(id)
    const list = members.get(thread)
    if (list) list.push(id)
    else members.set(thread, [id])
  }
  for (const [thread, list] of members) {
    if (list.length === 1) members.delete(thread)
    else list.sort((one, other) => one - other)
  }
  return { of: (id) => (above.has(id) && members.has(top(id)) ? top(id) : undefined), members }
}

/** The ids of the thread around one record, itself among them, in order. */
export function threadAround(db: Driver, id: number): number[] {
  const found = new Set([id])
  for (const each of found) for (const other of tiedTo(db, each)) found.add(other)
  return [...found].sort((one, other) => one - other)
}
