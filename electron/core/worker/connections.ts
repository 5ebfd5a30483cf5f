// The connections of one reading thread: what is asked now is answered out of the catalog as it is now.
import type { Driver } from '../vault/catalog/driver.ts'

export interface Connections {
  /** A connection that reads the newest state. */
  current(): Driver
  close(): void
}

/**
 * Opens one connection, and another where a long walk over rows keeps it at the state in which the walk began: an answer read there
 * could miss what was written since, and nobody would ask again.
 * @param open opens a connection for reading
 */
export function connections(open: () => Driver): Connections {
  const all = [open()]
  return {
    current: () => {
      const free = all.find((one) => !one.iterating)
      if (free !== undefined) return free
      const more = open()
      all.push(more)
      return more
    },
    close: () => {
      for (const one of all) one.close()
    },
  }
}
