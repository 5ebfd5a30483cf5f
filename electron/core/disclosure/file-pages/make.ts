// Making the pages of a document: of a PDF as it is, of another document by LibreOffice, or of a PDF that was made outside.
import { extname } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { JobContext } from '../../job/define.ts'
import { digestBytes, digestOf } from '../../vault/hex.ts'
import { putObject } from '../../vault/objects/put.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import { isOfLocked } from '../../vault/repository/record/lock.ts'
import { type FilePage, isMedia, type MadeFile } from '../../vault/repository/review/made-file.ts'
import pagesKeep from '../batches/file-pages.keep.ts'
import { findObject, once, type StoredObject, wholeOf } from '../object-bytes.ts'
import { officeToPdf } from './office.ts'
import { renderedPages } from './render.ts'

/** A PDF read in place of a document, and with what it was made. */
export interface Paper {
  readonly bytes: Uint8Array
  readonly how: string
}

/** A file of a record. @throws MunimentError INPUT_INVALID where no record names it */
export function documentObject({ db, folder }: JobContext, digest: Digest): StoredObject {
  const open = isMedia(db, digest) && !isOfLocked(db, digestBytes(digest))
  const object = open ? findObject(db, folder, digest) : null
  if (object === null) throw refused('No record of this vault has such a file.')
  return object
}

/** @throws MunimentError INPUT_INVALID, VAULT_DAMAGED */
async function documentBytes(context: JobContext, digest: Digest) {
  const object = documentObject(context, digest)
  return { bytes: await wholeOf(object), mime: object.mime }
}

/** The paper of a document: its own bytes where it is a PDF. @throws MunimentError INPUT_INVALID */
export async function paperOf(context: JobContext, digest: Digest, name: string): Promise<Paper | Uint8Array> {
  const { bytes, mime } = await documentBytes(context, digest)
  if (mime === 'application/pdf') return bytes
  const made = await officeToPdf(bytes, extname(name).slice(1).toLowerCase(), context.signal)
  if (made !== null) return { bytes: made, how: 'LibreOffice' }
  throw refused(
    'This is no PDF, and LibreOffice, which makes one of documents of Office, is not installed here or cannot read it. Have a PDF made of it outside and attach that; or withhold the file whole where all of it is exempt.',
  )
}

/** Draws the pages and keeps them. @returns how many there are */
export async function keepPages(context: JobContext, digest: Digest, paper: Paper | Uint8Array): Promise<number> {
  const { folder, id, signal, startedAt, actor } = context
  const objects: NewObject[] = []
  const pages: FilePage[] = []
  const store = async (name: string, bytes: Uint8Array) => {
    const put = await putObject(folder, `${id}-${name}`, once(bytes))
    objects.push({ ...put, member: null })
    return digestOf(put.digest)
  }
  const pdf = paper instanceof Uint8Array ? paper : paper.bytes
  for await (const { page, png, words } of renderedPages(pdf, signal)) {
    pages.push({ page, picture: await store(`page-${page}`, png), words })
    context.progress({ stage: 'drawing pages', done: page, total: null, unit: 'pages' })
  }
  const made: MadeFile | null =
    paper instanceof Uint8Array
      ? null
      : { made: await store('paper', paper.bytes), kind: 'paper', how: paper.how, at: startedAt, by: actor.person }
  await context.write(pagesKeep, { original: digest, pages, made, objects })
  return pages.length
}

function refused(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was changed.`)
}
