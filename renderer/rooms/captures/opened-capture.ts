// The captures that this window has opened on purpose, because they show a restricted record: in memory only, so that another day begins closed.
import { captureOpen } from '../../../shared/contract/replay.ts'
import type { CaptureId } from '../../../shared/domain/id.ts'
import { run } from '../../client/call.ts'
import { store, useStore } from '../../client/store.ts'
import { useVault } from '../../client/vault.ts'

const opened = store<ReadonlySet<string>>(new Set())

/** Whether this window has opened a capture, and how it is opened: the ledger says so before anything is shown. */
export function useOpenedCapture(capture: CaptureId): { readonly opened: boolean; readonly open: () => Promise<void> } {
  const { vaultId } = useVault().summary
  const name = `${vaultId} ${capture}`
  return {
    opened: useStore(opened).has(name),
    open: async () => {
      await run(captureOpen, { capture })
      opened.set(new Set(opened.get()).add(name))
    },
  }
}
