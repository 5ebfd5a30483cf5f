// A restored vault takes over what was done after its backup: destroyed records are destroyed in it, too, and what holds goes on holding.
import { dirname, join } from 'node:path'
import type { Hold, HoldDraft } from '../../../../shared/domain/disposition/hold.ts'
import { type Digest, type HoldId, PlanId } from '../../../../shared/domain/id.ts'
import { keyStreams } from '../../job/stream.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { copyFileSync, existsSync, mkdirSync, statSync } from '../../vault/cipher/fs.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestBytes, digestOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { listDestructions, type StoredDestruction } from '../../vault/repository/disposition/destruction.ts'
import { destroyedFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { forgetTraces } from '../../vault/repository/disposition/destruction-work.ts'
import { findHold, holdingRequests, insertHold, standingHolds } from '../../vault/repository/disposition/hold.ts'
import {
  knowsOf,
  seedOf,
  takeOverDestruction,
  takeOverFiles,
  takeOverNamedFiles,
  takeOverNumbers,
  takeOverRegisters,
  takeOverRemovals,
  takeOverTransfers,
} from '../../vault/repository/disposition/later-acts.ts'
import { findPlan } from '../../vault/repository/disposition/plan.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { destroyItems } from '../execution/destroy.ts'
import { endDestruction } from '../execution/end.ts'
import { tracesKey } from '../execution/traces-key.ts'
import { freeze } from '../hold/freeze.ts'
import { guardAgain, removeAgain } from './again.ts'
import { destroyFilesAgain } from './files.ts'
import { goingSince } from './going.ts'

/** What was taken over: destructions with how many of their records and files of the office the backup held, and labels of holds. */
export interface Reapplied {
  readonly destructions: readonly { readonly certificate: string; readonly records: number; readonly files: number }[]
  /** Certificates that are still to be made: their destructions had not come to their end, and have in the restored vault. */
  readonly unfinished: readonly string[]
  /** Records that were taken in again since and are not in the copy: it had more of them than was taken in. */
  readonly takenInAgain: number
  readonly holds: readonly string[]
  /** How many records were removed, locked and restricted again. */
  readonly removed: number
  readonly locked: number
  readonly restricted: number
}

/** Nothing that came later is known. */
export const nothingLater: Reapplied = {
  destructions: [],
  unfinished: [],
  takenInAgain: 0,
  holds: [],
  removed: 0,
  locked: 0,
  restricted: 0,
}

/** What becomes of records that waited while nobody carried the destruction on. */
const BROKEN_OFF = 'The vault was restored from a backup before its end.'

interface Later {
  readonly db: Driver
  readonly folder: string
}

/** Takes it over, inside one transaction. @param key 32 random bytes */
export function reapplyLater(context: WriteContext, later: Later, key: Uint8Array): Reapplied {
  takeOverRegisters(later.db, context.db)
  takeOverNumbers(later.db, context.db)
  // Before anything is remembered as destroyed: it is remembered by the same key.
  takeOverRemovals(later.db, context.db)
  takeOverTransfers(later.db, context.db, (document) =>
    bring(context, later, digestOf(document), 'application/octet-stream'),
  )
  const taken = reapplyDestructions(context, later, key)
  const removed = removeAgain(context)
  return { ...taken, removed, ...guardAgain(context.db, later.db), holds: reapplyHolds(context, later) }
}

function reapplyDestructions(context: WriteContext, later: Later, key: Uint8Array) {
  const { db } = context
  if (!knowsOf(later.db, 'destruction')) return { destructions: [], unfinished: [], takenInAgain: 0 }
  // A backup may be made while a destruction is carried out: what that did afterwards is news.
  const known = new Set(listDestructions(db).flatMap((one) => (one.state === 'certified' ? [one.certificate] : [])))
  const missing = listDestructions(later.db).filter(({ certificate }) => !known.has(certificate))
  const taken = missing.reverse().map((one) => reapplyDestruction(context, later, one, key))
  const destructions = taken.map(({ takenInAgain: _, ...one }) => one)
  const takenInAgain = taken.reduce((sum, one) => sum + one.takenInAgain, 0)
  const unfinished = missing.flatMap((one) => (one.state === 'certified' ? [] : [one.certificate]))
  return { destructions, unfinished, takenInAgain }
}

function reapplyDestruction(context: WriteContext, later: Later, one: StoredDestruction, fresh: Uint8Array) {
  const { db } = context
  const { id, plan, certificate, document, paper } = one
  for (const object of [document, paper, findPlan(later.db, PlanId.parse(plan))?.object ?? null])
    if (object !== null) bring(context, later, object, object === paper ? 'application/pdf' : 'application/json')
  takeOverDestruction(later.db, db, id, plan)
  const seed = seedOf(db, id)
  const key = seed === null ? fresh : tracesKey(keyStreams(seed))
  const { going, takenInAgain } = goingSince(context, later.db, id)
  const items = going.map((item) => ({ item }))
  destroyItems(context, { destruction: id, key, held: new Set() }, items)
  const gone = knowsOf(later.db, 'destruction_file') ? destroyedFiles(later.db, id) : []
  const files = destroyFilesAgain(context, { destruction: id, key }, gone)
  // After them: a file whose end is written down is not found any more.
  if (gone.length > 0) takeOverFiles(later.db, db, id)
  if (one.state === 'certified') forgetTraces(db, id)
  else endDestruction(context, id, BROKEN_OFF)
  return { certificate, records: going.length, files, takenInAgain }
}

/**
 * Places what holds in the later vault and does not hold here: holds placed since; those that cover something else by now, beside what they covered
 * then; requests entered since. A hold that was released since goes on standing in the restored vault: its release is given again there.
 */
function reapplyHolds(context: WriteContext, later: Later): string[] {
  const { db, folder, now } = context
  const known = ({ placedAt, label }: Hold) => `${placedAt} ${label}`
  const here = new Map(standingHolds(db).map(({ hold }) => [known(hold), hold]))
  const requests = new Set(holdingRequests(db).map(({ id }) => id))
  const drafts: { readonly draft: HoldDraft; readonly was: HoldId | null }[] = []
  for (const { hold, request } of standingHolds(later.db)) {
    const before = here.get(known(hold))
    if (before !== undefined) takeOverNamedFiles(later.db, db, hold.id, before.id)
    // What was found for a request is within what it holds while it is open.
    const same = before !== undefined && (request !== null || canonicalJson(before.scope) === canonicalJson(hold.scope))
    if (same) continue
    drafts.push({ draft: { ...hold, orderDocument: present(context, later, hold.orderDocument) }, was: hold.id })
  }
  for (const { id, accounts, from, to } of holdingRequests(later.db)) {
    if (requests.has(id)) continue
    requests.add(id)
    const draft: HoldDraft = {
      ...{ label: `Request ${id}`, matter: '', attorney: '', startsOn: null, reviewOn: null, orderDocument: null },
      ...{ basis: 'records-request', orderedBy: 'Gov. Code 7920.000 and following' },
      scope: { search: null, accounts, from, to, recordIds: [] },
    }
    drafts.push({ draft, was: null })
  }
  return drafts.map(({ draft, was }) => {
    const id = insertHold(db, draft, null, now, null)
    if (was !== null) takeOverNamedFiles(later.db, db, was, id)
    const hold = findHold(db, id)?.hold
    if (hold !== undefined) freeze(db, folder, hold)
    return draft.label
  })
}

function present(context: WriteContext, later: Later, object: Digest | null): Digest | null {
  return object !== null && bring(context, later, object, 'application/octet-stream') ? object : null
}

/** Copies an object of the later vault. Returns whether it was there. */
function bring({ db, folder, now }: WriteContext, later: Later, object: Digest, mime: string): boolean {
  const from = join(later.folder, objectPath(object))
  const to = join(folder, objectPath(object))
  if (!existsSync(from)) return false
  if (!existsSync(to)) {
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
  }
  insertObject(db, { digest: digestBytes(object), size: statSync(to).size, mime, member: null }, now)
  return true
}
