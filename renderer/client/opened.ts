// The restricted records that this window has opened on purpose: kept in memory only, so that another window or day begins closed.
import { useMemo } from 'react'
import { restrictionOpen } from '../../shared/contract/restriction.ts'
import { RecordId } from '../../shared/domain/id.ts'
import { run } from './call.ts'
import { store, useStore } from './store.ts'

const opened = store<ReadonlySet<string>>(new Set())
const nameOf = (vaultId: string, record: RecordId) => `${vaultId} ${record}`

/** Whether this window has opened a record. */
export function isOpened(vaultId: string, record: RecordId): boolean {
  return opened.get().has(nameOf(vaultId, record))
}

/** As {@link isOpened}, kept up to date in a component. */
export function useOpened(vaultId: string, record: RecordId): boolean {
  return useStore(opened).has(nameOf(vaultId, record))
}

/** The records of a vault that this window has opened, kept up to date in a component. */
export function useOpenedRecords(vaultId: string): readonly RecordId[] {
  const names = useStore(opened)
  return useMemo(
    () =>
      [...names].flatMap((name) => {
        const [vault, record] = name.split(' ')
        return vault === vaultId ? (RecordId.safeParse(Number(record)).data ?? []) : []
      }),
    [names, vaultId],
  )
}

/** Opens a record; the ledger says so before anything is shown. Throws what the vault refuses. */
export async function openRecord(vaultId: string, record: RecordId): Promise<void> {
  await run(restrictionOpen, { record })
  opened.set(new Set(opened.get()).add(nameOf(vaultId, record)))
}

/** Closes it again. */
export function closeRecord(vaultId: string, record: RecordId): void {
  const left = new Set(opened.get())
  left.delete(nameOf(vaultId, record))
  opened.set(left)
}
