// Owns what pages tried and were not let do, by the window that shows them.
import type { WebContents } from 'electron'
import type { Denied } from './lock-down.ts'

export interface DeniedBook {
  readonly by: Denied
  /** What the page of a window tried since the last call. */
  take(contents: WebContents): string[]
}

/** Of one page; a page that tries for ever fills no memory. */
const MOST = 1000

/** Begins one. */
export function deniedBook(): DeniedBook {
  const tried = new WeakMap<WebContents, string[]>()
  return {
    by: (what, contents) => {
      const list = tried.get(contents) ?? []
      if (list.length < MOST) list.push(what)
      tried.set(contents, list)
    },
    take: (contents) => {
      const list = tried.get(contents) ?? []
      tried.delete(contents)
      return list
    },
  }
}
