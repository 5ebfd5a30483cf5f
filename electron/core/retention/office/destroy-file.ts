// Destroys one of the office's own files that was decided on: its rows, its objects; of a remainder, the bytes of its members.
import type { OfficeFileRef } from '../../../../shared/domain/office-file.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestOf, hexOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { markStrikes, withOuter } from '../../vault/packages/strike.ts'
import { addStruckPackage } from '../../vault/repository/destruction.ts'
import { membersByPackage, usedAtAll } from '../../vault/repository/destruction-work.ts'
import { forgetObject } from '../../vault/repository/object.ts'
import {
  deleteFile,
  forgetAnswers,
  membersOfRemainder,
  objectsInMember,
  objectsOfFile,
} from '../../vault/repository/office-content.ts'
import { dropSalt } from '../../vault/repository/office-series.ts'
import { markUnlinking } from '../../vault/repository/unlinking.ts'
import { traceFile, traceMember } from '../../vault/trace/trace-file.ts'
import { traceObject } from '../../vault/trace/trace-record.ts'
import { type Tracer, tracer } from '../../vault/trace/traces.ts'

/** Nobody repeats a command after so long; what it answered may say what a destroyed file was about. */
const ANSWERS_KEPT = 30 * 24 * 60 * 60 * 1000

/** What went: rows of the catalog, files, bytes of these. */
export interface FileGone {
  readonly rows: number
  readonly files: number
  readonly bytes: number
}

/** Destroys a file, inside its transaction. */
export function destroyFile(
  context: WriteContext,
  destruction: number,
  key: Uint8Array,
  file: OfficeFileRef,
): FileGone {
  const { db, folder, now, revoke } = context
  const trace = tracer(key)
  traceFile(db, destruction, file, trace)
  if (file.kind === 'remainder') return destroyRemainder(context, destruction, trace, file)
  const named = objectsOfFile(db, file)
  const rows = deleteFile(db, file)
  dropSalt(db, file)
  forgetAnswers(db, now - ANSWERS_KEPT)
  const used = usedAtAll(db, named)
  const objects = named.filter((object) => !used.has(hexOf(object)))
  let bytes = 0
  for (const object of objects) {
    bytes += traceObject(db, folder, destruction, object, trace)
    forgetObject(db, object)
    revoke(digestOf(object))
  }
  markUnlinking(
    db,
    objects.map((object) => objectPath(digestOf(object))),
  )
  return { rows, files: objects.length, bytes }
}

function destroyRemainder(context: WriteContext, destruction: number, trace: Tracer, file: OfficeFileRef): FileGone {
  const { db, folder, now, revoke } = context
  const members = membersOfRemainder(db, file.id)
  const bytes = members.reduce((sum, member) => sum + traceMember(db, folder, destruction, member, trace), 0)
  for (const object of members.flatMap((member) => objectsInMember(db, member))) {
    forgetObject(db, object)
    revoke(digestOf(object))
  }
  const all = [...withOuter(db, members)]
  for (const { package: one, members: count } of membersByPackage(db, all))
    addStruckPackage(db, destruction, one, count, false)
  markStrikes(db, folder, all, now)
  dropSalt(db, file)
  return { rows: 0, files: members.length, bytes }
}
