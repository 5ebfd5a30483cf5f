import { MunimentError } from '../../../../shared/contract/error.ts'
import { attachmentAdd } from '../../../../shared/contract/note.ts'
import type { GrantId } from '../../../../shared/domain/id.ts'
import { MOST_ATTACHED } from '../../../../shared/domain/record/note.ts'
import { safeFileName } from '../../../../shared/text/file-name.ts'
import { type JobContext, work } from '../../job/define.ts'
import attachmentStore, { type StoredFile } from '../batches/attachment.store.ts'
import { open } from '../cipher/fs-promises.ts'
import { createReadStream } from '../cipher/streams.ts'
import type { GrantedFile } from '../handler.ts'
import { refuseUnknownSubject } from '../known-subject.ts'
import { DOCUMENT_BYTES, sniffDocument } from '../objects/mime.ts'
import { putObject } from '../objects/put.ts'

export default work(attachmentAdd, false, async (context, { subject, files: grants }) => {
  refuseUnknownSubject(context.db, subject)
  const files = grants.map((grant) => readable(context, grant))
  // All are looked at before any is stored.
  const heads = await Promise.all(files.map(lookAt))
  const stored: StoredFile[] = []
  for (const [place, { path, name }] of files.entries()) {
    context.signal.throwIfAborted()
    context.progress({ stage: 'attaching', done: place, total: files.length, unit: 'files' })
    const bytes = createReadStream(path, { signal: context.signal, highWaterMark: 1 << 20 })
    const object = await putObject(context.folder, `${context.id}-${place}`, bytes)
    stored.push({ name: safeFileName(name, new Map()), mime: sniffDocument(heads[place] ?? new Uint8Array(0)), object })
  }
  return { attachments: await context.write(attachmentStore, { subject, files: stored }) }
})

function readable({ files }: JobContext, grant: GrantId): GrantedFile {
  const file = files(grant)
  if (file !== undefined) return file
  throw new MunimentError(
    'GRANT_UNKNOWN',
    'A file was chosen in an earlier session. Nothing was attached; choose it again.',
  )
}

/** The first bytes of a file that can be attached. @throws MunimentError FILE_UNREADABLE */
async function lookAt({ path, name }: GrantedFile): Promise<Uint8Array> {
  const refuse = (why: string, cause?: unknown) =>
    new MunimentError('FILE_UNREADABLE', `${name} ${why} Nothing was attached.`, { cause })
  const file = await open(path, 'r').catch((error: unknown) => {
    throw refuse('cannot be read: it is gone, or this user may not read it.', error)
  })
  try {
    const about = await file.stat()
    if (about.isDirectory()) throw refuse('is a folder. Attach the files in it, or pack it as a ZIP first.')
    if (!about.isFile()) throw refuse('is not a file.')
    if (about.size === 0) throw refuse('is empty: it has not one byte.')
    if (about.size > MOST_ATTACHED) throw refuse('is larger than 2 GB, the most that can be attached.')
    const head = Buffer.alloc(DOCUMENT_BYTES)
    const { bytesRead } = await file.read(head, 0, DOCUMENT_BYTES, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
