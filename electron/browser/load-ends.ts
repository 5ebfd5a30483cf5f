// Owns knowing how loads end: an answer that broke off is told by the browser's network only after the page had it.
import { z } from 'zod'
import type { Debugging } from './debugging.ts'

export interface LoadEnds {
  /** Whether an answer came to its end; asked before it goes on to the page. An end that is never told counts as whole. */
  whole(networkId: string): Promise<boolean>
}

const Finished = z.object({ requestId: z.string(), encodedDataLength: z.number().optional() })
const Failed = z.object({ requestId: z.string(), errorText: z.string() })
/** The end is told at once after the content was given to the page. */
const PATIENCE_MS = 3000

/** Begins to listen. */
export function loadEnds(page: Debugging): LoadEnds {
  const waiting = new Map<string, (whole: boolean) => void>()
  // What broke off ends as finished, but with no byte received: the browser counts those of whole answers alone.
  page.on('Network.loadingFinished', (details) => {
    const { requestId, encodedDataLength } = Finished.parse(details)
    waiting.get(requestId)?.(encodedDataLength !== 0)
  })
  // What the page did not want any more had been read before; every other failure is one of the answer.
  page.on('Network.loadingFailed', (details) => {
    const { requestId, errorText } = Failed.parse(details)
    waiting.get(requestId)?.(errorText === 'net::ERR_ABORTED')
  })
  return {
    whole(networkId) {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      waiting.set(networkId, resolve)
      const timer = setTimeout(() => resolve(true), PATIENCE_MS)
      return promise.finally(() => {
        clearTimeout(timer)
        waiting.delete(networkId)
      })
    },
  }
}
