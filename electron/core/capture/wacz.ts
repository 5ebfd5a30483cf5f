// Owns writing a capture as a WACZ (1.1.1): its WARC as exchanges come, then pages, index, description and digests around it.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { ZipArchive } from 'archiver'
import { getSurt } from 'warcio'
import type { CaptureFacts } from '../../../shared/domain/capture/capture.ts'
import { mkdir, rm, stat, writeFile } from '../vault/cipher/fs-promises.ts'
import { createReadStream, createWriteStream, written } from '../vault/cipher/streams.ts'
import { answeredPages } from './answered-pages.ts'
import { type Exchange, fieldOf, type PageFacts } from './exchange.ts'
import type { Left, Mark } from './journal.ts'
import { type SignedDigest, type Signer, signedDigest } from './sign.ts'
import { answerRecord, infoRecord, requestRecord, resourceRecord, type Serialised } from './warc-record.ts'

/** Where the WARC lies below a capture's folder. */
export const WARC_PATH = 'archive/data.warc.gz'
const WARC = 'data.warc.gz'
const PACKAGE = 'capture.wacz'

export interface WaczWriter {
  /** Stores what `stripSecrets` left; deletes the file of a spooled content. */
  exchange(exchange: Exchange): Promise<void>
  page(page: PageFacts): Promise<void>
  /** Stores something that belongs to the capture and came from no server. @param address such as `urn:mapping:…` */
  resource(address: string, mime: string, content: Uint8Array, at: number, reader: string | null): Promise<void>
  /** Waits until everything has gone out. Returns how far the WARC has come, and what was listed since the last call. */
  reached(): Promise<Pick<Mark, 'offset' | 'lines' | 'pages'>>
  /** Closes the WARC and puts the package together. Returns where it lies. */
  finish(facts: CaptureFacts, title: string): Promise<string>
}

export interface WaczSettings {
  /** A folder for the parts and the package, empty but for what an earlier run left. */
  readonly folder: string
  readonly software: string
  /** Bytes for ids, each call others. */
  readonly random: (bytes: number) => Uint8Array
  readonly signer: Signer | null
  /** What an earlier run left in the folder, to go on from; null where there is none. */
  readonly left: Left | null
}

interface Page {
  readonly url: string
  readonly at: number
  readonly title: string
  readonly text: string | null
}

