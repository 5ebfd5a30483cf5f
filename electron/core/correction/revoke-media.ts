// Taking a record's pictures from whoever shows them.

import type { WriteContext } from '../vault/handler.ts'
import { digestOf } from '../vault/hex.ts'
import { objectsOf } from '../vault/repository/object.ts'

/** Says that the media of a record may be shown no longer. */
export function revokeMedia({ db, revoke }: WriteContext, record: number): void {
  for (const object of objectsOf(db, record)) revoke(digestOf(object))
}
