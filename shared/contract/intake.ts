// Operations that receive packages.
import { z } from 'zod'
import { Accession } from '../domain/accession.ts'
import { PlatformName } from '../domain/account.ts'
import { AccessionId, AccountId, GrantId, JobId } from '../domain/id.ts'
import { Reconciliation } from '../domain/reconciliation.ts'
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

export const intakeImport = job('intake.import', {
  summary: 'Seals an export archive into the vault and reads every record from it.',
  input: z.strictObject({
    sources: z.array(GrantId).min(1).max(200),
    account: AccountId,
    platform: PlatformName.nullable(),
  }),
  output: z.strictObject({ accession: AccessionId, unexplained: z.int().nonnegative() }),
  errors: ['ACCOUNT_UNKNOWN', 'GRANT_UNKNOWN', 'NOT_RECOGNISED', 'PACKAGE_REFUSED', 'DISK_FULL', 'FILE_UNREADABLE'],
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
