// What a restored vault removes, locks and restricts again before anybody can open it: by the vault as it was last, or by certificates alone.
import type { Driver } from '../../vault/catalog/driver.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { removeWhole } from '../../vault/record/remove-whole.ts'
import { rememberRemoved, removedByOrder } from '../../vault/record/removed.ts'
import { accountByHandle } from '../../vault/repository/account/people.ts'
import {
  identitiesAfter,
  knowsOf,
  recordOf,
  restrictAgain,
  standingLocks,
  standingRestrictions,
} from '../../vault/repository/disposition/later-acts.ts'
import {
  tellCertificate,
  tellDestroyedFile,
  tellDestroyedRecord,
} from '../../vault/repository/disposition/told-elsewhere.ts'
import { insertLock } from '../../vault/repository/record/lock.ts'
import { destroyFilesAgain } from './files.ts'
import { goingTold } from './going.ts'
import type { ToldDestruction } from './told.ts'

const PAGE = 5000

/** Removes what was removed under an order since, known by its keyed digest alone. Returns how many records. */
export function removeAgain(context: WriteContext): number {
  const { db } = context
  const wasRemoved = removedByOrder(db)
  if (wasRemoved === null) return 0
  let removed = 0
  let after = Number.MIN_SAFE_INTEGER
  for (let rows = identitiesAfter(db, after, PAGE); rows.length > 0; rows = identitiesAfter(db, after, PAGE)) {
    after = rows.at(-1)?.id ?? after
    for (const row of rows) {
      if (!wasRemoved(row.account_id, { kind: row.kind, nativeId: row.native_id })) continue
      removeWhole(context, row)
      removed += 1
    }
  }
  return removed
}

/** Locks and restricts what is locked and restricted in the later vault. What was lifted there since stays as the backup has it. */
export function guardAgain(db: Driver, later: Driver): { readonly locked: number; readonly restricted: number } {
  const counted = { locked: 0, restricted: 0 }
  for (const lock of knowsOf(later, 'record_lock') ? standingLocks(later) : []) {
    const record = recordOf(db, lock)
    const { ground: basis, reason, at, by } = lock
    if (record !== null && insertLock(db, record, { basis, reason, at, by })) counted.locked += 1
  }
  for (const restriction of knowsOf(later, 'restriction') ? standingRestrictions(later) : []) {
    const record = recordOf(db, restriction)
    if (record !== null && restrictAgain(db, record, restriction)) counted.restricted += 1
  }
  return counted
}

/**
 * Destroys again what a certificate or a list names; what the backup never held is remembered by its identity, so that no old export brings it back.
 * Returns how many of its records and of the office's files the backup held.
 */
export function destroyAgain(context: WriteContext, { name, destroyed, files, certificate }: ToldDestruction) {
  const { db, now } = context
  if (certificate !== null) tellCertificate(db, certificate, now)
  const named = new Map<number, { readonly position: number }>()
  for (const [position, { account: path, kind, nativeId, recordId }] of destroyed.entries()) {
    tellDestroyedRecord(db, recordId)
    const [platform = '', ...handle] = path.split('/')
    const account = accountByHandle(db, platform, handle.join('/'))
    const record = account === null ? null : recordOf(db, { account, kind, nativeId })
    if (record !== null) named.set(record, { position })
    else if (account !== null) {
      const identity = { record: 0, identities: [{ kind, nativeId }], objects: [] }
      rememberRemoved(db, { account, ...identity }, context.random(32))
    }
  }
  const going = goingTold(context, named, new Set(destroyed.flatMap(({ leaves }) => leaves)))
  for (const { record } of going) {
    const row = recordColumns(db, record)
    if (row !== null) removeWhole(context, row)
  }
  const gone = destroyFilesAgain(context, null, files)
  for (const file of files) tellDestroyedFile(db, file)
  return { certificate: name, records: going.length, files: gone }
}
