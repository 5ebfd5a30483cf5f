// A picture with boxes painted over: made anew from its pixels, so that nothing lies below the paint, and without what its file says besides.
import sharp from 'sharp'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { Box } from '../../../../shared/domain/review/review.ts'
import { putObject } from '../../vault/objects/put.ts'
import type { NewObject } from '../../vault/repository/object.ts'
import { once, readObject } from '../object-bytes.ts'
import type { Making } from './making.ts'

const MOST_PIXELS = 100_000_000

/** @throws MunimentError INPUT_INVALID where it is no picture that can be read */
export async function paintedPicture(
  { db, folder, into, id }: Pick<Making, 'db' | 'folder' | 'into' | 'id'>,
  picture: Digest,
  boxes: readonly Box[],
): Promise<NewObject> {
  const bytes = await readObject(db, folder, picture)
  const painted = bytes === null ? null : await paint(bytes, boxes)
  if (painted === null)
    throw new MunimentError(
      'INPUT_INVALID',
      'A picture with boxes cannot be read, so they cannot be painted. Withhold the whole file instead. No packet was made.',
    )
  const put = await putObject(into, `${id}-painted`, once(painted))
  return { ...put, member: null }
}

/** The picture as PNG with its boxes black; null where it cannot be read. A moving picture becomes its first frame. */
export async function paint(bytes: Uint8Array, boxes: readonly Box[]): Promise<Uint8Array | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const box of boxes) blacken(data, info, box)
    const { width, height, channels } = info
    return await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 9 }).toBuffer()
  } catch {
    return null
  }
}

function blacken(
  pixels: Uint8Array,
  { width, height, channels }: { readonly width: number; readonly height: number; readonly channels: number },
  { left, top, width: wide, height: high }: Box,
): void {
  // A box that touches a pixel covers it.
  const [x0, x1] = [Math.floor(left * width), Math.min(width, Math.ceil((left + wide) * width))]
  const [y0, y1] = [Math.floor(top * height), Math.min(height, Math.ceil((top + high) * height))]
  for (let y = y0; y < y1; y += 1) pixels.fill(0, (y * width + x0) * channels, (y * width + x1) * channels)
}
