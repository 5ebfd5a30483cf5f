// Operations that carry an approved plan out, and what they leave: certificates, tombstones, decisions to take records in again.
import { z } from 'zod'
import {
  DestroyedFile,
  DestructionProof,
  PassedOver,
  StayingFile,
  Tombstone,
} from '../domain/disposition/destruction.ts'
import { PlanKind } from '../domain/disposition/plan-kind.ts'
import { Digest, GrantId, PersonId, PlanId } from '../domain/id.ts'
import { Instant } from '../domain/time.ts'
import { command, job, query } from './define.ts'

/** Number of a destruction. */
export const DestructionId = z.int().positive().brand<'DestructionId'>()
export type DestructionId = z.infer<typeof DestructionId>

/** A destruction in numbers. `certificate` is the number that stands on its certificate; `digest` that of its JSON, once it is made. */
export const DestructionSummary = z.strictObject({
  id: DestructionId,
  plan: PlanId,
  certificate: z.string(),
  state: z.enum(['listing', 'executing', 'proving', 'certified']),
  beganAt: Instant,
  executedBy: z.string(),
  /** Who was there beside the person who executed; null where nobody was named. */
  witness: z.string().nullable(),
  destroyed: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  waiting: z.int().nonnegative(),
  files: z.int().nonnegative(),
  filesKept: z.int().nonnegative(),
  stopped: z.string().nullable(),
  proof: DestructionProof.nullable(),
  digest: Digest.nullable(),
  readmitted: z.boolean(),
  kind: PlanKind,
  /** Where custody was given up: to whom, in words. */
  archives: z.string(),
})
export type DestructionSummary = z.infer<typeof DestructionSummary>

/** `witness`: a person of the register who is there while it is carried out, other than the one who does it; the certificate names both. */
export const purgeExecute = job('purge.execute', {
  summary:
    'Carries an approved plan out: destroys what may go this very day, or the City’s own copy of what an archive has signed for, looks through the vault, and certifies.',
  input: z.strictObject({
    plan: PlanId,
    witness: PersonId.nullable().default(null),
    to: z.strictObject({ pdf: GrantId.nullable(), json: GrantId.nullable() }),
  }),
  output: DestructionSummary,
  errors: ['ACTOR_REQUIRED', 'DESTRUCTION_REFUSED', 'DISK_FULL', 'GRANT_UNKNOWN', 'PERSON_UNKNOWN', 'PLAN_UNKNOWN'],
})

export const destructionList = query('destruction.list', {
  summary: 'Every destruction with its certificate, the newest first.',
  input: z.strictObject({}),
  output: z.array(DestructionSummary),
})

export const destructionShow = query('destruction.show', {
  summary: 'What a destruction destroyed and what it passed over, from a place on.',
  input: z.strictObject({ id: DestructionId, from: z.int().nonnegative().default(0), limit: z.int().min(1).max(1000) }),
  output: z.strictObject({
    destroyed: z.array(Tombstone),
    passedOver: z.array(PassedOver),
    files: z.array(DestroyedFile),
    filesKept: z.array(StayingFile),
    next: z.int().nonnegative().nullable(),
  }),
  errors: ['PLAN_UNKNOWN'],
})

export const destructionSave = job('destruction.save', {
  summary:
    'Writes a certificate again, byte for byte as it was made, or the list of what was destroyed as a table (CSV).',
  input: z.strictObject({
    id: DestructionId,
    to: z.strictObject({
      pdf: GrantId.nullable(),
      json: GrantId.nullable(),
      csv: GrantId.nullable().default(null),
    }),
  }),
  output: z.strictObject({ files: z.int().nonnegative() }),
  errors: ['DESTRUCTION_REFUSED', 'GRANT_UNKNOWN', 'DISK_FULL'],
})

export const destructionReadmit = command('destruction.readmit', {
  summary: 'Decides that what a destruction destroyed may be taken in again where an export brings it.',
  input: z.strictObject({ id: DestructionId, reason: z.string().trim().min(1).max(500) }),
  output: z.strictObject({}),
  errors: ['ACTOR_REQUIRED', 'DESTRUCTION_REFUSED'],
})
