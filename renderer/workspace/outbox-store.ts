// The outbox and the undo stack in the clerk's own workspace: every step is one transaction, on the disk before it is answered.
import type { Expected } from '../../shared/contract/decision.ts'
import { CommandId, type PersonId, type RecordId } from '../../shared/domain/id.ts'
import { outbox, undoStack, workspace } from './db.ts'
import type { NewRow, OutboxRow, OutboxStore, UndoEntry } from './outbox.ts'

/** A decision as the clerk makes it. */
export interface Made {
  readonly vaultId: string
  readonly actor: PersonId
  readonly record: RecordId
  readonly series: string | null
  readonly expected: Expected
  readonly note: number | null
}

const waiting: Pick<NewRow, 'state' | 'standing' | 'code'> = { state: 'waiting', standing: null, code: null }

/** The rows of a vault, for its drainer. */
export function storeOf(vaultId: string): OutboxStore {
  return {
    next: () => outbox.where('[vaultId+state]').equals([vaultId, 'waiting']).first(),
    remove: ({ seq }) => outbox.delete(seq),
    stop: async ({ seq }, how) => void (await outbox.update(seq, how)),
    withdraw: async (command) => {
      await outbox
        .where({ commandId: command })
        .and(({ state }) => state !== 'waiting')
        .delete()
    },
  }
}

/**
 * Keeps a decision and what takes it back. On the disk when it resolves.
 * @param replaces a row that stood still and that this decision takes the place of
 * @returns the id under which the vault will know it
 */
export async function keepDecision(made: Made, replaces?: OutboxRow): Promise<CommandId> {
  const { vaultId, actor, record, series, expected, note } = made
  const commandId = CommandId.parse(crypto.randomUUID())
  await workspace.transaction('rw', outbox, undoStack, async () => {
    if (replaces) await outbox.delete(replaces.seq)
    await outbox.add({
      ...{ commandId, vaultId, actor, record, expected },
      command: { do: 'make', series, note },
      ...waiting,
    })
    await undoStack.add({ vaultId, record, of: commandId })
  })
  return commandId
}

/** What was taken back, and the command that does it; null where it had stood still and simply went. */
export interface TakenBack {
  readonly entry: UndoEntry
  readonly command: CommandId | null
}

/** Takes the newest decision of this desk back that was not taken back yet; null where there is none left. */
export async function takeNewestBack(vaultId: string, actor: PersonId): Promise<TakenBack | null> {
  const commandId = CommandId.parse(crypto.randomUUID())
  return workspace.transaction('rw', outbox, undoStack, async () => {
    const entry = await undoStack.where({ vaultId }).last()
    if (entry === undefined) return null
    await undoStack.delete(entry.seq)
    const row = await outbox.where({ commandId: entry.of }).first()
    if (row !== undefined && row.state !== 'waiting') {
      await outbox.delete(row.seq)
      return { entry, command: null }
    }
    await outbox.add({
      ...{ commandId, vaultId, actor, record: entry.record, expected: null },
      command: { do: 'undo', of: entry.of },
      ...waiting,
    })
    return { entry, command: commandId }
  })
}

/** Takes a row away that stood still: what stands in the vault is kept. */
export async function letGo(row: OutboxRow): Promise<void> {
  await outbox.delete(row.seq)
}

/** Sends a refused row again, under its own id. */
export async function sendAgain(row: OutboxRow): Promise<void> {
  await outbox.update(row.seq, waiting)
}

/** The newest command at this desk for each of some records that the vault may not have answered yet. */
export async function newestFor(vaultId: string, records: readonly RecordId[]): Promise<Map<RecordId, OutboxRow>> {
  const wanted = new Set(records)
  const rows = await outbox.where({ vaultId }).toArray()
  return new Map(rows.filter(({ record }) => wanted.has(record)).map((row) => [row.record, row]))
}
