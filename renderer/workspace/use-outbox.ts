// The outbox in components: drained while a vault is open, and what of it the clerk should know.
import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect } from 'react'
import { outbox, undoStack } from './db.ts'
import { drainAlways } from './drainer.ts'
import type { OutboxRow } from './outbox.ts'

/** Carries decisions to the open vault, whichever room the clerk is in; to a copy none. */
export function useDrainer(vaultId: string, reading: boolean): void {
  useEffect(() => {
    if (reading) return
    const ending = new AbortController()
    void drainAlways(vaultId, ending.signal)
    return () => ending.abort()
  }, [vaultId, reading])
}

export interface OutboxState {
  /** Decisions that the vault has not answered yet. */
  readonly waiting: number
  /** Decisions that wait for the clerk: conflicts and refusals. */
  readonly stopped: readonly OutboxRow[]
  /** How many decisions of this desk can be taken back. */
  readonly undoable: number
}

const nothing: OutboxState = { waiting: 0, stopped: [], undoable: 0 }

/** The outbox of a vault, kept up to date. */
export function useOutbox(vaultId: string): OutboxState {
  return useLiveQuery(() => stateOf(vaultId), [vaultId], nothing)
}

async function stateOf(vaultId: string): Promise<OutboxState> {
  const rows = await outbox.where({ vaultId }).toArray()
  const stopped = rows.filter(({ state }) => state !== 'waiting')
  return { waiting: rows.length - stopped.length, stopped, undoable: await undoStack.where({ vaultId }).count() }
}
