// Which record an identity leads to since it was merged: asked for every item of an account that has merges.
import type { Driver } from '../catalog/driver.ts'

/** The id of the record that an identity was merged into, or null. */
export type MergedInto = (identity: { readonly kind: string; readonly nativeId: string }) => number | null

/** For an account without merges nothing is looked up. */
export function mergedInto(db: Driver, account: number): MergedInto {
  const any = db.get('SELECT 1 FROM record_merge WHERE account_id = ? AND split_at IS NULL LIMIT 1', account)
  if (any === undefined) return () => null
  return ({ kind, nativeId }) =>
    db.get<{ id: number }>(
      `SELECT kept_id AS id FROM record_merge WHERE account_id = ? AND kind = ? AND native_id = ? AND split_at IS NULL`,
      account,
      kind,
      nativeId,
    )?.id ?? null
}
