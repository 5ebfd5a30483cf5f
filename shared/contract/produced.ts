// Operations that take in single items from a personal account.
import { z } from 'zod'
import { PlatformName } from '../domain/account/account.ts'
import { AccessionId, AccountId, GrantId } from '../domain/id.ts'
import { Declaration } from '../domain/intake/produced.ts'
import { RecordKind } from '../domain/record/record.ts'
import { Instant, LocalDate, Precision } from '../domain/time.ts'
import { job, query } from './define.ts'

/** An item of an export by its file, place and bytes: the same in every look at the same files. */
export const ItemRef = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'ItemRef'>()
export type ItemRef = z.infer<typeof ItemRef>

/** An item to choose from. `text` is its beginning. */
export const ExportItem = z.strictObject({
  ref: ItemRef,
  file: z.string(),
  kind: RecordKind,
  at: Instant.nullable(),
  precision: Precision,
  author: z.string(),
  conversation: z.string().nullable(),
  text: z.string(),
  media: z.int().nonnegative(),
})
export type ExportItem = z.infer<typeof ExportItem>

export const producedItems = query('produced.items', {
  summary: 'Lists the single items of an export without storing anything, by words and period.',
  input: z.strictObject({
    sources: z.array(GrantId).min(1).max(200),
    platform: PlatformName.nullable(),
    /** All of them must stand in an item's text, author or conversation. */
    words: z.string().max(500),
    /** Days in the City's zone, both included; an item without a time is in no period. */
    from: LocalDate.nullable(),
    to: LocalDate.nullable(),
    limit: z.int().positive().max(2000),
  }),
  output: z.strictObject({
    platform: PlatformName,
    layout: z.string(),
    ownerHandle: z.string().nullable(),
    ownerNativeId: z.string().nullable(),
    total: z.int().nonnegative(),
    found: z.int().nonnegative(),
    /** Items, and files from some place on, that cannot be read. */
    failed: z.int().nonnegative(),
    items: z.array(ExportItem),
  }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PACKAGE_REFUSED', 'NOT_RECOGNISED'],
})

export const producedImport = job('produced.import', {
  summary:
    'Takes in the chosen items of a personal account’s export, with who produced them and the declaration of the search.',
  input: z
    .strictObject({
      sources: z.array(GrantId).min(1).max(200),
      account: AccountId,
      platform: PlatformName.nullable(),
      by: z.string().trim().min(1).max(300),
      title: z.string().trim().max(300).default(''),
      declaration: Declaration.nullable().default(null),
      document: GrantId.nullable().default(null),
      items: z.array(ItemRef).min(1).max(5000),
    })
    .refine(({ declaration, document }) => declaration !== null || document !== null, {
      error: 'needs the declaration of the search: its words or a file',
      path: ['declaration'],
    }),
  output: z.strictObject({ accession: AccessionId, unexplained: z.int().nonnegative() }),
  errors: [
    'ACCOUNT_UNKNOWN',
    'DISK_FULL',
    'FILE_UNREADABLE',
    'GRANT_UNKNOWN',
    'INPUT_INVALID',
    'NOT_RECOGNISED',
    'PACKAGE_REFUSED',
  ],
})
