// What this desk keeps of an account's log-in, looked at once and again after each change.
import { useCallback, useEffect, useState } from 'react'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import type { KeptCredential } from '../../../client/credential.ts'
import { keptCopy } from '../../../client/login-copy.ts'

/** What is kept; null until it is known. */
export function useCopy(account: AccountId) {
  const [kept, setKept] = useState<KeptCredential | null>(null)
  const look = useAction(useCallback(async () => setKept(await keptCopy(account)), [account]))
  // Once for each account: the shell alone changes it, through this very page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looking again changes what is shown, not what is looked for
  useEffect(() => void look.go(), [account])
  return { kept, setKept, refusal: look.refusal }
}
