// Opening packets in tests: vaults that are gone after the test, a packet's files, words to compare.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { objectPath } from '../../electron/core/vault/objects/lease.ts'
import { hostile, illustrated, latin, messages, others } from './packet-records.ts'
import { type PacketVault, packetVault, type Said } from './packet-vault.ts'

/** A vault that received these exports, one after another; gone after the test. */
export function vaultWith(...exports: (readonly Said[])[]): PacketVault {
  const vault = packetVault(Math.max(2, exports.length))
  onTestFinished(() => vault.close())
  for (const [place, said] of exports.entries()) vault.receive(place + 1, said)
  return vault
}

/** The bytes of an issued packet. */
export function packetOf(vault: PacketVault, digest: string): Buffer {
  return readFileSync(join(vault.folder, objectPath(digest)))
}

/** The files of a packet by name. */
export async function unzipped(packet: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(packet, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) if (chunk instanceof Buffer) chunks.push(chunk)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

/** The files of the packet that a vault builds now. */
export async function packetFiles(vault: PacketVault): Promise<Map<string, Buffer>> {
  return unzipped(packetOf(vault, (await vault.build()).digest))
}

/** A file of a packet as text. */
export function textOf(files: ReadonlyMap<string, Buffer>, name: string): string {
  return files.get(name)?.toString('utf8') ?? ''
}

/** A text without its blanks, which a page lays out in its own way. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}

/** SHA-256, hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Records of every kind. */
export async function everything(): Promise<Said[]> {
  return [...latin, ...others, ...messages, ...hostile, ...(await illustrated())]
}
