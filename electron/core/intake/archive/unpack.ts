// Owns unpacking a gzip or tar into a folder of files, under the same rules as a ZIP: names, sizes, sums, no links.
import { basename, join } from 'node:path'
import { PassThrough, type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { utimes } from '../../vault/cipher/fs-promises.ts'
import { createReadStream, createWriteStream } from '../../vault/cipher/streams.ts'
import type { ArchivePolicy } from './archive.ts'
import { type ArchiveCode, type ArchiveFinding, archiveFinding } from './finding.ts'
import { HEAD, isTar } from './form.ts'
import { PartRefused } from './member-list.ts'
import { judgeName } from './name.ts'
import { safePlaces } from './safe-places.ts'

/** What is unpacked: the file, how it is called, how big it is, and which place it has in the set. */
export interface Packed {
  readonly path: string
  readonly name: string
  readonly size: number
  readonly part: number
}

const LINKS: Readonly<Record<string, string>> = {
  symlink: 'a link to another file',
  link: 'a link to another file',
  'character-device': 'a device or pipe',
  'block-device': 'a device or pipe',
  fifo: 'a device or pipe',
}

/**
 * Unpacks into `to`, which must be an empty folder.
 * @param budget bytes that may be written; what is written is taken off
 * @returns what was found about single files
 * @throws PartRefused where it is cut short, damaged, a bomb or too large; the signal's reason
 */
export async function unpack(
  packed: Packed,
  gzip: boolean,
  to: string,
  budget: { room: number },
  policy: ArchivePolicy,
  signal: AbortSignal,
): Promise<ArchiveFinding[]> {
  const limits = meter(packed.size, budget, policy)
  try {
    if (gzip && !isTar(await headOf(packed.path, signal))) {
      const name = singleName(packed.name)
      limits.file(0)
      await pipeline(opened(packed.path, gzip), limits.counting(), createWriteStream(join(to, name), { flags: 'wx' }), {
        signal,
      })
      return []
    }
    return await unpackTar(packed, gzip, to, limits, signal)
  } catch (error) {
    signal.throwIfAborted()
    throw refusal(error)
  }
}

async function unpackTar(packed: Packed, gzip: boolean, to: string, limits: Meter, signal: AbortSignal) {
  const findings: ArchiveFinding[] = []
  const places = safePlaces(to)
  const entries = extract()
  const feeding = pipeline(opened(packed.path, gzip), entries, { signal })
  feeding.catch(() => {})
  const found = (member: string, code: ArchiveCode, detail: string) =>
    findings.push(archiveFinding(code, { part: packed.part, partName: packed.name, member }, detail))
  for await (const entry of entries) {
    const { name, type, size = 0 }: Header = entry.header
    const plain = name.replace(/^(?:\.\/)+/, '')
    if (type === 'file' || type === 'contiguous-file') {
      limits.file(size)
      const place = await places.take(
        plain,
        judgeName(plain).every(([code]) => HARMLESS.has(code)),
      )
      if (place.name !== plain) found(plain, 'renamed-member', place.name)
      await pipeline(entry, limits.counting(), createWriteStream(place.path, { flags: 'wx' }), { signal })
      const { mtime } = entry.header
      if (mtime != null && mtime.getTime() > 0) await utimes(place.path, mtime, mtime)
      continue
    }
    if (type !== 'directory') found(plain, 'special-entry', LINKS[String(type)] ?? 'something else')
    entry.resume()
  }
  await feeding
  return findings
}

const HARMLESS: ReadonlySet<string> = new Set(['nested-archive', 'macos-sidecar'])

interface Meter {
  /** One more file of a stated size. */
  file(size: number): void
  counting(): Transform
}

function meter(packedSize: number, budget: { room: number }, policy: ArchivePolicy): Meter {
  let files = 0
  let bytes = 0
  const check = (size: number, total: number) => {
    if (size > policy.maxMemberBytes) throw new PartRefused('too-large-in-total', String(policy.maxMemberBytes))
    if (total > policy.maxTotalBytes) throw new PartRefused('too-large-in-total', String(policy.maxTotalBytes))
    if (total > policy.ratioFloorBytes && total > policy.maxRatio * Math.max(1, packedSize))
      throw new PartRefused('package-bomb', String(policy.maxRatio))
  }
  return {
    file: (size) => {
      files += 1
      if (files > policy.maxMembers) throw new PartRefused('too-many-members', String(policy.maxMembers))
      check(size, bytes + size)
      if (size > budget.room) throw new PartRefused('no-room')
    },
    counting: () => {
      let own = 0
      return new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length
          own += chunk.length
          budget.room -= chunk.length
          try {
            check(own, bytes)
            if (budget.room < 0) throw new PartRefused('no-room')
            done(null, chunk)
          } catch (error) {
            done(error instanceof Error ? error : new Error(String(error)))
          }
        },
      })
    },
  }
}

function opened(path: string, gzip: boolean): Readable {
  const bytes = createReadStream(path, { highWaterMark: 1 << 20 })
  const out = gzip ? createGunzip({ chunkSize: 1 << 18 }) : new PassThrough()
  bytes.once('error', (error) => out.destroy(error))
  out.once('close', () => bytes.destroy())
  return bytes.pipe(out)
}

async function headOf(path: string, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of opened(path, true)) {
    signal.throwIfAborted()
    chunks.push(chunk)
    size += chunk.length
    if (size >= HEAD) break
  }
  return Buffer.concat(chunks).subarray(0, HEAD)
}

/** `dump.xml.gz` holds `dump.xml`; a name without the ending stays as it is. */
function singleName(name: string): string {
  return basename(name).replace(/\.gz$/i, '') || 'file'
}

function refusal(error: unknown): Error {
  if (error instanceof PartRefused || !(error instanceof Error))
    return error instanceof Error ? error : new Error(String(error))
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR' || /unexpected end of data/i.test(error.message)) return new PartRefused('truncated')
  if (code.startsWith('Z_') || /invalid tar header|checksum/i.test(error.message))
    return new PartRefused('damaged-archive', error.message)
  return error
}
