// Destroys records that were decided on: catalog, index, sources and files; bytes in packages are marked to be overwritten.
import type { WriteContext } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { markStrikes, withOuter } from '../../vault/packages/strike.ts'
import { emptyFragments, forgetRecord, membersOfObject, membersSeenIn, ownObjects } from '../../vault/record/destroy.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { rememberRemoved } from '../../vault/record/removed.ts'
import { addStruckPackage, markDestroyed } from '../../vault/repository/destruction.ts'
import { isOtherwiseUsed, membersByPackage } from '../../vault/repository/destruction-work.ts'
import { mergedIdentities } from '../../vault/repository/merge.ts'
import { forgetObject } from '../../vault/repository/object.ts'
import { markUnlinking } from '../../vault/repository/unlinking.ts'
import { traceObject, traceRecords } from '../../vault/trace/trace-record.ts'
import { tracer } from '../../vault/trace/traces.ts'
import type { DecidedItem } from './decide.ts'

interface Destroying {
  readonly destruction: number
  readonly key: Uint8Array
  /** Packages that hold a record under a hold: overwritten only with the attorney's consent. */
  readonly held: ReadonlySet<string>
}

/** A record that goes, and its place in the destruction. */
interface Going {
  readonly item: Pick<DecidedItem['item'], 'record' | 'position'>
}

/** Destroys what goes of a run, inside its transaction. */
export function destroyItems(context: WriteContext, destroying: Destroying, going: readonly Going[]): void {
  const { db, folder, now, random, revoke } = context
  const { destruction, key, held } = destroying
  const trace = tracer(key)
  const ids = going.map(({ item }) => item.record)
  const sources = traceRecords(db, destruction, ids, trace)
  emptyFragments(db, ids)
  const members = new Set<number>()
  for (const { item } of going) {
    const { record, position } = item
    const row = recordColumns(db, record)
    if (row === null) throw new Error('a record that was judged is gone')
    const objects = ownObjects(db, record).filter((object) => !isOtherwiseUsed(db, object))
    for (const member of membersSeenIn(db, record)) members.add(member)
    for (const member of objects.flatMap((object) => membersOfObject(db, object))) members.add(member)
    const bytes = objects.reduce((sum, object) => sum + traceObject(db, folder, destruction, object, trace), 0)
    const identities = [{ kind: row.kind, nativeId: row.native_id }, ...mergedIdentities(db, record)]
    const { account_id: account, kind, native_id: nativeId, at, precision, state, versions } = row
    rememberRemoved(db, { account, record, identities, objects }, random(32), destruction)
    const sightings = forgetRecord(db, record)
    for (const object of objects) {
      forgetObject(db, object)
      revoke(digestOf(object))
    }
    markUnlinking(
      db,
      objects.map((object) => objectPath(digestOf(object))),
    )
    const remains = { account, kind, nativeId, at, precision, state, versions, sightings, files: objects.length }
    markDestroyed(db, destruction, position, { ...remains, bytes: bytes + (sources.get(record) ?? 0) }, now)
  }
  const all = [...withOuter(db, [...members])]
  for (const { package: one, members: count } of membersByPackage(db, all))
    addStruckPackage(db, destruction, one, count, held.has(one))
  markStrikes(db, folder, all, now)
}
