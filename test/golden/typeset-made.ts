// Documents made in memory for the tests of typesetting, and pictures for them.
import { PassThrough } from 'node:stream'
import { crc32, deflateSync } from 'node:zlib'
import { createDocument, type Doc, type DocumentSummary } from '../../electron/core/typeset/document.ts'
import { Pdf } from './typeset-read.ts'

/** What every document of these tests says about itself. */
export const options = {
  title: 'Trees & <parks>: released records',
  lang: 'en-US',
  author: 'City of Alder Bay',
  createdAt: new Date(Date.UTC(2026, 6, 14, 16, 30)),
  footer: 'City of Alder Bay · Request 26-0143',
  practice: false,
  claims: true,
}

/** A document as written, read back. */
export async function made(
  write: (doc: Doc) => Promise<unknown>,
): Promise<{ pdf: Pdf; bytes: Buffer; summary: DocumentSummary }> {
  const out = new PassThrough()
  const pieces: Buffer[] = []
  out.on('data', (piece: Buffer) => pieces.push(piece))
  const doc = createDocument(out, options)
  await write(doc)
  const summary = await doc.finish()
  const bytes = Buffer.concat(pieces)
  return { pdf: new Pdf(bytes), bytes, summary }
}

/** A PNG with an alpha channel. */
export function png(width: number, height: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    const frame = Buffer.alloc(body.length + 8)
    frame.writeUInt32BE(data.length)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), body.length + 4)
    return frame
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6], 8)
  const pixels = Buffer.alloc((width * 4 + 1) * height, 0x60).map((byte, i) => (i % (width * 4 + 1) === 0 ? 0 : byte))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
