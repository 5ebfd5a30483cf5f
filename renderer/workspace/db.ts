// The clerk's own workspace in the window: where they were and how they like it. It carries no record text and no search
// words, and deleting it loses nothing (design §5).
import { Dexie, type Table } from 'dexie'

interface SettingRow {
  readonly key: string
  readonly value: string
}

const workspace = new Dexie('muniment-workspace')
workspace.version(1).stores({ setting: 'key' })

/** Small values by name: look, last room, widths, who acted last. */
export const setting: Table<SettingRow, string> = workspace.table('setting')

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
