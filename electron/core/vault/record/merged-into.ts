// Which record an item leads to that was put right: since its record was merged, or since one version became a record of its own.
import type { Driver } from '../catalog/driver.ts'

/** The id of the record that an item belongs to in spite of its identity, or null. */
export type MergedInto = (
  identity: { readonly kind: string; readonly nativeId: string },
  contentDigest: Uint8Array,
) => number | null

const ANY = `SELECT 1 WHERE EXISTS (SELECT 1 FROM record_merge WHERE account_id = ? AND split_at IS NULL AND moved_accession_id IS NULL)
  OR EXISTS (SELECT 1 FROM record_separation WHERE account_id = ? AND joined_at IS NULL)`

const SEPARATE = `SELECT record_id AS id FROM record_separation
  WHERE account_id = ? AND kind = ? AND native_id = ? AND digest = ? AND joined_at IS NULL`

const MERGED = `SELECT kept_id AS id FROM record_merge
  WHERE account_id = ? AND kind = ? AND native_id = ? AND split_at IS NULL AND moved_accession_id IS NULL`

/** For an account where nothing was put right nothing is looked up. */
export function mergedInto(db: Driver, account: number): MergedInto {
  if (db.get(ANY, account, account) === undefined) return () => null
  return ({ kind, nativeId }, contentDigest) =>
    (
      db.get<{ id: number }>(SEPARATE, account, kind, nativeId, contentDigest) ??
      db.get<{ id: number }>(MERGED, account, kind, nativeId)
    )?.id ?? null
}
