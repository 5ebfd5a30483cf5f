// Work in a reader that lets others have their turn: a key that is pressed meanwhile must not wait for all of it.
import { setImmediate } from 'node:timers/promises'

/** How long others wait at most, in ms; a step of the work comes on top. */
const AT_ONCE = 10

/** Makes what is awaited between two steps. It throws where the work was given up. */
export function turns(signal: AbortSignal): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < AT_ONCE) return
    signal.throwIfAborted()
    await setImmediate()
    since = performance.now()
  }
}
