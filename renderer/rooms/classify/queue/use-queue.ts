// The queue in components: begun where the clerk left off, and moved by keys.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { watchChanges } from '../../../client/changes.ts'
import { useVault } from '../../../client/vault.ts'
import { placeOf } from '../../../workspace/queue-keys.ts'
import { address, go, useRoute } from '../../../workspace/route.ts'
import { Queue, type QueueState } from './queue.ts'

const EVERYTHING_UNTAGGED = 'untagged'
/** The least milliseconds between two looks at what others decided. */
const FOLLOW_PAUSE = 300

export interface Desk {
  readonly queue: Queue
  readonly state: QueueState
  readonly search: string
  /** Another search; it is in the address, so that the queue of a link is that of the link. */
  readonly setSearch: (search: string) => void
  readonly restart: () => void
}

/** The queue of the open vault. */
export function useQueue(): Desk {
  const { vaultId } = useVault().summary
  const asked = useRoute().parameters.q
  const [queue] = useState(() => new Queue(vaultId))
  const state = useSyncExternalStore(queue.subscribe, queue.state)
  const [search, setSearch] = useState(asked ?? EVERYTHING_UNTAGGED)
  const first = useRef(true)

  useEffect(() => {
    const begin = async () => {
      const place = await placeOf(vaultId)
      const resumed = first.current && asked === undefined ? place?.search : undefined
      first.current = false
      const wanted = resumed ?? asked ?? EVERYTHING_UNTAGGED
      setSearch(wanted)
      await queue.begin(wanted, place?.search === wanted ? place.before : null)
    }
    void begin()
    return () => queue.end()
  }, [queue, vaultId, asked])

  useEffect(() => watchChanges(['records'], FOLLOW_PAUSE, () => void queue.follow()), [queue])

  return {
    queue,
    state,
    search,
    setSearch: (next) => go(address('classify', [], { q: next }), true),
    restart: () => void queue.begin(state.search, null),
  }
}
