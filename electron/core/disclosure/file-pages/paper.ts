// A document as it is released: pictures of its pages with boxes painted over, and below each what is left of its words.
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { textOfPage, wordsOutside } from '../../../../shared/domain/review/file-page.ts'
import type { Box } from '../../../../shared/domain/review/review.ts'
import { createDocument } from '../../typeset/document.ts'
import { readVaultFile } from '../../vault/about.ts'
import { rm } from '../../vault/cipher/fs-promises.ts'
import { createReadStream, createWriteStream } from '../../vault/cipher/streams.ts'
import { putObject } from '../../vault/objects/put.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { filePages } from '../../vault/repository/review/made-file.ts'
import { readObject } from '../object-bytes.ts'
import type { Making } from '../review/making.ts'
import { paint } from '../review/painted.ts'

/** Boxes of one page. */
export interface PageBoxes {
  readonly page: number
  readonly boxes: readonly Box[]
}

/** Higher than any page: a picture takes what room there is. */
const WHOLE_PAGE = 660

/**
 * Makes the PDF and stores it. Nothing of the document itself is in it: neither its name, nor what it says of itself, nor what it embeds.
 * @throws MunimentError INPUT_INVALID where a page cannot be painted; VAULT_DAMAGED
 */
export async function documentPaper(
  context: Making,
  original: Digest,
  redacted: readonly PageBoxes[],
): Promise<NewObject> {
  const { db, folder, into, id, startedAt, signal, draft } = context
  const path = join(folder, 'staging', `${id}-document.pdf`)
  try {
    const pages = filePages(db, original)
    const doc = createDocument(createWriteStream(path), {
      title: 'A document of a record, page by page',
      lang: 'en-US',
      author: readVaultFile(folder).city,
      createdAt: new Date(startedAt),
      footer: 'Pictures of the pages of a document, and its words',
      practice: isPractice(db),
      draft,
    })
    for (const { page, picture, words } of pages) {
      signal.throwIfAborted()
      const boxes = redacted.flatMap((one) => (one.page === page ? one.boxes : []))
      const bytes = await readObject(db, folder, picture)
      const painted = bytes === null ? null : await paint(bytes, boxes)
      if (painted === null)
        throw new MunimentError(
          'INPUT_INVALID',
          'A page of a document cannot be read, so it cannot be painted. Make its pages anew. No packet was made.',
        )
      if (page > 1) await doc.pageBreak()
      await doc.heading(1, `Page ${page} of ${pages.length}`)
      const alt = `Page ${page} of ${pages.length} as a picture; its words follow`
      await doc.image(painted, { alt, maxHeight: WHOLE_PAGE })
      if (boxes.length > 0)
        await doc.paragraph('Parts of this page are redacted; what is boxed does not stand in its words.', {
          size: 8.5,
        })
      const text = textOfPage(wordsOutside(words, boxes))
      await doc.heading(2, `Words of page ${page}`, { bookmark: false })
      await doc.paragraph(text === '' ? [{ text: 'No words could be read on this page.', colour: 'muted' }] : text, {
        size: 9,
      })
    }
    await doc.finish()
    return { ...(await putObject(into, `${id}-paper`, createReadStream(path))), member: null }
  } finally {
    await rm(path, { force: true })
  }
}
