// Keys that work everywhere in the window.
import { useEffect, useRef } from 'react'

export interface Everywhere {
  readonly palette: () => void
  readonly sheet: () => void
  readonly help: () => void
  /** The rooms by their place in the navigation, from 0. */
  readonly room: (index: number) => void
  readonly search: () => void
}

/** How the key that commands begin with is written on this computer. */
export const commandKey = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl'

/** Listens for the keys while the component is shown. */
export function useKeys(everywhere: Everywhere): void {
  const latest = useRef(everywhere)
  latest.current = everywhere
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return
      if (handle(event, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

function handle(event: KeyboardEvent, everywhere: Everywhere): boolean {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey
  if (command && event.key.toLowerCase() === 'k') return done(everywhere.palette)
  if (command && /^[1-9]$/.test(event.key)) return done(() => everywhere.room(Number(event.key) - 1))
  if (event.key === 'F1') return done(everywhere.help)
  if (event.key === 'F6') return done(() => nextRegion(event.shiftKey ? -1 : 1))
  if (command || event.altKey || isTyping(event.target)) return false
  if (event.key === '?') return done(everywhere.sheet)
  if (event.key === '/') return done(everywhere.search)
  return false
}

function done(work: () => void): boolean {
  work()
  return true
}

/** Moves the focus to the next part of the window: top bar, navigation, room; in a practice vault its band and the tour, too. */
function nextRegion(step: 1 | -1): void {
  const regions = [
    ...document.querySelectorAll<HTMLElement>('.desk > header, .desk > nav, .desk > main, .desk > aside'),
  ]
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(here + step + regions.length) % regions.length]
  const first = next?.matches('main') ? next : next?.querySelector<HTMLElement>('a, button')
  first?.focus()
}

/** Whether a key belongs to a field that is being written in. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
