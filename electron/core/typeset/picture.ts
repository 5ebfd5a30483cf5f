// Which pictures can be embedded as they are. What pdfkit would embed wrongly, or fail on too late to be caught, is refused here.

import { inflateSync } from 'node:zlib'

/** A picture that can be embedded, with its size in pixels as stored. */
export interface Picture {
  readonly drawable: true
  readonly width: number
  readonly height: number
}

/** A picture that cannot, and why. */
export interface RefusedPicture {
  readonly drawable: false
  readonly reason:
    | 'not a JPEG or PNG file'
    | 'damaged'
    | 'CMYK colour'
    | 'interlaced PNG'
    | 'PNG palette with transparency'
    | 'too large'
}

const MOST_PIXELS = 64_000_000

/**
 * Examines a picture file.
 * @param bytes the whole file
 */
export function examine(bytes: Uint8Array): Picture | RefusedPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpeg(view)
    if (bytes.length > 8 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return png(view)
    return refused('not a JPEG or PNG file')
  } catch (error) {
    // A DataView read past its end, or data that do not inflate.
    if (error instanceof Error) return refused('damaged')
    throw error
  }
}

function refused(reason: RefusedPicture['reason']): RefusedPicture {
  return { drawable: false, reason }
}

function sized(width: number, height: number): Picture | RefusedPicture {
  if (width === 0 || height === 0) return refused('damaged')
  return width * height > MOST_PIXELS ? refused('too large') : { drawable: true, width, height }
}

function jpeg(view: DataView): Picture | RefusedPicture {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return refused('damaged')
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) {
      if (view.getUint8(at + 4) !== 8) return refused('damaged')
      const channels = view.getUint8(at + 9)
      if (channels === 4) return refused('CMYK colour')
      return channels === 1 || channels === 3
        ? sized(view.getUint16(at + 7), view.getUint16(at + 5))
        : refused('damaged')
    }
    if (marker === 0xda || marker === 0xd9) return refused('damaged')
    at += 2 + view.getUint16(at + 2)
  }
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function png(view: DataView): Picture | RefusedPicture {
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  const bits = view.getUint8(24)
  const colour = view.getUint8(25)
  const channels = CHANNELS[colour]
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(bits)) return refused('damaged')
  if (view.getUint8(28) !== 0) return refused('interlaced PNG')
  const size = sized(width, height)
  if (!size.drawable) return size
  const data: Uint8Array[] = []
  let palette = false
  for (let at = 8; ; ) {
    const length = view.getUint32(at)
    const kind = view.getUint32(at + 4)
    if (kind === CHUNK.end) break
    if (at + 12 + length > view.byteLength) return refused('damaged')
    if (kind === CHUNK.data) data.push(new Uint8Array(view.buffer, view.byteOffset + at + 8, length))
    if (kind === CHUNK.palette) palette = true
    if (kind === CHUNK.transparency && colour === 3) return refused('PNG palette with transparency')
    at += 12 + length
  }
  if (colour === 3 && !palette) return refused('damaged')
  const row = 1 + Math.ceil((width * channels * bits) / 8)
  const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: row * height + 1 })
  if (pixels.length !== row * height) return refused('damaged')
  for (let at = 0; at < pixels.length; at += row) if ((pixels[at] ?? 5) > 4) return refused('damaged')
  return size
}

const CHUNK = { data: 0x49444154, end: 0x49454e44, palette: 0x504c5445, transparency: 0x74524e53 } as const
