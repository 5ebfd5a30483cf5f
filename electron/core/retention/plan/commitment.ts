// What a plan commits to for a record: its versions, salted so that the plan tells nothing of their text.
import { hash } from 'node:crypto'
import { Digest, type RecordId } from '../../../../shared/domain/id.ts'
import { digestOf } from '../../vault/hex.ts'
import type { VersionSeal } from '../../vault/repository/disposition/plan.ts'

const SEAL = 2
const MEDIA = Buffer.from([3])
const DIGEST_BYTES = 32
/** Digits of a number with its line feed, at most. */
const NUMBER_BYTES = 24

/** Where what is hashed is put together: of a million records each, a buffer for every part takes several times as long. */
let room = Buffer.alloc(1024)
const sealing = Buffer.alloc(1 + 64 + DIGEST_BYTES)

/**
 * H(record id ‖ for each version: its number ‖ H(0x02 ‖ salt ‖ content digest)), numbers as decimal text with a line feed. The salt is
 * that of the observation that the version was read from, which is destroyed with it: then a commitment can be checked by nobody any more.
 * @param seals of this record, in the order of its versions
 */
export function commitmentOf(record: RecordId, seals: readonly VersionSeal[]): Digest {
  const most = NUMBER_BYTES + seals.length * (NUMBER_BYTES + DIGEST_BYTES)
  if (room.length < most) room = Buffer.alloc(2 * most)
  let length = room.write(`${record}\n`)
  for (const { number, digest, salt } of seals) {
    length += room.write(`${number}\n`, length)
    if (salt === null) room.fill(0, length, length + DIGEST_BYTES)
    else room.write(sealOf(salt, digest), length, 'hex')
    length += DIGEST_BYTES
  }
  return Digest.parse(hash('sha256', room.subarray(0, length), 'hex'))
}

function sealOf(salt: Uint8Array, digest: Uint8Array): string {
  sealing[0] = SEAL
  sealing.set(salt, 1)
  sealing.set(digest, 1 + salt.length)
  return hash('sha256', sealing.subarray(0, 1 + salt.length + digest.length), 'hex')
}

/**
 * What a copy for an archive commits to of a record's pictures and recordings: H(0x03 ‖ salts of its versions ‖ record id and a line feed ‖ digests).
 * @param digests of the files, each once, in order
 * @returns null where there are none, or no salt keeps them from being guessed
 */
export function mediaCommitmentOf(
  record: RecordId,
  seals: readonly VersionSeal[],
  digests: readonly Uint8Array[],
): Digest | null {
  const salts = seals.flatMap(({ salt }) => salt ?? [])
  if (digests.length === 0 || salts.length === 0) return null
  return digestOf(hash('sha256', Buffer.concat([MEDIA, ...salts, Buffer.from(`${record}\n`), ...digests]), 'buffer'))
}

/** Seals by record. */
export function sealsByRecord(seals: readonly VersionSeal[]): Map<number, VersionSeal[]> {
  const byRecord = new Map<number, VersionSeal[]>()
  for (const seal of seals) {
    const known = byRecord.get(seal.record)
    if (known) known.push(seal)
    else byRecord.set(seal.record, [seal])
  }
  return byRecord
}
