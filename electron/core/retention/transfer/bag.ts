// A BagIt bag (RFC 8493) being written: payload files with their digests, tag files, manifests; nothing of it is in memory whole.
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mkdirSync, writeFileSync } from '../../vault/cipher/fs.ts'
import { createReadStream, createWriteStream } from '../../vault/cipher/streams.ts'

/** Files of the payload come first, then tag files; `seal` ends it. */
export interface Bag {
  /** Adds a file below data/. Returns its SHA-256 in hexadecimal digits. */
  payload(path: string, bytes: Uint8Array): string
  /** Adds a file below data/ from a range of another. Returns its SHA-256. */
  payloadFrom(
    path: string,
    range: { readonly file: string; readonly offset: number; readonly length: number },
  ): Promise<string>
  /** Adds a tag file beside the payload. */
  tag(path: string, text: string): void
  /** Writes bag-info.txt and the manifests. Returns the digest of the manifest of the payload, and what the payload comes to. */
  seal(info: readonly (readonly [label: string, value: string])[]): {
    readonly manifest: Uint8Array
    readonly files: number
    readonly bytes: number
  }
}

/** @param folder an empty folder */
export function openBag(folder: string): Bag {
  const payload: [path: string, digest: string][] = []
  const tags: [path: string, digest: string][] = []
  let bytes = 0
  const placed = (path: string) => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    return file
  }
  const tag = (path: string, text: string) => {
    writeFileSync(placed(path), text)
    tags.push([path, createHash('sha256').update(text).digest('hex')])
  }
  tag('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')
  return {
    payload: (path, content) => {
      writeFileSync(placed(`data/${path}`), content)
      const digest = createHash('sha256').update(content).digest('hex')
      payload.push([`data/${path}`, digest])
      bytes += content.length
      return digest
    },
    payloadFrom: async (path, { file, offset, length }) => {
      const whole = createHash('sha256')
      const source =
        length === 0 ? Readable.from([]) : createReadStream(file, { start: offset, end: offset + length - 1 })
      await pipeline(
        source,
        async function* (chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            whole.update(chunk)
            yield chunk
          }
        },
        createWriteStream(placed(`data/${path}`)),
      )
      const digest = whole.digest('hex')
      payload.push([`data/${path}`, digest])
      bytes += length
      return digest
    },
    tag,
    seal: (info) => {
      const oxum: readonly [string, string] = ['Payload-Oxum', `${bytes}.${payload.length}`]
      tag('bag-info.txt', [...info, oxum].map(([label, value]) => `${label}: ${oneLine(value)}\n`).join(''))
      const manifest = manifestOf(payload)
      tag('manifest-sha256.txt', manifest)
      writeFileSync(join(folder, 'tagmanifest-sha256.txt'), manifestOf(tags))
      return { manifest: createHash('sha256').update(manifest).digest(), files: payload.length, bytes }
    },
  }
}

// Two blanks between digest and path, as `sha256sum -c` reads it.
function manifestOf(files: readonly (readonly [path: string, digest: string])[]): string {
  return [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('')
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
