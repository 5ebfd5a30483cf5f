// A restored vault takes over what was done after its backup: destroyed records are destroyed in it, too, and what holds goes on holding.
import { PlanId } from '../../../../shared/domain/id.ts'
import { keyStreams } from '../../job/stream.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { listDestructions, type StoredDestruction } from '../../vault/repository/disposition/destruction.ts'
import { destroyedFiles } from '../../vault/repository/disposition/destruction-file.ts'
import { forgetTraces } from '../../vault/repository/disposition/destruction-work.ts'
import {
  knowsOf,
  seedOf,
  takeOverDestruction,
  takeOverFiles,
  takeOverNumbers,
  takeOverRegisters,
  takeOverRemovals,
  takeOverTransfers,
} from '../../vault/repository/disposition/later-acts.ts'
import { findPlan } from '../../vault/repository/disposition/plan.ts'
import { destroyItems } from '../execution/destroy.ts'
import { endDestruction } from '../execution/end.ts'
import { tracesKey } from '../execution/traces-key.ts'
import { guardAgain, removeAgain } from './again.ts'
import { bring, type Later } from './bring.ts'
import { destroyFilesAgain } from './files.ts'
import { goingSince } from './going.ts'
import { reapplyHolds } from './holds.ts'

/** What was taken over: destructions with how many of their records and files of the office the backup held, and labels of holds. */
export interface Reapplied {
  readonly destructions: readonly { readonly certificate: string; readonly records: number; readonly files: number }[]
  /** Certificates that are still to be made: their destructions had not come to their end, and have in the restored vault. */
  readonly unfinished: readonly string[]
  /** Records that were taken in again since and are not in the copy: it had more of them than was taken in. */
  readonly takenInAgain: number
  readonly holds: readonly string[]
  /** How many records standing holds had frozen of which the copy has nothing, by the label of the hold. */
  readonly absent: readonly { readonly hold: string; readonly records: number }[]
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
  absent: [],
  removed: 0,
  locked: 0,
  restricted: 0,
}

/** What becomes of records that waited while nobody carried the destruction on. */
const BROKEN_OFF = 'The vault was restored from a backup before its end.'

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
  return { ...taken, removed, ...guardAgain(context.db, later.db), ...reapplyHolds(context, later) }
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
