// The operation that tells where else a record is.
import { z } from 'zod'
import { CopyKind } from '../domain/disposition/copy.ts'
import { RecordId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { query } from './define.ts'

/** A packet that holds the record. `kept`: whether the vault has its file; `posted`: where it is published. */
const PacketCopy = z.strictObject({
  production: z.int().positive(),
  request: z.string(),
  label: z.string(),
  frozenAt: Instant,
  kept: z.boolean(),
  sentOn: LocalDate.nullable(),
  posted: z.array(z.string()),
})

/** A file outside the vault. `sure`: it is of this record; else it was made while the record was in the vault, and may hold it. */
const OutsideCopy = z.strictObject({
  kind: CopyKind,
  name: z.string(),
  place: z.string(),
  at: Instant,
  sure: z.boolean(),
})

export const RecordCopies = z.strictObject({
  destroyed: z.string().nullable(),
  custody: z.string().nullable(),
  packets: z.array(PacketCopy),
  outside: z.array(OutsideCopy),
  /** Copies outside that are not listed, because there are so many. */
  more: z.int().nonnegative(),
})
export type RecordCopies = z.infer<typeof RecordCopies>

/**
 * `destroyed`: the number of the certificate, where the record was destroyed: a packet that is kept is a copy of it then; `custody`: the archive that
 * it was given to, where it went for that.
 */
export const recordCopies = query('record.copies', {
  summary: 'Where else a record is: packets that hold it, and copies outside the vault that hold it or may.',
  input: z.strictObject({ id: RecordId }),
  output: RecordCopies,
  errors: ['RECORD_UNKNOWN'],
})
