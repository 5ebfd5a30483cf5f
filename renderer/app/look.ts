// Light or dark: as the system says, or as the clerk says.
import { useEffect, useSyncExternalStore } from 'react'
import { useSetting } from '../workspace/setting.ts'

export type Look = 'system' | 'light' | 'dark'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

function watchSystem(listener: () => void): () => void {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

function asLook(value: string): Look {
  return value === 'light' || value === 'dark' ? value : 'system'
}

/** The look chosen, and how to choose another. */
export function useLook(): [look: Look, choose: (look: Look) => void] {
  const [value, set] = useSetting('look', 'system')
  return [asLook(value), set]
}

/** Puts the look on the page. */
export function useLookOnPage(): void {
  const [look] = useLook()
  const systemIsDark = useSyncExternalStore(watchSystem, () => dark.matches)
  const shown = look === 'system' ? (systemIsDark ? 'dark' : 'light') : look
  useEffect(() => {
    document.documentElement.dataset.look = shown
  }, [shown])
}
