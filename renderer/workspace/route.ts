// Where the clerk is: a room, a path in it and its parameters, in the address after the #.
import { useSyncExternalStore } from 'react'

export interface Route {
  readonly room: string
  readonly path: readonly string[]
  readonly parameters: Readonly<Record<string, string>>
}

let current = parse(window.location.hash)
const listeners = new Set<() => void>()

window.addEventListener('hashchange', () => {
  current = parse(window.location.hash)
  for (const listener of listeners) listener()
})

/** The route, kept up to date. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, () => current)
}

/** The room alone: what shows it is not drawn anew at every step within it. */
export function useRoomId(): string {
  return useSyncExternalStore(subscribe, () => current.room)
}

/**
 * The address of a place, for links.
 * @param parameters empty ones are left out
 */
export function address(
  room: string,
  path: readonly (string | number)[] = [],
  parameters: Readonly<Record<string, string>> = {},
): string {
  const filled = Object.entries(parameters).filter(([, value]) => value !== '')
  const query = filled.length > 0 ? `?${new URLSearchParams(filled)}` : ''
  return `#/${[room, ...path].map((part) => encodeURIComponent(part)).join('/')}${query}`
}

/** Goes to an address; `replace` leaves no step to go back to, as while typing. */
export function go(to: string, replace = false): void {
  if (to === window.location.hash) return
  if (!replace) {
    window.location.hash = to
    return
  }
  window.history.replaceState(null, '', to)
  current = parse(to)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function parse(hash: string): Route {
  const [way = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [room = '', ...path] = way.split('/').map(readable)
  return { room, path, parameters: Object.fromEntries(new URLSearchParams(query)) }
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
