// What was removed under an order is not taken in again: known by a keyed digest of its identity, which tells nobody what it was.
import { createHmac } from 'node:crypto'
import type { Driver } from '../catalog/driver.ts'
import { saveSetting, setting } from '../repository/setting.ts'
import type { StoredObservation } from './item.ts'
import { leafOf } from './merkle.ts'

interface Identity {
  readonly kind: string
  readonly nativeId: string
}

/** Whether an identity of an account was removed; for a vault without removals nothing is reckoned. */
export function removedFrom(db: Driver, account: number): (identity: Identity) => boolean {
  const key = setting(db, 'removal_key')
  if (key === null) return () => false
  return (identity) =>
    db.get('SELECT 1 FROM removed_identity WHERE digest = ?', digestOf(key, account, identity)) !== undefined
}

/** Remembers identities of an account as removed. @param fresh 32 random bytes, the key of the vault's first removal */
export function rememberRemoved(db: Driver, account: number, identities: readonly Identity[], fresh: Uint8Array): void {
  const key = setting(db, 'removal_key') ?? Buffer.from(fresh).toString('hex')
  saveSetting(db, 'removal_key', key)
  for (const identity of identities) {
    db.run('INSERT INTO removed_identity VALUES (?) ON CONFLICT DO NOTHING', digestOf(key, account, identity))
  }
}

/** Keeps of an item that is not taken in again nothing but its leaf, without which its accession's root could not be reckoned. */
export function observeRemoved(db: Driver, accession: number, seen: readonly StoredObservation[]): void {
  for (const { member, position, start, length, digest, salt } of seen) {
    db.run(
      'INSERT INTO observation VALUES (?, ?, ?, 0, 0, NULL, ?, ?, NULL, NULL, ?, 1) ON CONFLICT DO NOTHING',
      member,
      position,
      accession,
      start,
      length,
      leafOf(salt, digest),
    )
  }
}

/** The files of an accession that hold what was removed. */
export function membersHoldingRemoved(db: Driver, accession: number): number[] {
  return db
    .all<{ id: number }>(
      'SELECT DISTINCT member_id AS id FROM observation WHERE record_id = 0 AND again = 1 AND accession_id = ?',
      accession,
    )
    .map(({ id }) => id)
}

function digestOf(key: string, account: number, { kind, nativeId }: Identity): Buffer {
  return createHmac('sha256', Buffer.from(key, 'hex'))
    .update(JSON.stringify([account, kind, nativeId]))
    .digest()
}