/** Begins a package. @param at when the capture began, ms since 1970 UTC */
export async function waczWriter(settings: WaczSettings, at: number): Promise<WaczWriter> {
  const { folder, software, random, left } = settings
  for (const part of ['archive', 'indexes', 'pages']) await mkdir(join(folder, part), { recursive: true })
  // Killed while it was put together, the package is put together anew.
  await rm(join(folder, PACKAGE), { force: true })
  const warc = createWriteStream(join(folder, WARC_PATH), { flags: left === null ? 'wx' : 'a' })
  const lines = [...(left?.lines ?? [])]
  const pages: Page[] = [...(left?.pages ?? [])]
  let offset = left?.offset ?? 0
  let told = { lines: lines.length, pages: pages.length }

  const write = async (bytes: Serialised): Promise<number> => {
    const before = offset
    for await (const chunk of bytes) {
      offset += chunk.length
      if (!warc.write(chunk)) await new Promise<void>((resolve) => void warc.once('drain', resolve))
    }
    return offset - before
  }
  const id = () => `<urn:uuid:${uuid(random(16))}>`
  const list = (url: string, when: number, entry: Readonly<Record<string, unknown>>) => {
    lines.push(`${getSurt(url)} ${stamp(when)} ${JSON.stringify({ url, ...entry, filename: WARC })}`)
  }

  const resource: WaczWriter['resource'] = async (address, mime, content, at, reader) => {
    const start = offset
    const { record, bytes } = resourceRecord(address, mime, content, at, id(), reader)
    const length = await write(bytes)
    const digest = record.warcPayloadDigest
    list(address, at, { mime, digest, length: String(length), offset: String(start) })
  }

  if (left === null)
    await write(infoRecord({ software, format: 'WARC File Format 1.1', isPartOf: 'capture.wacz' }, at, id()))

  return {
    resource,
    exchange: async (exchange) => {
      const own = id()
      const { record, bytes } = answerRecord(exchange, own)
      const start = offset
      const length = await write(bytes)
      list(record.warcTargetURI ?? exchange.url, exchange.at, {
        mime: (fieldOf(exchange.responseHeaders, 'content-type').split(';', 1)[0] ?? '').trim(),
        status: String(exchange.status),
        digest: record.warcPayloadDigest,
        length: String(length),
        offset: String(start),
        ...(exchange.method === 'GET' ? {} : { method: exchange.method }),
      })
      await write(requestRecord(exchange, id(), own))
      if (exchange.spooled !== null) await rm(exchange.spooled.path, { force: true })
    },
    page: async (page) => {
      const made = [
        ['view', 'image/png', page.screenshot],
        ['pdf', 'application/pdf', page.pdf],
        ['text', 'text/plain; charset=utf-8', page.text === null ? null : Buffer.from(page.text)],
        ['dom', 'text/html; charset=utf-8', page.dom],
      ] as const
      for (const [what, mime, content] of made) {
        if (content === null) continue
        await resource(`urn:${what}:${page.page}`, mime, content, page.at, what === 'dom' ? 'page' : null)
      }
      pages.push({ url: page.page, at: page.at, title: page.title, text: page.text })
    },
    reached: async () => {
      await written(warc)
      const since = { offset, lines: lines.slice(told.lines), pages: pages.slice(told.pages) }
      told = { lines: lines.length, pages: pages.length }
      return since
    },
    finish: async (facts, title) => {
      warc.end()
      await finished(warc)
      const named = { url: facts.scope.address, at: facts.startedAt, title }
      const listed = pages.length > 0 ? pages : answeredPages(lines, named)
      await writeFile(
        join(folder, 'indexes', 'index.cdx'),
        lines
          .sort()
          .map((line) => `${line}\n`)
          .join(''),
      )
      await writeFile(
        join(folder, 'pages', 'pages.jsonl'),
        pageList(listed, () => uuid(random(16))),
      )
      const resources = []
      for (const path of [`archive/${WARC}`, 'indexes/index.cdx', 'pages/pages.jsonl']) {
        const [hash, bytes] = [await digestOfFile(join(folder, path)), (await stat(join(folder, path))).size]
        resources.push({ name: path.slice(path.lastIndexOf('/') + 1), path, hash: `sha256:${hash}`, bytes })
      }
      const created = new Date(facts.endedAt).toISOString()
      const described = JSON.stringify(
        {
          profile: 'data-package',
          wacz_version: '1.1.1',
          title,
          description: facts.sentence,
          created,
          software,
          mainPageUrl: listed[0]?.url,
          mainPageDate: new Date(listed[0]?.at ?? facts.startedAt).toISOString(),
          resources,
          muniment: facts,
        },
        null,
        2,
      )
      const hash = `sha256:${createHash('sha256').update(described).digest('hex')}`
      const signed: SignedDigest | null =
        settings.signer === null ? null : signedDigest(settings.signer, hash, created, software)
      const digest = { path: 'datapackage.json', hash, ...(signed === null ? {} : { signedData: signed }) }
      const texts = [
        ['datapackage.json', described],
        ['datapackage-digest.json', JSON.stringify(digest, null, 2)],
      ] as const
      return zipped(folder, resources, texts, new Date(facts.endedAt))
    },
  }
}

async function zipped(
  folder: string,
  files: readonly { readonly path: string }[],
  texts: readonly (readonly [name: string, text: string])[],
  date: Date,
): Promise<string> {
  const path = join(folder, PACKAGE)
  const archive = new ZipArchive({ store: true })
  const zipping = pipeline(archive, createWriteStream(path, { flags: 'wx' }))
  // Stored, so that a reader finds every record of the WARC by its place in the package.
  for (const [name, text] of texts) archive.append(Buffer.from(text), { name, date, mode: 0o644, store: true })
  for (const { path: name } of files)
    archive.append(createReadStream(join(folder, name)), { name, date, mode: 0o644, store: true })
  await Promise.all([archive.finalize(), zipping])
  return path
}

function pageList(pages: readonly Page[], id: () => string): string {
  const head = {
    format: 'json-pages-1.0',
    id: 'pages',
    title: 'All Pages',
    hasText: pages.some(({ text }) => text !== null),
  }
  const rows = pages.map(({ url, at, title, text }) => ({
    id: id(),
    url,
    ts: new Date(at).toISOString(),
    title,
    ...(text === null ? {} : { text }),
  }))
  return [head, ...rows].map((row) => `${JSON.stringify(row)}\n`).join('')
}

/** A version 4 UUID of sixteen random bytes. */
function uuid(bytes: Uint8Array): string {
  const own = Buffer.from(bytes)
  own[6] = ((own[6] ?? 0) & 0x0f) | 0x40
  own[8] = ((own[8] ?? 0) & 0x3f) | 0x80
  return own.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Fourteen digits, UTC. */
const stamp = (at: number) => new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
