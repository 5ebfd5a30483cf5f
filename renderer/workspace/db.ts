// The clerk's own workspace in the window: where they were and how they like it, and the searches that they saved under a
// name. It carries no record text and no other search words, and deleting it loses no record (design §5).
import { Dexie, type Table } from 'dexie'

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
}

const workspace = new Dexie('muniment-workspace')
workspace.version(1).stores({ setting: 'key' })
workspace.version(2).stores({ view: 'id, vault' })

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
