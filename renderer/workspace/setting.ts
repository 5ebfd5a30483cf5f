// Settings of this desk in components: live, and the same in every window.
import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useEffect, useState } from 'react'
import { readSettings, setting, writeSetting } from './db.ts'

let atStart: ReadonlyMap<string, string> = new Map()

/** Reads the settings before the first drawing, so that the window never flashes from one look to another. */
export async function openWorkspace(): Promise<void> {
  atStart = await readSettings()
}

/**
 * A setting and how to change it.
 * @param key its name; settings of a vault begin with the vault's id
 * @param fallback its value while nothing was set
 */
export function useSetting(key: string, fallback: string): [value: string, set: (value: string) => void] {
  const [mine, setMine] = useState<{ key: string; value: string } | null>(null)
  const stored = useLiveQuery(() => setting.get(key).catch(() => undefined), [key], undefined)
  const set = useCallback(
    (value: string) => {
      setMine({ key, value })
      void writeSetting(key, value)
    },
    [key],
  )
  const own = mine?.key === key ? mine.value : undefined
  // What was set here counts at once; when it is kept, what another window sets counts again.
  useEffect(() => {
    if (own !== undefined && stored?.value === own) setMine(null)
  }, [own, stored])
  return [own ?? stored?.value ?? atStart.get(key) ?? fallback, set]
}
