// Destroys one of the office's own files that was decided on: its rows, its objects; of a remainder, the bytes of its members.
import type { OfficeFileRef } from '../../../../shared/domain/disposition/office-file.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestOf, hexOf } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { markStrikes, withOuter } from '../../vault/packages/strike.ts'
import { addStruckPackage } from '../../vault/repository/disposition/destruction.ts'
import { membersByPackage, usedAtAll } from '../../vault/repository/disposition/destruction-work.ts'
import {
  deleteFile,
  forgetAnswers,
  membersOfRemainder,
  objectsInMember,
  objectsOfFile,
} from '../../vault/repository/disposition/office-content.ts'
import { dropSalt } from '../../vault/repository/disposition/office-series.ts'
import { forgetObject } from '../../vault/repository/object.ts'
import { markUnlinking } from '../../vault/repository/unlinking.ts'
import { traceFile, traceMember } from '../../vault/trace/trace-file.ts'
import { traceObject } from '../../vault/trace/trace-record.ts'
import { type Tracer, tracer } from '../../vault/trace/traces.ts'

/** Nobody repeats a command after so long; what it answered may say what a destroyed file was about. */
const ANSWERS_KEPT = 30 * 24 * 60 * 60 * 1000

/** The destruction that looks for what went afterwards: it keeps traces of it, made with a key of 32 random bytes. */
export interface Proving {
  readonly destruction: number
  readonly key: Uint8Array
}

/** What went: rows of the catalog, files, bytes of these that were traced. */
export interface FileGone {
  readonly rows: number
  readonly files: number
  readonly bytes: number
}

/** A destruction with the tracer made of its key. */
interface Tracing {
  readonly destruction: number
  readonly trace: Tracer
}

/** Destroys a file, inside its transaction. @param proving null where nothing is looked for afterwards */
export function destroyFile(context: WriteContext, proving: Proving | null, file: OfficeFileRef): FileGone {
  const { db, folder, now, revoke } = context
  const tracing = proving && { destruction: proving.destruction, trace: tracer(proving.key) }
  if (tracing !== null) traceFile(db, tracing.destruction, file, tracing.trace)
  if (file.kind === 'remainder') return destroyRemainder(context, tracing, file)
  const named = objectsOfFile(db, file)
  const rows = deleteFile(db, file)
  dropSalt(db, file)
  forgetAnswers(db, now - ANSWERS_KEPT)
  const used = usedAtAll(db, named)
  const objects = named.filter((object) => !used.has(hexOf(object)))
  let bytes = 0
  for (const object of objects) {
    if (tracing !== null) bytes += traceObject(db, folder, tracing.destruction, object, tracing.trace)
    forgetObject(db, object)
    revoke(digestOf(object))
  }
  markUnlinking(
    db,
    objects.map((object) => objectPath(digestOf(object))),
  )
  return { rows, files: objects.length, bytes }
}

function destroyRemainder(context: WriteContext, tracing: Tracing | null, file: OfficeFileRef): FileGone {
  const { db, folder, now, revoke } = context
  const members = membersOfRemainder(db, file.id)
  let bytes = 0
  if (tracing !== null) {
    const { destruction, trace } = tracing
    for (const member of members) bytes += traceMember(db, folder, destruction, member, trace)
  }
  for (const object of members.flatMap((member) => objectsInMember(db, member))) {
    forgetObject(db, object)
    revoke(digestOf(object))
  }
  const all = [...withOuter(db, members)]
  if (tracing !== null) {
    for (const { package: one, members: count } of membersByPackage(db, all))
      addStruckPackage(db, tracing.destruction, one, count, false)
  }
  markStrikes(db, folder, all, now)
  dropSalt(db, file)
  return { rows: 0, files: members.length, bytes }
}
