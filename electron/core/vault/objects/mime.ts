// What bytes are, by their beginning; what a file calls itself does not count.

type Signature = readonly [mime: string, offset: number, bytes: string]

const SIGNATURES: readonly Signature[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/heic', 4, 'ftyphei'],
  ['image/bmp', 0, 'BM'],
  ['image/tiff', 0, 'II*\x00'],
  ['image/tiff', 0, 'MM\x00*'],
  ['video/quicktime', 4, 'ftypqt'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\x1a\x45\xdf\xa3'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/ogg', 0, 'OggS'],
  ['audio/wav', 8, 'WAVE'],
  ['application/pdf', 0, '%PDF-'],
  ['application/zip', 0, 'PK\x03\x04'],
]

/** Bytes that are enough for `sniffMime`. */
export const SNIFF_BYTES = 64

/** The media type that the first bytes show, or `application/octet-stream`. */
export function sniffMime(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES)).toString('latin1')
  return SIGNATURES.find(([, offset, bytes]) => text.startsWith(bytes, offset))?.[0] ?? 'application/octet-stream'
}
