// Destroys records that were decided on: catalog, index, sources and files; bytes in packages are marked to be overwritten.
import type { Driver } from '../../vault/catalog/driver.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestOf, hexOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { markStrikes, withOuter } from '../../vault/packages/strike.ts'
import {
  emptyFragments,
  forgetRecords,
  membersOfObjects,
  membersSeenIn,
  type OwnObject,
  ownObjects,
} from '../../vault/record/destroy.ts'
import { type RecordColumns, recordRows } from '../../vault/record/merge-document.ts'
import { rememberAll } from '../../vault/record/removed.ts'
import { addStruckPackage, markDestroyed } from '../../vault/repository/disposition/destruction.ts'
import { membersByPackage, otherwiseUsed } from '../../vault/repository/disposition/destruction-work.ts'
import { mergedIdentities } from '../../vault/repository/intake/merge.ts'
import { forgetObject } from '../../vault/repository/object.ts'
import { packetPictures } from '../../vault/repository/packet/packet-pictures.ts'
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

/** A record that goes, and its place in the destruction; null where that has none for it, because it went as a part of another record. */
interface Going {
  readonly item: Pick<DecidedItem['item'], 'record'> & { readonly position: number | null }
}

/** Destroys what goes of a run, inside its transaction: all of it at once, because a statement costs more than a row. */
export function destroyItems(context: WriteContext, destroying: Destroying, going: readonly Going[]): void {
  if (going.length === 0) return
  const { db, folder, now, random, revoke } = context
  const { destruction, key, held } = destroying
  const trace = tracer(key)
  const ids = going.map(({ item }) => item.record)
  const rows = recordRows(db, ids)
  const objects = objectsThatGo(db, ids)
  const digests = objects.map(({ digest }) => digest)
  const members = membersSeenIn(db, ids).map(({ member }) => member)
  const all = [...withOuter(db, [...members, ...membersOfObjects(db, digests).map(({ id }) => id)])]
  const merged = Map.groupBy(mergedIdentities(db, ids), ({ record }) => record)
  const own = Map.groupBy(objects, ({ record }) => record)

  const sources = emptyFragments(db, ids)
  const bytes = new Map(traceRecords(db, destruction, { records: ids, sources }, trace))
  for (const { record, digest } of objects)
    bytes.set(record, (bytes.get(record) ?? 0) + traceObject(db, folder, destruction, digest, trace))
  const removed = ids.map((id) => {
    const { account_id: account, kind, native_id: nativeId } = known(rows, id)
    const identities = [{ kind, nativeId }, ...(merged.get(id) ?? [])]
    return { account, record: id, identities, objects: (own.get(id) ?? []).map(({ digest }) => digest) }
  })
  rememberAll(db, removed, random(32), destruction)
  const sightings = Map.groupBy(forgetRecords(db, ids), ({ record }) => record)
  for (const digest of digests) {
    forgetObject(db, digest)
    revoke(digestOf(digest))
  }
  markUnlinking(
    db,
    digests.map((digest) => objectPath(digestOf(digest))),
  )
  for (const { item } of going) {
    if (item.position === null) continue
    const {
      id,
      account_id: account,
      kind,
      native_id: nativeId,
      at,
      precision,
      state,
      versions,
    } = known(rows, item.record)
    const left = { sightings: sightings.get(id) ?? [], files: own.get(id)?.length ?? 0, bytes: bytes.get(id) ?? 0 }
    const remains = { account, kind, nativeId, at, precision, state, versions, ...left }
    markDestroyed(db, destruction, item.position, remains, now)
  }
  for (const { package: one, members: count } of membersByPackage(db, all))
    addStruckPackage(db, destruction, one, count, held.has(one))
  markStrikes(db, folder, all, now)
}

/** Objects that go with records: those that nothing else names, and the pictures that were made of them for packets. */
function objectsThatGo(db: Driver, ids: readonly number[]): OwnObject[] {
  const found = [...ownObjects(db, ids), ...packetPictures(db, ids)]
  const own = [...new Map(found.map((one) => [hexOf(one.digest), one])).values()]
  const used = otherwiseUsed(
    db,
    own.map(({ digest }) => digest),
  )
  return own.filter(({ digest }) => !used.has(hexOf(digest)))
}

function known(rows: ReadonlyMap<number, RecordColumns>, record: number): RecordColumns {
  const row = rows.get(record)
  if (row === undefined) throw new Error('a record that was judged is gone')
  return row
}
