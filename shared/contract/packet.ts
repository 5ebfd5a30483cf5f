// Operations on packets: drafts of them; and those that are sealed: issued again, sent, and opened by the attorney.
import { z } from 'zod'
import { Digest, GrantId, ProductionId, RequestId } from '../domain/id.ts'
import { Sending } from '../domain/request/letter.ts'
import { Instant } from '../domain/time.ts'
import { FIELDS } from '../packet/commitments.ts'
import { command, job, query } from './define.ts'
import { KeyId, Passphrase } from './key.ts'

export const packetDraft = job('packet.draft', {
  summary:
    'Builds a draft of the packet of a request as its review stands now: every page, list and name says DRAFT, nothing is frozen, no number is given out.',
  input: z.strictObject({
    request: RequestId,
    /** A file whose name says DRAFT. */
    to: GrantId,
    /** Whether a load file for programs of lawyers comes with it. */
    concordance: z.boolean().default(false),
    /** Whether everything that answers is in it, also what an earlier packet tells in the same way. */
    whole: z.boolean().default(false),
  }),
  output: z.strictObject({
    items: z.int().nonnegative(),
    /** Records that answer and are not in it, because nobody has decided on them as they are now. */
    undecided: z.int().nonnegative(),
    /** Of its records.pdf. */
    pages: z.int().nonnegative(),
    name: z.string(),
    size: z.int().nonnegative(),
    digest: Digest,
    undrawable: z.int().nonnegative(),
  }),
  errors: [
    'REQUEST_UNKNOWN',
    'REVIEW_INCOMPLETE',
    'INPUT_INVALID',
    'RECORD_UNREVIEWED',
    'GRANT_UNKNOWN',
    'FILE_UNREADABLE',
    'VAULT_DAMAGED',
    'DISK_FULL',
  ],
})

export const packetSave = job('packet.save', {
  summary:
    'Writes the packet of a sealed production again as it lies in the vault, byte for byte, and registers the copy.',
  input: z.strictObject({ production: ProductionId, to: GrantId }),
  output: z.strictObject({ name: z.string(), size: z.int().nonnegative(), digest: Digest }),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'GRANT_UNKNOWN', 'FILE_UNREADABLE', 'VAULT_DAMAGED', 'DISK_FULL'],
})

export const packetSent = command('packet.sent', {
  summary: 'Enters that the packet of a sealed production went out: when, how, and what shows it.',
  input: z.strictObject({ production: ProductionId, sending: Sending }),
  output: z.strictObject({}),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'INPUT_INVALID', 'ACTOR_REQUIRED'],
})

export const packetKeptBack = query('packet.kept-back', {
  summary: 'What a sealed packet keeps back, record by record, and what the attorney has opened of it since.',
  input: z.strictObject({
    production: ProductionId,
    /** Part of a record’s number; empty: all. */
    part: z.string().trim().max(100).default(''),
  }),
  output: z.strictObject({
    /** Whether it holds commitments: without them nothing can be opened against it. */
    commitments: z.boolean(),
    total: z.int().nonnegative(),
    /** The first of them, in the order of the packet. */
    items: z.array(z.strictObject({ number: z.string(), withheld: z.boolean(), keptBack: z.array(z.string()) })),
    openings: z.array(
      z.strictObject({
        number: z.string(),
        fields: z.array(z.string()),
        reason: z.string(),
        at: Instant,
        by: z.string(),
        /** SHA-256 of the public half of the key that signed it; null: the name was typed. */
        key: Digest.nullable(),
      }),
    ),
  }),
  errors: ['REQUEST_UNKNOWN', 'REQUEST_REFUSED'],
})

const Opening = {
  production: ProductionId,
  /** The number printed on the record. */
  number: z.string().min(1).max(100),
  fields: z.array(z.enum(FIELDS)).min(1),
  /** Whether the whole source is shown, too, with the way to the roots taken at the receipt of its exports. */
  source: z.boolean(),
  reason: z.string().trim().min(1).max(2000),
}

/** The passphrase opens the key for this one signature and is kept nowhere. */
export const packetSignOpening = query('packet.sign-opening', {
  summary: 'Signs, with the attorney’s key that lies sealed in the vault, what an opening will say.',
  input: z.strictObject({ ...Opening, at: Instant, key: KeyId, passphrase: Passphrase }),
  output: z.strictObject({ statement: z.string(), signature: z.base64() }),
  errors: [
    'ATTORNEY_REQUIRED',
    'PERSON_UNKNOWN',
    'KEY_REFUSED',
    'REQUEST_UNKNOWN',
    'REQUEST_REFUSED',
    'INPUT_INVALID',
    'VAULT_DAMAGED',
  ],
})

export const packetOpen = job('packet.open', {
  summary: 'The attorney shows what fields of a record say that a packet keeps back, with what proves it.',
  input: z.strictObject({
    ...Opening,
    /** What `packet.sign-opening` gave for the same words at the same time; null: the attorney's name is typed. */
    signed: z
      .strictObject({ key: KeyId, at: Instant, signature: z.base64().max(100) })
      .nullable()
      .default(null),
    to: GrantId,
  }),
  output: z.strictObject({ number: z.string(), fields: z.array(z.string()), digest: Digest }),
  errors: [
    'ATTORNEY_REQUIRED',
    'KEY_REFUSED',
    'REQUEST_UNKNOWN',
    'REQUEST_REFUSED',
    'INPUT_INVALID',
    'GRANT_UNKNOWN',
    'FILE_UNREADABLE',
    'VAULT_DAMAGED',
    'DISK_FULL',
  ],
})
