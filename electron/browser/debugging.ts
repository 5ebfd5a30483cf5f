// Owns speaking to a page through the Chrome DevTools Protocol: calls with a time limit, events by name, frames of other sites included.
import type { Debugger, WebContents } from 'electron'

/** A call's answer or an event's details, as they come; read by whoever asked, with a schema. */
export type Details = Readonly<Record<string, unknown>>

export interface Debugging {
  /** @throws Error when the page is gone, refuses, or does not answer in time */
  call(method: string, details?: Details, session?: string, ms?: number): Promise<Details>
  on(method: string, listener: (details: Details, session: string | undefined) => void): void
  end(): void
}

const VERSION = '1.3'
const CALL_MS = 30_000

/** Attaches to a page that has loaded something (one that never did does not answer). */
export function debugPage(contents: WebContents): Debugging {
  const listeners = new Map<string, ((details: Details, session: string | undefined) => void)[]>()
  const chrome: Debugger = contents.debugger
  chrome.attach(VERSION)
  chrome.on('message', (_event, method: string, details: Details, session: string) => {
    for (const listener of listeners.get(method) ?? []) listener(details, session === '' ? undefined : session)
  })
  return {
    call: (method, details = {}, session, ms = CALL_MS) =>
      within(ms, method, chrome.sendCommand(method, details, session)),
    on: (method, listener) => {
      listeners.set(method, [...(listeners.get(method) ?? []), listener])
    },
    end: () => {
      if (chrome.isAttached()) chrome.detach()
    },
  }
}

/** Waits for something, but not for ever. @throws Error naming what did not come in time */
export async function within<Value>(ms: number, what: string, promise: Promise<Value>): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`${what} took more than ${Math.round(ms / 1000)} seconds`)), ms)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
