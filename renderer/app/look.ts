// Puts on the page how this desk likes it.
import { useEffect, useSyncExternalStore } from 'react'
import { speakDates } from '../locale/time.ts'
import { useLook } from '../workspace/look.ts'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

function watchSystem(listener: () => void): () => void {
  dark.addEventListener('change', listener)
  return () => dark.removeEventListener('change', listener)
}

/**
 * Puts the look on the page.
 * @returns the language of dates: what shows dates is to be drawn anew when it changes
 */
export function useLookOnPage(): string {
  const [look] = useLook('look')
  const [density] = useLook('density')
  const [text] = useLook('text')
  const [dates] = useLook('dates')
  const systemIsDark = useSyncExternalStore(watchSystem, () => dark.matches)
  const shown = look === 'system' ? (systemIsDark ? 'dark' : 'light') : look
  useEffect(() => {
    Object.assign(document.documentElement.dataset, { look: shown, density, text })
  }, [shown, density, text])
  speakDates(dates)
  return dates
}
