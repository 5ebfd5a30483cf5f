// Writing a review copy: the paper, the words for Muniment, and films and other files beside them, in one encrypted archive.
import { join } from 'node:path'
import type { MediaItem } from '../../../../shared/domain/record/record.ts'
import type { CopyRecord } from '../../../../shared/domain/review/review-copy.ts'
import { safeFileName, type UsedNames } from '../../../../shared/text/file-name.ts'
import type { JobContext } from '../../job/define.ts'
import { mkdir, readFile, rm } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { encrypted, type Opener } from '../../vault/key/age.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { findObject, readObject, wholeOf } from '../object-bytes.ts'
import { packetZip } from '../packet/zip.ts'
import type { CopiedRecord, CopyDraft } from './content.ts'
import { type CopyPicture, writeCopyPdf } from './copy-pdf.ts'
import { framed } from './framed.ts'

/** Names of the parts. */
export const COPY_JSON = 'review.json'
export const COPY_PDF = 'Review copy.pdf'

/** What is read is held in memory: so many bytes of films and other files go with a copy. */
const MOST_FILES = 256 * 1024 * 1024

/**
 * Writes the encrypted copy, chunk by chunk.
 * @param write takes the chunks and resolves when they are written
 * @returns how many files were left out because the copy would become too large
 */
export async function writeCopy(
  context: JobContext,
  draft: CopyDraft,
  opener: Opener,
  write: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<number> {
  const { folder, id, db, startedAt } = context
  const aside = join(folder, 'staging', `${id}-review-copy`)
  const practice = isPractice(db)
  await mkdir(aside, { recursive: true })
  try {
    const paper = join(aside, 'paper.pdf')
    const byRecord = new Map(draft.records.map((one) => [one.told.number, one]))
    const pictures = (record: CopyRecord) => picturesOf(context, byRecord.get(record.number))
    await writeCopyPdf(createWriteStream(paper), draft.content, pictures, practice)
    const zip = packetZip(new Date(startedAt), practice)
    const writing = encrypted(zip.bytes, opener).then(write)
    try {
      await zip.add(COPY_JSON, Buffer.from(JSON.stringify(draft.content), 'utf8'))
      await zip.add(COPY_PDF, await readFile(paper))
      const left = await addFiles(context, draft, (name, bytes) => zip.add(name, bytes))
      await zip.finish()
      await writing
      return left
    } catch (error) {
      zip.abandon(error instanceof Error ? error : new Error(String(error)))
      await writing.catch(() => undefined)
      throw error
    }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** Films, sounds and other files, as they are in the vault, under the number of their record. */
async function addFiles(
  { db, folder, signal }: JobContext,
  { records }: CopyDraft,
  add: (name: string, bytes: Uint8Array) => Promise<unknown>,
): Promise<number> {
  const used: UsedNames = new Map()
  let [size, left] = [0, 0]
  for (const { told, detail } of records) {
    for (const { digest, name } of filesIn(detail).filter((item) => !isPicture(item))) {
      signal.throwIfAborted()
      const object = digest === null ? null : findObject(db, folder, digest)
      if (object === null) continue
      size += object.size
      if (size > MOST_FILES) left += 1
      else
        await add(
          `files/${safeFileName(`${told.number}-${name.replace(/^.*[/\\]/, '')}`, used)}`,
          await wholeOf(object),
        )
    }
  }
  return left
}

async function picturesOf({ db, folder }: JobContext, copied: CopiedRecord | undefined): Promise<CopyPicture[]> {
  const shown: CopyPicture[] = []
  for (const { digest, name, alt } of filesIn(copied?.detail).filter(isPicture)) {
    const bytes = digest === null ? null : await readObject(db, folder, digest)
    const boxes = copied?.redactions.flatMap((one) => (one.field === 'media' && one.digest === digest ? one.boxes : []))
    const picture = bytes === null ? null : await framed(bytes, boxes ?? [])
    if (picture !== null) shown.push({ bytes: picture, name: alt ?? name })
  }
  return shown
}

/** Every file of a record's versions that the vault holds, each once. */
function filesIn(detail: CopiedRecord['detail'] | undefined): MediaItem[] {
  const all = detail?.versions.flatMap(({ media }) => media).filter(({ digest }) => digest !== null) ?? []
  return [...new Map(all.map((item) => [item.digest, item])).values()]
}

function isPicture({ mime }: MediaItem): boolean {
  return mime?.startsWith('image/') ?? false
}
