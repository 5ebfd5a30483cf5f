// What a check of the vault is given and what it may say.
import type { VerifyFinding } from '../../../../shared/contract/vault.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

/** Numbered findings; docs/verify.md explains each to a clerk, and a test keeps the two together. */
export const CODES = {
  V001: 'A package file is missing',
  V002: 'A package is not what was received',
  V003: 'A member of a struck package is not what was received',
  V010: 'An object is missing',
  V011: 'An object is not what its digest says',
  V012: 'A file lies in the vault that the catalog does not know',
  V020: 'A source fragment is missing or cannot be read',
  V021: 'A source fragment is not what was observed',
  V022: 'The text of a version does not stand in its source',
  V023: 'The versions of a record are not complete',
  V024: 'The media of a record are not complete',
  V025: 'The time or state of a record is not what was received',
  V030: 'The root of an accession does not follow from its observations',
  V031: 'An accession was never finished',
  V032: 'The totals of an accession are not those of its reconciliation',
  V040: 'The ledger is broken',
  V041: 'The clock is behind the ledger',
  V050: 'The database is damaged',
  V051: 'A row refers to another that is not there',
  V052: 'The search index does not fit the records',
  V053: 'The schema is not the one that the migrations make',
  V060: 'A destruction is unfinished',
  V099: 'More was found than is listed',
} as const
export type Code = keyof typeof CODES

export interface CheckContext {
  readonly db: Driver
  readonly folder: string
  /** The job that verifies: what the ledger says after it began cannot be ahead of its clock. */
  readonly job: JobId
  readonly startedAt: Instant
  readonly signal: AbortSignal
  /** Counts one more thing read again. */
  counted(): void
  /** Counts one more thing of another name beside. */
  noted(name: string): void
  /** Tells how far the check is, in things counted of `total`. */
  total(total: number): void
}

/** A part of the verification: reads something again and tells each thing that is wrong with it. */
export interface Check {
  readonly name: string
  run(context: CheckContext): AsyncIterable<VerifyFinding> | Iterable<VerifyFinding>
}

/** A finding with its subject: a file, a record, an entry. */
export function finding(code: Code, subject: string, detail = ''): VerifyFinding {
  return {
    code,
    subject,
    sentence: detail === '' ? `${CODES[code]}: ${subject}.` : `${CODES[code]}: ${subject} (${detail}).`,
  }
}
