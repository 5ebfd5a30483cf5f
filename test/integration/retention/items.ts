// Records of tests as an import would store them.
import { createHash } from 'node:crypto'
import type { StoredItem } from '../../../electron/core/vault/record/item.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { fold } from '../../../shared/text/fold.ts'

/** A record of a test; what is left out is that of a plain post of the first account. */
export interface TestRecord {
  readonly id: string
  readonly at: string | null
  readonly text?: string
  readonly kind?: string
  readonly precision?: string
  readonly state?: string
  readonly account?: AccountId
  readonly photo?: string
  readonly answers?: string
  readonly conversation?: string
  readonly author?: string
  /** When its platform says that it was last edited: ISO 8601, or words that nobody can read. */
  readonly edited?: string
}

/** A record as it is stored. */
export function item(record: TestRecord, position: number, member: number, salt: Uint8Array): StoredItem {
  const text = record.text ?? `Post ${record.id}`
  const bytes = Buffer.from(JSON.stringify(record))
  return {
    kind: record.kind ?? 'post',
    nativeId: record.id,
    numbered: true,
    at: record.at === null ? null : Date.parse(record.at),
    atSource: record.at,
    precision: record.precision ?? (record.at === null ? 'unknown' : 'second'),
    sourceZone: 'UTC',
    author: record.author ?? 'AlderBayCity',
    conversation: record.conversation ?? null,
    parentNativeId: record.answers ?? null,
    state: record.state ?? 'live',
    deletedAt: null,
    contentDigest: createHash('sha256').update(text).digest(),
    text,
    folded: fold(text),
    details: '{}',
    links: 0,
    edited: record.edited === undefined ? null : { at: editAt(record.edited), source: record.edited },
    measures: null,
    media: record.photo
      ? [{ role: 'photo', name: record.photo, digest: null, alt: null, missing: 'not in the export' }]
      : [],
    observations: [
      {
        member,
        position,
        pointer: null,
        start: 0,
        length: bytes.length,
        digest: createHash('sha256').update(bytes).digest(),
        salt,
      },
    ],
    fragments: [{ role: 'item', frame: 0, slot: position }],
  }
}

function editAt(written: string): number | null {
  const at = Date.parse(written)
  return Number.isNaN(at) ? null : at
}
