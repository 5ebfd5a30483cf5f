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

/** Bytes that are enough for `sniffDocument`. */
export const DOCUMENT_BYTES = 2048

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** A header of a mail (RFC 5322, 3.6) at the very beginning. */
const MAIL =
  /^(?:received|from|to|cc|date|subject|message-id|mime-version|return-path|delivered-to|dkim-signature|arc-[a-z-]+|x-[a-z0-9-]+|content-type): /i
/** How Outlook names the parts of a message, in UTF-16; other documents of the same container have none. */
const OUTLOOK = Buffer.from('__properties_version1', 'utf16le').toString('latin1')

/**
 * The media type of a paper: as {@link sniffMime}, and mails, Outlook's messages, older Office documents and plain text.
 * @param head the first bytes, up to {@link DOCUMENT_BYTES}
 */
export function sniffDocument(head: Uint8Array): string {
  const known = sniffMime(head)
  if (known !== 'application/octet-stream') return known
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, DOCUMENT_BYTES)).toString('latin1')
  if (text.startsWith(OLE)) return text.includes(OUTLOOK) ? 'application/vnd.ms-outlook' : 'application/x-ole-storage'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what plain text has none of
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return known
  return MAIL.test(text) ? 'message/rfc822' : 'text/plain'
}

/** The media type that the first bytes show, or `application/octet-stream`. */
export function sniffMime(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES)).toString('latin1')
  return SIGNATURES.find(([, offset, bytes]) => text.startsWith(bytes, offset))?.[0] ?? 'application/octet-stream'
}
