// The files of a record as they are released: documents as pages, recordings as they were made anew; nothing passes unseen.

import { type Digest, RecordId } from '../../../../shared/domain/id.ts'
import type { MediaItem, RecordDetail } from '../../../../shared/domain/record/record.ts'
import { documentsOf, sortOf } from '../../../../shared/domain/review/file-page.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { recordDetail } from '../../vault/record/read.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import { hasDocuments, pageCount } from '../../vault/repository/review/made-file.ts'
import { documentPaper } from '../file-pages/paper.ts'
import { findObject } from '../object-bytes.ts'
import type { FrozenFile } from './frozen.ts'
import { incomplete } from './incomplete.ts'
import type { Making } from './making.ts'
import { paintedPicture } from './painted.ts'

/** Makes the files of one record after the other; the same document with the same boxes is made once. */
export function fileMaker(context: Making, objects: NewObject[]): (decision: ReviewDecision) => Promise<FrozenFile[]> {
  const made = new Map<string, FrozenFile>()
  const keep = async (name: string, of: Digest, ending: string, make: () => Promise<NewObject>) => {
    const known = made.get(name)
    if (known !== undefined) return known
    const object = await make()
    objects.push(object)
    const file = { of, digest: digestOf(object.digest), size: object.size, mime: object.mime, ending }
    made.set(name, file)
    return file
  }
  return async (decision) => {
    const detail = recordDetail(context.db, RecordId.parse(decision.record))
    const files: FrozenFile[] = []
    for (const { digest, item } of detail === null ? [] : filesOf(detail)) {
      const own = decision.redactions.filter((one) => 'digest' in one && one.digest === digest)
      if (own.some(({ field }) => field === 'media')) continue
      const edit = own.find((one) => one.field === 'edit')
      const hidden = decision.redactions.some(({ field }) => field === 'author' || field === 'place')
      if (sortOf(item) === 'document') {
        refuseUnread(context.db, decision, digest)
        const boxed = own.flatMap((one) => (one.field === 'page' ? [{ page: one.page, boxes: one.boxes }] : []))
        const name = `${digest} ${JSON.stringify(boxed)}`
        files.push(await keep(name, digest, '-pages.pdf', () => documentPaper(context, digest, boxed)))
      } else if (edit?.field === 'edit') files.push(editOf(context, digest, edit.made))
      else if (!hidden) continue
      else if (sortOf(item) === 'picture')
        // A photo tells in its file where and by whom it was taken.
        files.push(await keep(digest, digest, '.png', () => paintedPicture(context, digest, [])))
      else
        throw incomplete(
          `Record ${decision.record} goes out without its author or place, and its recording may tell them in its file. Have the recording made anew, or withhold it.`,
        )
    }
    return files
  }
}

/** Without a review no document goes out. @throws MunimentError REVIEW_INCOMPLETE */
export function refuseUnreadFiles(db: Driver, items: readonly { readonly id: number }[]): void {
  const found = items.find(({ id }) => hasDocuments(db, id))
  if (found === undefined) return
  throw incomplete(
    `Record ${found.id} has a document that nobody has looked through. Review what answers the request first: documents go out page by page, never as they are.`,
  )
}

/** @throws MunimentError REVIEW_INCOMPLETE */
function refuseUnread(db: Driver, { record, read }: ReviewDecision, digest: Digest): void {
  const seen = read?.find((one) => one.digest === digest)?.pages
  if (seen !== undefined && seen === pageCount(db, digest)) return
  throw incomplete(
    `Record ${record} has a document of which not every page was looked through. Look through it in the review, or withhold it whole where all of it is exempt.`,
  )
}

/** @throws MunimentError REVIEW_INCOMPLETE where the vault has lost it */
function editOf({ db, folder }: Making, of: Digest, digest: Digest): FrozenFile {
  const object = findObject(db, folder, digest)
  if (object === null)
    throw incomplete('A recording that was made anew is not in the vault any more. Have it made again.')
  const { size, mime } = object
  return { of, digest, size, mime, ending: `-redacted.${ENDINGS[mime] ?? 'bin'}` }
}

const ENDINGS: Readonly<Record<string, string>> = {
  ...{ 'video/mp4': 'mp4', 'video/webm': 'webm', 'video/quicktime': 'mov', 'audio/mpeg': 'mp3', 'audio/ogg': 'ogg' },
  'audio/wav': 'wav',
}

/** Every file that the vault holds, each once. */
function filesOf(detail: RecordDetail): { readonly digest: Digest; readonly item: MediaItem }[] {
  const others = detail.versions
    .flatMap(({ media }) => media)
    .flatMap((item) => (item.digest === null || sortOf(item) === 'document' ? [] : [{ digest: item.digest, item }]))
  return [...documentsOf(detail), ...new Map(others.map((one) => [one.digest, one])).values()]
}
