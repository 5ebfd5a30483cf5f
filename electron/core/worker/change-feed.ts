// Changes told to windows and command lines: numbered within one opening, gathered so that a busy import does not flood them.
import { type ChangeEvent, Topic } from '../../../shared/domain/event.ts'
import type { Digest } from '../../../shared/domain/id.ts'

const GATHER_MS = 120

export interface ChangeFeed {
  changed(topics: readonly Topic[]): void
  subscribe(listener: (event: ChangeEvent) => void, since?: { epoch: string | null; change: number }): () => void
  revoke(digest: Digest): void
  onRevoke(listener: (digest: Digest) => void): () => void
}

/** @param epoch names this opening of the vault */
export function changeFeed(epoch: string): ChangeFeed {
  const listeners = new Set<(event: ChangeEvent) => void>()
  const revoked = new Set<(digest: Digest) => void>()
  const gathered = new Set<Topic>()
  let change = 0
  let timer: NodeJS.Timeout | null = null

  const tell = () => {
    timer = null
    change += 1
    const event = { epoch, change, topics: [...gathered] }
    gathered.clear()
    for (const listener of listeners) listener(event)
  }

  return {
    changed: (topics) => {
      for (const topic of topics) gathered.add(topic)
      if (timer === null) timer = setTimeout(tell, GATHER_MS).unref()
    },
    subscribe: (listener, since) => {
      listeners.add(listener)
      if (since && (since.epoch !== epoch || since.change < change))
        listener({ epoch, change, topics: [...Topic.options] })
      return () => void listeners.delete(listener)
    },
    revoke: (digest) => {
      for (const listener of revoked) listener(digest)
    },
    onRevoke: (listener) => {
      revoked.add(listener)
      return () => void revoked.delete(listener)
    },
  }
}
