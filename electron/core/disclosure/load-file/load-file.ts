// The load file of a packet: a PDF and a text for each record, and the DAT and OPT that programs of lawyers read them by.
import { join } from 'node:path'
import type { Driver } from '../../vault/catalog/driver.ts'
import { readFile, rm } from '../../vault/cipher/fs-promises.ts'
import { detailFacts, headlineOf, keptBackInWords } from '../packet/details.ts'
import { recordTime } from '../packet/local-time.ts'
import type { Packet } from '../packet/packet.ts'
import { packetPdf } from '../packet/pdf.ts'
import { type PageSpan, volumeOf } from '../packet/pdf-number.ts'
import type { Picture } from '../packet/pdf-record.ts'
import type { Released } from '../packet/released.ts'
import { stagedBytes, stagedText } from '../packet/staged-file.ts'
import { datHeader, datRow, type LoadedRecord } from './dat.ts'
import { optRow } from './opt.ts'

/** Where what it is made of goes: the archive, after the proof has read it. */
export interface LoadFileTarget {
  bytes(name: string, content: Uint8Array): Promise<unknown>
  stream(name: string, content: AsyncIterable<Uint8Array>): Promise<unknown>
  /** Reads a PDF back that is written already. */
  pdf(name: string, path: string): Promise<void>
  /** Reads a list back that is written already. */
  list(name: string, path: string): Promise<void>
}

export interface LoadFile {
  /** Adds a record that stands on pages of its own. */
  add(released: Released, pages: PageSpan): Promise<void>
  finish(): Promise<void>
  close(): void
}

const DAT = 'load-file/records.dat'
const OPT = 'load-file/records.opt'

/** Begins one. @param aside a folder for what is not finished */
export function loadFile(
  db: Driver,
  packet: Packet,
  aside: string,
  picture: Picture,
  target: LoadFileTarget,
): LoadFile {
  const paths = { dat: join(aside, 'records.dat'), opt: join(aside, 'records.opt'), one: join(aside, 'one.pdf') }
  const dat = stagedText(paths.dat)
  const opt = stagedText(paths.opt)
  const { zone } = packet
  let begun = false
  // A conversation is a family: its records follow one another, so its last page is known when the next one begins.
  let family: { readonly of: string; readonly waiting: Omit<LoadedRecord, 'family'>[] } | null = null

  const flush = async () => {
    const { waiting } = family ?? { waiting: [] }
    const span = { first: waiting[0]?.pages.first ?? '', last: waiting.at(-1)?.pages.last ?? '' }
    for (const one of waiting) await dat.write(datRow({ ...one, family: span }, zone))
    family = null
  }

  return {
    add: async (released, pages) => {
      if (!begun) await dat.write(datHeader())
      begun = true
      const pdf = `load-file/pdf/${pages.first}.pdf`
      const text = `load-file/text/${pages.first}.txt`
      const pageCount = await onePdf(db, packet, paths.one, picture, released, pages)
      await target.pdf(pdf, paths.one)
      await target.bytes(pdf, await readFile(paths.one))
      await rm(paths.one, { force: true })
      await target.bytes(text, Buffer.from(textOf(released, zone)))
      const loaded = { released, pages, pageCount, text, pdf }
      const { conversation } = released.record
      const of = conversation === null ? released.label : `${released.account.id} ${conversation}`
      if (family?.of !== of) await flush()
      family ??= { of, waiting: [] }
      family.waiting.push(loaded)
      await opt.write(optRow(loaded, volumeOf(packet)))
    },
    finish: async () => {
      if (!begun) await dat.write(datHeader())
      await flush()
      await Promise.all([dat.end(), opt.end()])
      for (const [name, path] of [[DAT, paths.dat] as const, [OPT, paths.opt] as const]) {
        await target.list(name, path)
        await target.stream(name, stagedBytes(path))
      }
    },
    close: () => {
      dat.close()
      opt.close()
    },
  }
}

/** The pages of one record, with the numbers that they bear in records.pdf. @throws Error where they would bear others */
async function onePdf(
  db: Driver,
  packet: Packet,
  path: string,
  picture: Picture,
  released: Released,
  pages: PageSpan,
): Promise<number> {
  const before = Number(/\d+$/.exec(pages.first)?.[0]) - 1
  const pdf = packetPdf(db, packet, path, picture, { part: { before, after: null, called: released.label } })
  try {
    const own = await pdf.add(released)
    const { pages: count } = await pdf.finish()
    if (own.first === pages.first && own.last === pages.last) return count
    throw new Error(`${released.label} stands on ${own.first} to ${own.last}, and in records.pdf on other pages`)
  } finally {
    pdf.close()
  }
}

/** What a search of the load file finds of a record: what is released of it, as plain text. */
function textOf(released: Released, zone: string): string {
  const { label, record, account, newest, earlier, decision } = released
  const kept = keptBackInWords(decision)
  const lines = [
    `${label} ${headlineOf(released)}`,
    `${recordTime(record.at, record.precision, zone)}, @${account.handle}`,
    ...(kept === null ? [] : [kept]),
  ]
  if (decision?.outcome === 'withhold') return `${lines.join('\r\n')}\r\n`
  const said = [newest, ...earlier.toReversed()].flatMap(({ version, media }) => [
    version.text,
    ...media.flatMap(({ item }) => (item.alt === null ? [] : [`Description: ${item.alt}`])),
  ])
  const facts = detailFacts(released).map(([name, value]) => `${name}: ${value}`)
  return `${[...lines, ...said, ...facts].join('\r\n')}\r\n`
}
