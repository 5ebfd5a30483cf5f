// What a plan commits to for a record: its versions, salted so that the plan tells nothing of their text.
import { hash } from 'node:crypto'
import type { Digest, RecordId } from '../../../../shared/domain/id.ts'
import { digestOf } from '../../vault/hex.ts'
import type { VersionSeal } from '../../vault/repository/disposition/plan.ts'

const SEAL = Buffer.from([2])
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
