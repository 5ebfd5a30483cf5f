// Whether a version is in the vault already: asked before its fragment is kept again.
import type { Driver } from '../catalog/driver.ts'
import { mergedInto } from './merged-into.ts'

/**
 * Looks versions up on a reading connection. For an account whose first import this is, nothing can be known.
 * @returns a function of (record's identity, SHA-256 of its content)
 */
export function knownVersion(
  db: Driver,
  account: number,
  accession: number,
): (record: { readonly kind: string; readonly nativeId: string }, contentDigest: Uint8Array) => boolean {
  const earlier = db.get('SELECT 1 FROM accession WHERE account_id = ? AND id <> ? LIMIT 1', account, accession)
  const begun = db.get('SELECT 1 FROM record WHERE account_id = ? LIMIT 1', account)
  if (earlier === undefined && begun === undefined) return () => false
  const merged = mergedInto(db, account)
  return (identity, contentDigest) => {
    const kept = merged(identity, contentDigest)
    if (kept !== null) return db.get(OF_RECORD, kept, contentDigest) !== undefined
    return db.get(OF_IDENTITY, account, identity.kind, identity.nativeId, contentDigest) !== undefined
  }
}

const OF_RECORD = 'SELECT 1 FROM version WHERE record_id = ? AND digest = ?'
const OF_IDENTITY = `SELECT 1 FROM record JOIN version ON record_id = record.id
  WHERE account_id = ? AND kind = ? AND native_id = ? AND digest = ?`
