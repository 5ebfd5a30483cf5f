// Branded identifiers: a hold's number can't be handed over where a record's is wanted.
import { z } from 'zod'

/** A record: seconds since 1970 (UTC) · 2²⁰ + sequence, so that ids sort by time (design §4). */
export const RecordId = z.int().brand<'RecordId'>()
export type RecordId = z.infer<typeof RecordId>

/** A City presence on a platform, as registered. */
export const AccountId = z.int().positive().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** One act of receiving. */
export const AccessionId = z.int().positive().brand<'AccessionId'>()
export type AccessionId = z.infer<typeof AccessionId>

/** One act of capturing. */
export const CaptureId = z.int().positive().brand<'CaptureId'>()
export type CaptureId = z.infer<typeof CaptureId>

/** A schedule of captures. */
export const CaptureScheduleId = z.int().positive().brand<'CaptureScheduleId'>()
export type CaptureScheduleId = z.infer<typeof CaptureScheduleId>

/** One archive file (or folder) of an accession. */
export const PackageId = z.string().min(8).max(64).brand<'PackageId'>()
export type PackageId = z.infer<typeof PackageId>

/** A person who acts; asserted unless a key signs (design §3). */
export const PersonId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
  .brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

/** A job row. */
export const JobId = z.string().min(8).max(64).brand<'JobId'>()
export type JobId = z.infer<typeof JobId>

/** The id a client gives a command, so that repeating it is harmless. */
export const CommandId = z.string().min(8).max(64).brand<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>

/** Leave to use a file outside the vault; never a path. */
export const GrantId = z.string().min(8).max(64).brand<'GrantId'>()
export type GrantId = z.infer<typeof GrantId>

/** A retention schedule as imported. */
export const ScheduleId = z.int().positive().brand<'ScheduleId'>()
export type ScheduleId = z.infer<typeof ScheduleId>

/** A hold. */
export const HoldId = z.int().positive().brand<'HoldId'>()
export type HoldId = z.infer<typeof HoldId>

/** A public records request, by the number the City gives it, such as 26-0007. */
export const RequestId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
  .brand<'RequestId'>()
export type RequestId = z.infer<typeof RequestId>

/** The frozen decisions from which a packet is built. */
export const ProductionId = z.int().positive().brand<'ProductionId'>()
export type ProductionId = z.infer<typeof ProductionId>

/** A purge plan. */
export const PlanId = z.int().positive().brand<'PlanId'>()
export type PlanId = z.infer<typeof PlanId>

/** SHA-256 in lower-case hexadecimal. */
export const Digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Digest'>()
export type Digest = z.infer<typeof Digest>
