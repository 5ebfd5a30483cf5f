// The records of a purge report that its digest drew, each with what it says and its first picture.
import sharp from 'sharp'
import type { Digest } from '../../../../shared/domain/id.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Doc } from '../../typeset/document.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { open } from '../../vault/cipher/fs-promises.ts'
import { leaseOf } from '../../vault/objects/lease.ts'
import { firstPictures } from '../../vault/repository/disposition/plan-picture.ts'
import type { DrawnUp } from '../plan/draw-up.ts'
import { listedRecords } from './words.ts'

/** Points that a picture is high at most. */
const HIGHEST = 96
/** Pixels of the longer side: enough for paper at that height. */
const LONGEST = 400
const MOST_PIXELS = 100_000_000
const MOST_BYTES = 64 * 2 ** 20

/** What is read for a report: the catalog and the folder of the vault. */
export interface ReportSource {
  readonly db: Driver
  readonly folder: string
}

/** Draws the records, in their order. */
export async function drawSample(doc: Doc, { db, folder }: ReportSource, drawn: DrawnUp): Promise<void> {
  const { head, sample, tally } = drawn
  if (sample.length === 0) return
  await doc.heading(2, 'Drawn by lot')
  await doc.paragraph(
    `${amount(sample.length, 'record')} of the ${amount(tally.counts.eligible, 'record')} of this plan, drawn by its digest: nobody chose them, and the same digest draws them again.`,
  )
  const pictures = firstPictures(db, sample)
  for (const [place, { id, day, kind, author, text }] of listedRecords(db, head.zone, sample).entries()) {
    const record = sample[place]
    const picture = record === undefined ? undefined : pictures.get(record)
    const who = author === '' ? '' : ` · ${author}`
    await doc.paragraph([{ text: `${place + 1}. ${day} · ${kind}${who}`, bold: true }, { text: '  ' }, ...id], {
      size: 9,
      spaceAfter: 1,
      withNext: true,
    })
    await doc.paragraph(text === '' ? [{ text: '(no text)', colour: 'muted' }] : text, {
      size: 9,
      spaceAfter: 6,
      withNext: picture !== undefined,
    })
    if (picture !== undefined) await drawPicture(doc, { db, folder }, picture.digest, picture.alt)
  }
}

async function drawPicture(doc: Doc, source: ReportSource, digest: Digest, alt: string | null): Promise<void> {
  const jpeg = await thumbnail(source, digest)
  const options = { alt: alt ?? 'Picture of the record above; its author gave no description', maxHeight: HIGHEST }
  const outcome = jpeg === null ? null : await doc.image(jpeg, options)
  if (outcome?.drawn === true) return
  await doc.paragraph([{ text: 'Its picture cannot be shown.', colour: 'muted' }], { size: 9 })
}

/** A picture as a small JPEG, upright and on white; null where it cannot be read. */
async function thumbnail({ db, folder }: ReportSource, digest: Digest): Promise<Uint8Array | null> {
  const lease = leaseOf(db, folder, digest)
  if (lease === null || lease.length > MOST_BYTES) return null
  try {
    const file = await open(lease.file)
    try {
      const bytes = Buffer.alloc(lease.length)
      const { bytesRead } = await file.read(bytes, 0, bytes.length, lease.offset)
      if (bytesRead < bytes.length) return null
      return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
        .rotate()
        .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 80 })
        .toBuffer()
    } finally {
      await file.close()
    }
  } catch {
    // What cannot be read as a picture is said in its place; whether a file is damaged is for the verification to tell.
    return null
  }
}
