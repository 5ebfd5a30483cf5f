// A picture for the review copy: what would be painted over is framed and can still be seen.
import sharp from 'sharp'
import type { Box } from '../../../../shared/domain/review/review.ts'

/** Pixels of the longer side: more than a page shows. */
const LONGEST = 1600
const MOST_PIXELS = 100_000_000

/** The picture as JPEG with its boxes framed; null where it cannot be read. */
export async function framed(bytes: Uint8Array, boxes: readonly Box[]): Promise<Uint8Array | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    const picture = sharp(data, { raw: { width, height, channels } })
    const frames = boxes.map((box) => frameOf(box, width, height)).join('')
    const over = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${frames}</svg>`,
    )
    return await (boxes.length === 0 ? picture : picture.composite([{ input: over }])).jpeg({ quality: 86 }).toBuffer()
  } catch {
    return null
  }
}

function frameOf({ left, top, width, height }: Box, wide: number, high: number): string {
  const place = `x="${left * wide}" y="${top * high}" width="${width * wide}" height="${height * high}"`
  return `<rect ${place} fill="rgb(190,30,30)" fill-opacity="0.2" stroke="rgb(190,30,30)" stroke-width="${Math.max(2, wide / 300)}"/>`
}
