// What changed in the vault, told to whoever shows it.
import type { ChangeEvent, Topic } from '../../shared/domain/event.ts'

interface Watcher {
  readonly topics: readonly Topic[]
  tell(): void
}

const watchers = new Set<Watcher>()
let last: { epoch: string; change: number } | null = null

/** Where to take up after a broken connection. */
export function lastChange(): { epoch: string | null; since: number } {
  return { epoch: last?.epoch ?? null, since: last?.change ?? 0 }
}

/** Hands an event on; after a restart of the vault process everything counts as changed. */
export function received(event: ChangeEvent): void {
  const restarted = last !== null && last.epoch !== event.epoch
  last = { epoch: event.epoch, change: event.change }
  for (const watcher of watchers) {
    if (restarted || watcher.topics.some((topic) => event.topics.includes(topic))) watcher.tell()
  }
}

/** Tells everybody, as after another vault was opened. */
export function everythingChanged(): void {
  for (const watcher of watchers) watcher.tell()
}

/**
 * Calls `tell` when one of the topics changes: at once, then at most every `pause` milliseconds, and once more after the last.
 * @returns a function that ends it
 */
export function watchChanges(topics: readonly Topic[], pause: number, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let again = false
  const fire = () => {
    again = false
    timer = setTimeout(() => {
      timer = null
      if (again) fire()
    }, pause)
    tell()
  }
  const watcher: Watcher = {
    topics,
    tell() {
      if (timer === null) fire()
      else again = true
    },
  }
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
    if (timer !== null) clearTimeout(timer)
  }
}
