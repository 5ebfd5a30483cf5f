// The vault's own settings.
import type { Driver } from '../catalog/driver.ts'

export type SettingName =
  | 'vault_id'
  | 'city'
  | 'zone'
  | 'fold_version'
  | 'clean_close'
  | 'opened_at'
  | 'removal_key'
  | 'inbox'
  | 'letterhead'
  | 'work_product'
  | 'lists_within_days'
  | 'report_every'

/** A setting, or null where it was never set. */
export function setting(db: Driver, name: SettingName): string | null {
  return db.get<{ value: string }>('SELECT value FROM setting WHERE name = ?', name)?.value ?? null
}

/** Whether the vault was closed in good order when it was last open; from now on it is not, until it is. */
export function openedAfterCleanClose(db: Driver): boolean {
  const clean = setting(db, 'clean_close') !== '0'
  saveSetting(db, 'clean_close', '0')
  return clean
}

/** Takes a setting away, as if it had never been set. */
export function dropSetting(db: Driver, name: SettingName): void {
  db.run('DELETE FROM setting WHERE name = ?', name)
}

/** Sets it. */
export function saveSetting(db: Driver, name: SettingName, value: string): void {
  db.run('INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value)
}
