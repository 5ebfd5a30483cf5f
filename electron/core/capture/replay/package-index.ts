// Owns finding answers in a capture's sealed package: its own index tells where each record of its WARC lies.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Driver } from '../../vault/catalog/driver.ts'
import { open } from '../../vault/cipher/fs-promises.ts'
import { packageFile } from '../../vault/packages/place.ts'
import { type StoredMember, storedMembers } from '../../vault/repository/intake/observed.ts'

/** Where a record of the WARC lies. */
export interface Entry {
  readonly url: string
  readonly method: string
  /** Fourteen digits, UTC. */
  readonly stamp: string
  readonly offset: number
  readonly length: number
}

export interface PackageIndex {
  /** Every captured answer and view, by address without what stands behind `#`. */
  readonly byAddress: ReadonlyMap<string, readonly Entry[]>
  /** Bytes of an entry, packed as they lie there. */
  bytes(entry: Entry): Promise<Buffer>
  /** A small member of the package, or null. */
  text(name: string): Promise<string | null>
}

const Line = z.object({
  url: z.string(),
  method: z.string().default('GET'),
  offset: z.string().regex(/^\d{1,15}$/),
  length: z.string().regex(/^\d{1,15}$/),
})

const WARC = 'archive/data.warc.gz'
const INDEX = 'indexes/index.cdx'
const LARGEST_TEXT = 256 << 20
/** Indexes that are held at the same time, the newest. */
const MOST_HELD = 4

const held = new Map<string, Promise<PackageIndex | null>>()

/** The index of an accession's package; null where it is no capture, or its bytes are gone. */
export function indexOf(db: Driver, folder: string, accession: number): Promise<PackageIndex | null> {
  const members = storedMembers(db, accession)
  // What was struck since is not found by what was read before.
  const key = createHash('sha256')
    .update(JSON.stringify([folder, members]))
    .digest('hex')
  const found = held.get(key) ?? read(folder, members)
  held.set(key, found)
  for (const old of held.keys()) {
    if (held.size <= MOST_HELD) break
    held.delete(old)
  }
  return found
}

async function read(folder: string, members: readonly StoredMember[]): Promise<PackageIndex | null> {
  const named = new Map(members.map((member) => [member.name, member]))
  const warc = named.get(WARC)
  const index = named.get(INDEX)
  if (warc === undefined || index === undefined) return null
  const slice = (member: StoredMember, from: number, length: number) =>
    range(packageFile(folder, member.id, member.form, member.name), member.data_offset + from, length)
  const text = async (name: string) => {
    const member = named.get(name)
    if (member === undefined || member.size > LARGEST_TEXT) return null
    return (await slice(member, 0, member.size)).toString()
  }
  const byAddress = new Map<string, Entry[]>()
  for (const line of ((await text(INDEX)) ?? '').split('\n')) {
    const [, stamp = '', json = ''] = /^\S+ (\d{14}) (\{.*\})$/.exec(line) ?? []
    const parsed = json === '' ? undefined : Line.safeParse(JSON.parse(json)).data
    if (parsed === undefined) continue
    const { url, method } = parsed
    const entry = { url, method, stamp, offset: Number(parsed.offset), length: Number(parsed.length) }
    const address = withoutFragment(url)
    byAddress.set(address, [...(byAddress.get(address) ?? []), entry])
  }
  return { byAddress, text, bytes: ({ offset, length }) => slice(warc, offset, length) }
}

async function range(file: string, start: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await handle.read(bytes, 0, length, start)
    return bytes.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** An address as the index names it. */
export function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '')
}
