// One question asked again and again: only the answer to the latest asking counts.

export interface Latest {
  /** Asks anew; what is on its way is called off. */
  refresh(): void
  /** Asks anew if an answer is on its way, which may have been read before something that was done since; else does nothing. */
  renew(): void
  /** Calls off what is on its way. */
  stop(): void
}

/**
 * @param ask asks once; the signal calls it off
 * @param came told of the answer to the latest asking
 * @param failed told why the latest asking was not answered
 */
export function latest<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  came: (answer: T) => void,
  failed: (error: unknown) => void,
): Latest {
  let under: AbortController | null = null
  const refresh = () => {
    under?.abort()
    const asking = new AbortController()
    under = asking
    const done = () => {
      if (under === asking) under = null
      return !asking.signal.aborted
    }
    ask(asking.signal).then(
      (answer) => done() && came(answer),
      (error: unknown) => done() && failed(error),
    )
  }
  return {
    refresh,
    renew: () => {
      if (under !== null) refresh()
    },
    stop: () => under?.abort(),
  }
}
