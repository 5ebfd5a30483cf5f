// What was gone to by the palette lately: ids alone, so that no word of a record is kept in the window.
import { useMemo } from 'react'
import { useSetting } from './setting.ts'

const MOST = 12

/**
 * The ids used lately in a vault, the latest first, and how to add one.
 * @param vaultId the vault's id
 */
export function useRecent(vaultId: string): [recent: readonly string[], use: (id: string) => void] {
  const [value, set] = useSetting(`${vaultId} recent`, '')
  const recent = useMemo(() => value.split('\n').filter((id) => id !== ''), [value])
  const use = (id: string) => set([id, ...recent.filter((one) => one !== id)].slice(0, MOST).join('\n'))
  return [recent, use]
}
