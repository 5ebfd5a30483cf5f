// A record removed whole: its rows, its sources, its own files; bytes in packages and loose files are marked to go once it is committed.
import type { Digest } from '../../../../shared/domain/id.ts'
import type { WriteContext } from '../handler.ts'
import { digestOf } from '../hex.ts'
import { objectPath } from '../objects/lease.ts'
import { markStrikes } from '../packages/strike.ts'
import { mergedIdentities } from '../repository/intake/merge.ts'
import { forgetObject } from '../repository/object.ts'
import { letBytesGo } from '../repository/record/attachment.ts'
import { markUnlinking } from '../repository/unlinking.ts'
import { destroyRecord, membersOfObjects, membersSeenIn, ownObjects } from './destroy.ts'
import type { RecordColumns } from './merge-document.ts'
import { rememberRemoved } from './removed.ts'

/** The files of packages that hold a record or what belongs to it alone. */
export function membersHolding({ db }: Pick<WriteContext, 'db'>, record: number): Set<number> {
  const objects = ownObjects(db, [record]).map(({ digest }) => digest)
  const seenIn = membersSeenIn(db, [record]).map(({ member }) => member)
  return new Set([...seenIn, ...membersOfObjects(db, objects).map(({ id }) => id)])
}

/** Removes it, and remembers it as removed by order. The caller has made sure that it may go. */
export function removeWhole(
  { db, folder, now, random, revoke }: WriteContext,
  row: Pick<RecordColumns, 'id' | 'account_id' | 'kind' | 'native_id'>,
): { readonly members: number; readonly objects: readonly Digest[] } {
  const { id: record, account_id: account, kind, native_id: nativeId } = row
  const objects = ownObjects(db, [record]).map(({ digest }) => digest)
  const members = membersHolding({ db }, record)
  markStrikes(db, folder, [...members], now)
  rememberRemoved(
    db,
    { account, record, identities: [{ kind, nativeId }, ...mergedIdentities(db, [record])], objects },
    random(32),
  )
  destroyRecord(db, record)
  for (const object of objects) {
    letBytesGo(db, object)
    forgetObject(db, object)
    revoke(digestOf(object))
  }
  markUnlinking(
    db,
    objects.map((object) => objectPath(digestOf(object))),
  )
  return { members: members.size, objects: objects.map(digestOf) }
}
