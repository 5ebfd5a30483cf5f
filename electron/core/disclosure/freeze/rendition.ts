// JPEGs of pictures that no PDF can hold, made once and stored: codecs differ between versions, a stored file does not.
import sharp from 'sharp'
import type { Digest } from '../../../../shared/domain/id.ts'
import { examine } from '../../typeset/picture.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { putObject } from '../../vault/objects/put.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import type { Rendition } from '../document.ts'
import { once, readObject } from '../object-bytes.ts'

/** Pixels of the longer side: more than a page shows. */
const LONGEST = 1600
const MOST_PIXELS = 100_000_000

/** A rendition, and the object that it became. */
export interface MadeRendition {
  readonly rendition: Rendition
  readonly object: NewObject | null
}

/**
 * Makes a JPEG of a picture, if a PDF cannot hold it as it is.
 * @param name a name that nobody else uses in staging/
 * @param into where it is kept: the vault, or the folder of a draft
 * @returns null where the picture can be embedded as it is, or its bytes are not in the vault
 */
export async function renditionOf(
  db: Driver,
  folder: string,
  picture: Digest,
  name: string,
  into = folder,
): Promise<MadeRendition | null> {
  const bytes = await readObject(db, folder, picture)
  if (bytes === null || examine(bytes).drawable) return null
  const jpeg = await toJpeg(bytes)
  if (jpeg === null) return { rendition: { of: picture, made: null }, object: null }
  const put = await putObject(into, name, once(jpeg))
  return { rendition: { of: picture, made: digestOf(put.digest) }, object: { ...put, member: null } }
}

/** A picture as JPEG, upright and on white; null where it cannot be read. */
export async function toJpeg(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 86, mozjpeg: false })
      .toBuffer()
  } catch {
    // What sharp cannot read is no picture, whatever it calls itself: it stays a file of the packet.
    return null
  }
}
