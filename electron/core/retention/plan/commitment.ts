// What a plan commits to for a record: its versions, salted so that the plan tells nothing of their text.
import { hash } from 'node:crypto'
import type { Digest, RecordId } from '../../../../shared/domain/id.ts'
import { digestOf } from '../../vault/hex.ts'
import type { VersionSeal } from '../../vault/repository/disposition/plan.ts'

const SEAL = Buffer.from([2])
const MEDIA = Buffer.from([3])
const NOTHING = Buffer.alloc(32)

/**
 * H(record id ‖ for each version: its number ‖ H(0x02 ‖ salt ‖ content digest)), numbers as decimal text with a line feed. The salt is
 * that of the observation that the version was read from, which is destroyed with it: then a commitment can be checked by nobody any more.
 * @param seals of this record, in the order of its versions
 */
export function commitmentOf(record: RecordId, seals: readonly VersionSeal[]): Digest {
  const parts: Uint8Array[] = [Buffer.from(`${record}\n`)]
  for (const { number, digest, salt } of seals) {
    parts.push(
      Buffer.from(`${number}\n`),
      salt === null ? NOTHING : hash('sha256', Buffer.concat([SEAL, salt, digest]), 'buffer'),
    )
  }
  // One call for a record: a hash that is fed piece by piece costs several times as much.
  return digestOf(hash('sha256', Buffer.concat(parts), 'buffer'))
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
