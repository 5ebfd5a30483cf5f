// What this desk has looked at: names of findings, never their words.
import { useMemo } from 'react'
import { useSetting } from './setting.ts'

const MOST = 500

/**
 * What was looked at in a vault, and how to add to it.
 * @param vaultId the vault's id
 */
export function useLooked(vaultId: string): [looked: ReadonlySet<string>, mark: (id: string) => void] {
  const [value, set] = useSetting(`${vaultId} looked`, '')
  const looked = useMemo(() => new Set(value.split('\n').filter((id) => id !== '')), [value])
  const mark = (id: string) => set([...looked, id].slice(-MOST).join('\n'))
  return [looked, mark]
}
