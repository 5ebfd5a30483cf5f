// The clerk's own workspace in the window: where they were and how they like it, and the searches that they saved under a
// name. It carries no record text and no other search words, and deleting it loses no record (design §5).
import { Dexie, type Table } from 'dexie'
import type { RecordId } from '../../shared/domain/id.ts'
import type { NewRow, OutboxRow, UndoEntry } from './outbox.ts'

interface SettingRow {
  readonly key: string
  readonly value: string
}

/** A search under a name, as one desk keeps it for one vault. */
export interface SavedView {
  readonly id: string
  readonly vault: string
  readonly name: string
  readonly query: string
  /** How its list is shown: the order, then the columns; views saved before there was a choice have none. */
  readonly shape?: string
}

/** A key of the clerk's own for a series. */
export interface Binding {
  readonly vaultId: string
  readonly key: string
  readonly series: string
}

/** Where a queue goes on: below this record, in this search. */
export interface Place {
  readonly vaultId: string
  readonly search: string
  readonly before: RecordId | null
}

/**
 * What is written here is in the hands of the system before the screen moves on, so that no killed process takes it along. Waiting for
 * the disk itself would make each key wait; the vault does that within a second.
 */
export const workspace: Dexie = new Dexie('muniment-workspace', { chromeTransactionDurability: 'relaxed' })
workspace.version(1).stores({ setting: 'key' })
workspace.version(2).stores({
  view: 'id, vault',
  outbox: '++seq, &commandId, vaultId, [vaultId+state]',
  undo: '++seq, vaultId',
  binding: '[vaultId+key], vaultId',
  place: 'vaultId',
})

/** Decisions on their way to the vault: ids only. */
export const outbox: Table<OutboxRow, number, NewRow> = workspace.table('outbox')

/** What can be taken back, newest last. */
export const undoStack: Table<UndoEntry, number, Omit<UndoEntry, 'seq'>> = workspace.table('undo')

export const bindings: Table<Binding, [string, string]> = workspace.table('binding')

export const places: Table<Place, string> = workspace.table('place')

/** Small values by name: look, last room, widths, who acted last. */
export const setting: Table<SettingRow, string> = workspace.table('setting')

/** Saved searches by id. */
export const view: Table<SavedView, string> = workspace.table('view')

/** Everything set, read once before the first drawing; empty where the browser refuses its database. */
export async function readSettings(): Promise<ReadonlyMap<string, string>> {
  try {
    const rows = await setting.toArray()
    return new Map(rows.map((row) => [row.key, row.value]))
  } catch {
    return new Map()
  }
}

/** Keeps a setting; without a database it lasts as long as the window. */
export async function writeSetting(key: string, value: string): Promise<void> {
  await setting.put({ key, value }).catch(() => undefined)
}
