// Leaks of every kind, planted into an unpacked packet one at a time: whoever searches it must find each.

import { once } from 'node:events'
import { appendFileSync, createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { createDocument, type Doc } from '../../electron/core/typeset/document.ts'
import { writeSheet } from '../../electron/core/workbook/write.ts'
import { leaksIn, plainly } from './leaks.ts'

const WORDS = 'Quillonde Marrowick'

interface Planted {
  readonly kind: string
  /** The file that holds it, in the folder of the packet. */
  readonly file: string
  write(path: string): Promise<void> | void
}

const text = (kind: string, file: string, content: string): Planted => ({
  kind,
  file,
  write: (path) => writeFileSync(path, content),
})

const paper = (kind: string, title: string, draw: (doc: Doc) => Promise<unknown>): Planted => ({
  kind,
  file: 'planted.pdf',
  write: (path) => writePaper(path, title, draw),
})

async function writePaper(path: string, title: string, draw: (doc: Doc) => Promise<unknown>): Promise<void> {
  const out = createWriteStream(path)
  const said = { title, lang: 'en-US', author: 'City of Alder Bay', footer: 'Footer', practice: false }
  const doc = createDocument(out, { ...said, createdAt: new Date(0) })
  await draw(doc)
  await doc.finish()
  if (!out.closed) await once(out, 'close')
}

const picture = () => sharp({ create: { width: 40, height: 40, channels: 3, background: '#557799' } })

/** A PNG with a text of its own (PNG 11.3.4.3). */
async function pngWithText(): Promise<Buffer> {
  const png = await picture().png().toBuffer()
  const body = Buffer.from(`tEXtComment\0${WORDS}`, 'latin1')
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  // After the header, which is 33 bytes from the beginning.
  return Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)])
}

const PLANTED: readonly Planted[] = [
  text('shown in HTML', 'planted.html', `<p>Before ${WORDS} after</p>`),
  text('in an attribute of HTML', 'planted.html', `<img alt="${WORDS}">`),
  text('in a comment of HTML', 'planted.html', `<!-- ${WORDS} -->`),
  text('coded by numbers in HTML', 'planted.html', [...WORDS].map((one) => `&#${one.codePointAt(0)};`).join('')),
  text(
    'coded in an address',
    'planted.html',
    `<a href="https://x.example/${[...WORDS].map((one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')}">a</a>`,
  ),
  text('a value of JSON', 'planted.json', JSON.stringify({ text: WORDS })),
  text('a name of JSON', 'planted.json', JSON.stringify({ [WORDS]: 1 })),
  text(
    'coded in JSON',
    'planted.json',
    `{"text":"${[...WORDS].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
  ),
  text('a cell of CSV', 'planted.csv', `1,"${WORDS}"\r\n`),
  text(
    'with other accents, case and blanks',
    'planted.txt',
    WORDS.toUpperCase().replace('O', 'O\u0301').replace(' ', ' \u00a0\n '),
  ),
  text('the name of a file', `media/${WORDS}.bin`, 'nothing'),
  {
    kind: 'UTF-16 in bytes',
    file: 'planted.bin',
    write: (path) => writeFileSync(path, Buffer.concat([Buffer.from([1, 2]), Buffer.from(WORDS, 'utf16le')])),
  },
  {
    kind: 'UTF-16 in bytes, the other order',
    file: 'planted.bin',
    write: (path) => writeFileSync(path, Buffer.concat([Buffer.from([0, 0]), Buffer.from(WORDS, 'utf16le').swap16()])),
  },
  text('parted by marks in HTML', 'planted.html', `<p>${WORDS.slice(0, 4)}<b>${WORDS.slice(4)}</b></p>`),
  {
    kind: 'a cell of a workbook',
    file: 'planted.xlsx',
    write: async (path) =>
      writeFileSync(path, await writeSheet('Records', [{ header: 'Text', width: 20 }], [[WORDS]], false)),
  },
  {
    kind: 'behind the end of a PDF',
    file: 'planted.pdf',
    write: async (path) => {
      await writePaper(path, 'Title', (doc) => doc.paragraph('Nothing'))
      appendFileSync(path, `${WORDS}\n`)
    },
  },
  paper('text of a PDF', 'Title', (doc) => doc.paragraph(`Before ${WORDS} after`)),
  paper('title of a PDF', WORDS, (doc) => doc.paragraph('Nothing')),
  paper('alternative text of a PDF', 'Title', async (doc) =>
    doc.image(await picture().jpeg().toBuffer(), { alt: WORDS }),
  ),
  paper('bookmark of a PDF', 'Title', (doc) => doc.heading(1, WORDS)),
  paper('address in a PDF', 'Title', (doc) =>
    doc.paragraph([{ text: 'portal', link: `https://x.example/${WORDS.replace(' ', '-')}` }]),
  ),
  {
    kind: 'EXIF of a photo',
    file: 'planted.jpg',
    write: async (path) =>
      writeFileSync(
        path,
        await picture()
          .withExif({ IFD0: { Artist: WORDS } })
          .jpeg()
          .toBuffer(),
      ),
  },
  {
    kind: 'XMP of a photo',
    file: 'planted.jpg',
    write: async (path) =>
      writeFileSync(
        path,
        await picture()
          .withXmp(
            `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:source="${WORDS}"/></rdf:RDF></x:xmpmeta>`,
          )
          .jpeg()
          .toBuffer(),
      ),
  },
  { kind: 'text of a PNG', file: 'planted.png', write: async (path) => writeFileSync(path, await pngWithText()) },
  {
    kind: 'compressed text of a PNG',
    file: 'planted.png',
    write: async (path) => writeFileSync(path, await compressedText()),
  },
]

async function compressedText(): Promise<Buffer> {
  const png = await picture().png().toBuffer()
  const body = Buffer.concat([Buffer.from('zTXtComment\0\0', 'latin1'), deflateSync(Buffer.from(WORDS, 'latin1'))])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)])
}

/** Plants each leak into a folder and searches it; returns the kinds that nobody found. */
export async function missedLeaks(folder: string, report: (line: string) => void): Promise<string[]> {
  const missed: string[] = []
  for (const { kind, file, write } of PLANTED) {
    const path = join(folder, file)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(dirname(path), { recursive: true })
    await write(path)
    const programs = [...new Set(leaksIn(folder, [plainly(WORDS)]).map(({ program }) => program))]
    if (programs.length === 0) missed.push(kind)
    report(`planted, ${kind}: ${programs.length === 0 ? 'NOT FOUND' : `found by ${programs.join(', ')}`}`)
  }
  rmSync(folder, { recursive: true, force: true })
  return missed
}
