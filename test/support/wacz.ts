// Reads a WACZ with other people's programs: unzip, and warcio's own parser and indexer.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { WARCParser } from 'warcio'
import { z } from 'zod'

export interface WaczAnswer {
  readonly url: string
  readonly status: number
  readonly sha256: string
  readonly field: (name: string) => string
}

export interface ReadWacz {
  readonly answers: readonly WaczAnswer[]
  readonly requests: number
  /** Its list of pages, each with the words that `urn:text:` keeps of it; null where nothing is kept of it. */
  readonly pages: readonly {
    readonly url: string
    readonly at: string
    readonly title: string
    readonly words: string | null
  }[]
  /** What is wrong with it; nothing where it is as it should be. */
  readonly faults: readonly string[]
  /** Every byte of it, unpacked. */
  readonly bytes: Buffer
  /** Whether the digest of its description is signed, and the signature is of the key that stands beside it. */
  readonly signed: boolean
}

const Listed = z.object({ url: z.string(), ts: z.string(), title: z.string() })
const Signed = z.object({ hash: z.string(), signature: z.base64(), publicKey: z.base64() })

/** Checks a signature by WebCrypto, which signed nothing here, as ReplayWeb.page does: it takes keys of this curve alone. */
async function isSigned(digest: { readonly hash?: unknown; readonly signedData?: unknown }): Promise<boolean> {
  const said = Signed.safeParse(digest.signedData).data
  if (said === undefined || said.hash !== digest.hash) return false
  const curve = { name: 'ECDSA', namedCurve: 'P-384' }
  const { subtle } = globalThis.crypto
  const given = subtle.importKey('spki', Buffer.from(said.publicKey, 'base64'), curve, false, ['verify'])
  const key = await given.catch(() => null)
  if (key === null) return false
  const how = { name: 'ECDSA', hash: 'SHA-256' }
  return subtle.verify(how, key, Buffer.from(said.signature, 'base64'), Buffer.from(said.hash))
}

/** The sealed package of an accession's only part. */
export function packageOf(folder: string, id: string): string {
  return join(folder, 'packages', id, 'package.zip')
}

/** Reads and checks a package: digests of its files, of its records, its index against its records, its pages. */
export async function readWacz(path: string): Promise<ReadWacz> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-wacz-'))
  try {
    execFileSync('unzip', ['-q', path, '-d', folder])
    const faults: string[] = []
    const description = readFileSync(join(folder, 'datapackage.json'))
    const digest = JSON.parse(readFileSync(join(folder, 'datapackage-digest.json'), 'utf8'))
    if (digest.hash !== `sha256:${sha256(description)}`) faults.push('datapackage-digest.json')
    const listed: { path: string; hash: string; bytes: number }[] = JSON.parse(description.toString()).resources
    for (const { path: name, hash, bytes } of listed) {
      const content = readFileSync(join(folder, name))
      if (hash !== `sha256:${sha256(content)}` || bytes !== content.length) faults.push(name)
    }
    const warc = join(folder, 'archive/data.warc.gz')
    const answers: WaczAnswer[] = []
    const index: string[] = []
    const words = new Map<string, string>()
    let requests = 0
    const parser = new WARCParser(createReadStream(warc))
    for await (const record of parser) {
      const content = Buffer.from(await record.readFully(false))
      const payload = record.warcPayloadDigest
      if (payload && payload !== `sha256:${sha256(content)}`) faults.push(`payload of ${record.warcTargetURI}`)
      if (record.warcType === 'request') requests += 1
      const [, worded] = /^urn:text:(.*)$/s.exec(record.warcTargetURI ?? '') ?? []
      if (worded !== undefined) words.set(worded, content.toString())
      if (record.warcType !== 'response') continue
      const head = record.httpHeaders?.headers
      const field = (name: string) => {
        const found = [...(head ?? [])].find(([own]) => own.toLowerCase() === name.toLowerCase())
        return found?.[1] ?? ''
      }
      const url = record.warcTargetURI ?? ''
      answers.push({ url, status: Number(record.httpHeaders?.statusCode), sha256: sha256(content), field })
      index.push(`${url} ${parser.offset} ${parser.recordLength}`)
    }
    const lines = readFileSync(join(folder, 'indexes/index.cdx'), 'utf8').trim().split('\n')
    const entries = lines.map((line) => JSON.parse(line.slice(line.indexOf('{'))))
    const told = entries
      .filter(({ url }) => /^https?:/.test(url))
      .map(({ url, offset, length }) => `${url} ${offset} ${length}`)
    if (told.sort().join('\n') !== index.sort().join('\n')) faults.push('index.cdx')
    if ([...lines].sort().join('\n') !== lines.join('\n')) faults.push('order of index.cdx')
    const listedPages = readFileSync(join(folder, 'pages/pages.jsonl'), 'utf8').trim().split('\n').slice(1)
    const pages = listedPages.map((line) => {
      const { url, ts: at, title } = Listed.parse(JSON.parse(line))
      return { url, at, title, words: words.get(url) ?? null }
    })
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const files = names.map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    const bytes = Buffer.concat([...files, gunzipSync(readFileSync(warc))])
    return { answers, requests, pages, faults, bytes, signed: await isSigned(digest) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
