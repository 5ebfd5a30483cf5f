// Small media of our own making, and what hostile captures hide in media.
import { crc32 } from 'node:zlib'

/** A red pixel, with words of its own in a text chunk that decoders pass over. */
export function picture(words: string): Uint8Array {
  const text = Buffer.from(`Comment\0${words}`)
  const chunk = Buffer.concat([Buffer.from('tEXt'), text])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(chunk))
  const headEnd = 33
  return Buffer.concat([pixel.subarray(0, headEnd), length, chunk, sum, pixel.subarray(headEnd)])
}

/** Silence as a WAV of 8,000 samples a second, one byte each. */
export function silence(seconds: number): Uint8Array {
  const rate = 8000
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(36 + seconds * rate, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(rate, 24)
  header.writeUInt32LE(rate, 28)
  header.writeUInt16LE(1, 32)
  header.writeUInt16LE(8, 34)
  header.write('data', 36)
  header.writeUInt32LE(seconds * rate, 40)
  return Buffer.concat([header, Buffer.alloc(seconds * rate, 128)])
}

/** A page that would mark whatever window it runs in. */
export const hostilePage = Buffer.from(
  '<!doctype html><title>harmed</title><script>top.harmed = document.title</script>',
)

/** A drawing that would do the same. */
export const hostileDrawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.harmed = 1"><script>top.harmed = 1</script></svg>',
)

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)
