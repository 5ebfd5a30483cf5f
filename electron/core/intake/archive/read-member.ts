// Owns reading one member's bytes: unpacked, in big chunks, checked against its stated size and checksum.
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { FileHandle } from '../../vault/cipher/fs-promises.ts'
import { type Member, type MemberAccess, MemberError } from './archive.ts'
import { systemReason } from './file.ts'
import { type ArchiveCode, archiveFinding } from './finding.ts'
import { disguisedArchive } from './name.ts'

const CHUNK = 256 << 10
/** Members up to this are unpacked in one step: an export may have thousands, and a stream a member costs more than its bytes. */
const SMALL = 64 << 10

/**
 * Yields the member's content; never more than its stated size. Throws MemberError where bytes are missing, too many, damaged or (unless
 * `asked`) an archive in disguise; throws the signal's reason when aborted. Its streams are closed however it ends; the file is not.
 */
export async function* readMember(
  file: FileHandle,
  member: Member,
  partName: string,
  access: MemberAccess,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const fail = (code: ArchiveCode, detail = '') =>
    new MemberError(archiveFinding(code, { part: member.part, partName, member: member.name }, detail))
  let size = 0
  let sum = 0
  try {
    for await (const chunk of unpackedChunks(file, member, fail, signal)) {
      if (size === 0 && access === 'vetted' && disguisedArchive(member.name, chunk)) throw fail('nested-archive')
      size += chunk.length
      if (size > member.size) throw fail('size-mismatch', `${member.size} bytes stated, more found`)
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw fail('damaged', error.message)
    const reason = systemReason(error)
    throw reason === null ? error : fail('member-unreadable', reason)
  }
  if (size < member.size) throw fail('size-mismatch', `${member.size} bytes stated, ${size} found`)
  if (member.crc32 !== null && sum !== member.crc32) throw fail('wrong-checksum')
}

/** What zlib gives where it is asked for `info`; its types do not know of it. */
const Inflated = z.object({ buffer: z.instanceof(Buffer), engine: z.object({ bytesWritten: z.number() }) })

type Fail = (code: ArchiveCode, detail?: string) => MemberError

function unpackedChunks(file: FileHandle, member: Member, fail: Fail, signal: AbortSignal): AsyncGenerator<Buffer> {
  if (member.method !== 'deflated') return packed(file, member, fail, signal)
  const isSmall = Math.max(member.size, member.compressedSize) <= SMALL
  return isSmall ? inflatedAtOnce(file, member, fail, signal) : inflated(file, member, fail, signal)
}

async function* inflatedAtOnce(
  file: FileHandle,
  member: Member,
  fail: Fail,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  const data = await buffer(packed(file, member, fail, signal))
  const { bytes, consumed } = inflateSmall(data, member.size, fail)
  if (bytes.length > 0) yield bytes
  if (consumed !== member.compressedSize) throw fail('size-mismatch', 'it ends before its data does')
}

function inflateSmall(data: Buffer, size: number, fail: Fail): { bytes: Buffer; consumed: number } {
  try {
    const options = { maxOutputLength: Math.max(1, size), info: true }
    const { buffer: bytes, engine } = Inflated.parse(inflateRawSync(data, options))
    return { bytes, consumed: engine.bytesWritten }
  } catch (error) {
    const isMore = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw isMore ? fail('size-mismatch', `${size} bytes stated, more found`) : error
  }
}

async function* inflated(file: FileHandle, member: Member, fail: Fail, signal: AbortSignal): AsyncGenerator<Buffer> {
  const chunkSize = Math.min(CHUNK, Math.max(64, member.size + 1))
  // Room for two chunks lets zlib's thread work ahead while the caller does; zlib's types do not know of it.
  const options = { chunkSize, readableHighWaterMark: 2 * chunkSize }
  const inflate = createInflateRaw(options)
  const done = pipeline(packed(file, member, fail, signal), inflate, { signal })
  // The loop throws the same error; this only keeps it from being an unhandled one.
  done.catch(() => {})
  // However this loop is left, it destroys the stream, and the pipeline ends with it.
  for await (const chunk of inflate) yield chunk
  if (inflate.bytesWritten !== member.compressedSize) throw fail('size-mismatch', 'it ends before its data does')
}

async function* packed(file: FileHandle, member: Member, fail: Fail, signal: AbortSignal): AsyncGenerator<Buffer> {
  let position = member.dataOffset
  const end = position + member.compressedSize
  while (position < end) {
    signal.throwIfAborted()
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(Math.min(CHUNK, end - position)), { position })
    if (bytesRead === 0) throw fail('changed-while-reading')
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}
