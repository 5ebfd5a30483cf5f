// Long work gives way to a person: while somebody is at the keys, jobs hold their next batch back for a moment.

/** How long after a key the answer to it, and the drawing of that answer, have the machine to themselves. */
const QUIET_AFTER_MS = 600
/** A clerk who types without pause slows a job down; she does not stop it. */
const MOST_HELD_MS = 1000

const FREE = 0
const ATTENDED = 1

/** What the main thread and the threads of its jobs look at together. */
export type AttentionMark = SharedArrayBuffer

export interface Attention {
  readonly mark: AttentionMark
  /** Somebody has pressed a key or a button just now. */
  attend(): void
  end(): void
}

/** Keeps the mark that jobs look at. */
export function attention(): Attention {
  const mark: AttentionMark = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const view = new Int32Array(mark)
  let timer: NodeJS.Timeout | undefined
  const free = () => {
    Atomics.store(view, 0, FREE)
    Atomics.notify(view, 0)
  }
  return {
    mark,
    attend: () => {
      Atomics.store(view, 0, ATTENDED)
      clearTimeout(timer)
      timer = setTimeout(free, QUIET_AFTER_MS)
      timer.unref()
    },
    end: () => {
      clearTimeout(timer)
      free()
    },
  }
}

/**
 * A job's turn: resolves at once where nobody is at the keys, else when they rest, and after a second all the same.
 * @param mark the main thread's mark
 * @param most the longest wait, in milliseconds
 */
export function turns(mark: AttentionMark, most = MOST_HELD_MS): () => Promise<void> {
  const view = new Int32Array(mark)
  return async () => {
    if (Atomics.load(view, 0) === FREE) return
    await Atomics.waitAsync(view, 0, ATTENDED, most).value
  }
}
