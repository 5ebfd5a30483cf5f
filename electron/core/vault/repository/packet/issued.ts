// What left, or could be copied out of, the vault: every copy that Muniment makes is registered (design §4).
import type { CopyKind } from '../../../../../shared/domain/disposition/copy.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

export interface IssuedCopy {
  readonly kind: CopyKind
  readonly subject: string
  readonly name: string
  readonly place: string
  readonly digest: Uint8Array
  readonly size: number
  readonly at: Instant
}

/** Registers a copy. */
export function registerCopy(db: Driver, copy: IssuedCopy): void {
  db.run(
    'INSERT INTO issued (kind, subject, name, place, digest, size, issued_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    copy.kind,
    copy.subject,
    copy.name,
    copy.place,
    copy.digest,
    copy.size,
    copy.at,
  )
}

/** Whether a copy that was made at a time in a place is registered. */
export function isRegistered(db: Driver, { place, at }: Pick<IssuedCopy, 'place' | 'at'>): boolean {
  return db.get('SELECT 1 FROM issued WHERE place = ? AND issued_at = ?', place, at) !== undefined
}
