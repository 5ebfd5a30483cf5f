// Operations that receive packages.
import { z } from 'zod'
import { PlatformName } from '../domain/account/account.ts'
import { AccessionId, AccountId, GrantId, JobId } from '../domain/id.ts'
import { Accession } from '../domain/intake/accession.ts'
import { FileGroup } from '../domain/intake/file-group.ts'
import { MappingName } from '../domain/intake/mapping.ts'
import { Reconciliation } from '../domain/intake/reconciliation.ts'
import { RecordKind } from '../domain/record/record.ts'
import { job, query } from './define.ts'

/** What a package looks like before anything is stored; the clerk may overrule it. */
export const Recognition = z.strictObject({
  platform: PlatformName,
  title: z.string(),
  confidence: z.number().min(0).max(1),
  evidence: z.array(z.string()),
  layout: z.string(),
  ownerHandle: z.string().nullable(),
  ownerNativeId: z.string().nullable(),
  ownerName: z.string().nullable(),
  generatedAt: z.int().nullable(),
})
export type Recognition = z.infer<typeof Recognition>

export const intakeRecognise = query('intake.recognise', {
  summary: 'Looks into archive files and says which platform they come from and how sure that is.',
  input: z.strictObject({ sources: z.array(GrantId).min(1).max(200) }),
  output: z.strictObject({ recognitions: z.array(Recognition), refusals: z.array(z.string()), bytes: z.int() }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE'],
})

/** What an import would bring. */
export const IntakePreview = z.strictObject({
  recognitions: z.array(Recognition),
  /** Why nothing can be made of the files, in sentences. */
  refusals: z.array(z.string()),
  bytes: z.int().nonnegative(),
  /** Null where no platform is known or said. */
  export: z
    .strictObject({
      platform: PlatformName,
      layout: z.string(),
      ownerHandle: z.string().nullable(),
      ownerNativeId: z.string().nullable(),
      /** That the export says it belongs to another account than the chosen one. */
      ownerWarning: z.string().nullable(),
      generatedAt: z.int().nullable(),
      /** Earliest and latest moment of its records. */
      period: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
      /** What was read: records by kind; null where the export is too large to be read twice. */
      kinds: z.array(z.strictObject({ kind: RecordKind, count: z.int().positive() })).nullable(),
      /** Files of records, by the platform's own types, with what the export claims of them. */
      types: z.array(
        z.strictObject({ type: z.string(), files: z.int().positive(), claimed: z.int().nonnegative().nullable() }),
      ),
      failed: z.int().nonnegative(),
      /** Against what the vault holds of the account; null without an account or where nothing was read. */
      compared: z
        .strictObject({ new: z.int().nonnegative(), changed: z.int().nonnegative(), same: z.int().nonnegative() })
        .nullable(),
      /** Why not everything is told. */
      partial: z.string().nullable(),
      groups: z.array(
        z.strictObject({
          group: FileGroup,
          files: z.int().positive(),
          bytes: z.int().nonnegative(),
          examples: z.array(z.string()),
          leftOut: z.boolean(),
        }),
      ),
      /** Holds and open requests that cover the account: without the attorney's name everything is kept. */
      holds: z.array(z.string()),
    })
    .nullable(),
})
export type IntakePreview = z.infer<typeof IntakePreview>

export const intakePreview = query('intake.preview', {
  summary: 'Reads export archives without storing anything: what they hold, what is new, and what would be left out.',
  input: z.strictObject({
    sources: z.array(GrantId).min(1).max(200),
    account: AccountId.nullable(),
    platform: PlatformName.nullable(),
    /** Name of the saved mapping by which tables are read. */
    mapping: MappingName.nullable().default(null),
  }),
  output: IntakePreview,
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PACKAGE_REFUSED', 'NOT_RECOGNISED', 'MAPPING_UNKNOWN'],
})

export const intakeImport = job('intake.import', {
  summary: 'Seals an export archive into the vault and reads every record from it.',
  input: z.strictObject({
    sources: z.array(GrantId).min(1).max(200),
    account: AccountId,
    platform: PlatformName.nullable(),
    /** Name of the saved mapping by which tables are read; the platform is then the mapping’s word. */
    mapping: MappingName.nullable().default(null),
    /** Groups of files that are not kept; null for what the platform usually leaves out, and for nothing under a hold. */
    leaveOut: z.array(FileGroup).nullable().default(null),
    /** Who of the City Attorney's allowed it, where the account is held. */
    attorney: z.string().trim().min(1).max(200).nullable().default(null),
  }),
  output: z.strictObject({ accession: AccessionId, unexplained: z.int().nonnegative() }),
  errors: [
    'ACCOUNT_UNKNOWN',
    'ACCOUNT_PERSONAL',
    'ATTORNEY_REQUIRED',
    'GRANT_UNKNOWN',
    'MAPPING_UNKNOWN',
    'NOT_RECOGNISED',
    'PACKAGE_REFUSED',
    'DISK_FULL',
    'FILE_UNREADABLE',
  ],
})

export const platformList = query('platform.list', {
  summary: 'The platforms whose exports Muniment reads, with what none of these ever holds.',
  input: z.strictObject({}),
  output: z.array(z.strictObject({ platform: PlatformName, title: z.string(), neverExported: z.array(z.string()) })),
})

export const accessionList = query('accession.list', {
  summary: 'Everything received, newest first.',
  input: z.strictObject({}),
  output: z.array(Accession),
})

export const accessionReconciliation = query('accession.reconciliation', {
  summary: 'The reconciliation of one accession: claimed, read, stored, merged, passed over, unknown.',
  input: z.strictObject({ accession: AccessionId }),
  output: Reconciliation.nullable(),
})

export const accessionPrint = job('accession.print', {
  summary: 'Writes the reconciliation of an accession as a PDF.',
  input: z.strictObject({ accession: AccessionId, to: GrantId }),
  output: z.strictObject({ pages: z.int().positive() }),
  errors: ['GRANT_UNKNOWN', 'TARGET_EXISTS'],
})

export const intakeUndo = job('intake.undo', {
  summary: 'Takes back an import that did not finish: its records, versions and package, as if it had not begun.',
  input: z.strictObject({ import: JobId }),
  output: z.strictObject({ records: z.int().nonnegative() }),
  errors: ['JOB_UNKNOWN', 'JOB_NOT_RESUMABLE'],
})
