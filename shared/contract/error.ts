// The closed list of refusals that may cross a process boundary, each with a sentence for a clerk.
import { z } from 'zod'

export const ErrorCode = z.enum([
  'ACCOUNT_EXISTS',
  'ACCOUNT_PERSONAL',
  'ACCOUNT_UNKNOWN',
  'ACTOR_REQUIRED',
  'APPROVAL_REFUSED',
  'ATTORNEY_REQUIRED',
  'CALENDAR_REFUSED',
  'CANCELLED',
  'CAPTURE_REFUSED',
  'CAPTURE_UNKNOWN',
  'CHANNEL_REFUSED',
  'CORRECTION_REFUSED',
  'DECISION_UNKNOWN',
  'DESTRUCTION_REFUSED',
  'DISK_FULL',
  'FILE_UNREADABLE',
  'GRANT_UNKNOWN',
  'INPUT_INVALID',
  'JOB_NOT_RESUMABLE',
  'JOB_UNKNOWN',
  'KEY_REFUSED',
  'MAPPING_UNKNOWN',
  'NOT_RECOGNISED',
  'OPERATION_UNKNOWN',
  'PACKAGE_REFUSED',
  'PASSPHRASE_NEEDED',
  'PERSON_EXISTS',
  'PERSON_UNKNOWN',
  'PLACE_UNSAFE',
  'PLAN_UNKNOWN',
  'PRACTICE_ONLY',
  'RECORD_LOCKED',
  'RECORD_RESTRICTED',
  'RECORD_UNREVIEWED',
  'RECORD_UNKNOWN',
  'REQUEST_EXISTS',
  'REQUEST_REFUSED',
  'REQUEST_UNKNOWN',
  'RESTRICTION_REFUSED',
  'REVIEW_INCOMPLETE',
  'RULES_MISSING',
  'SCHEDULE_INVALID',
  'SCHEDULE_MISSING',
  'SCHEDULE_UNSEEN',
  'SECOND_PERSON_REQUIRED',
  'SERIES_UNKNOWN',
  'HOLD_UNKNOWN',
  'STEWARDSHIP_REFUSED',
  'SUBJECT_UNKNOWN',
  'TARGET_EXISTS',
  'UNEXPECTED',
  'VAULT_CLOSED',
  'VAULT_CONVERTING',
  'VAULT_DAMAGED',
  'VAULT_IN_USE',
  'VAULT_NEWER',
  'VAULT_NOT_FOUND',
  'VAULT_READ_ONLY',
  'ZONE_REFUSED',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** What travels in place of a result: never a stack. */
export const Refusal = z.strictObject({ code: ErrorCode, sentence: z.string() })
export type Refusal = z.infer<typeof Refusal>

/** A refusal on its way to the clerk: what happened, to what, what was kept, what to do next. */
export class MunimentError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'MunimentError'
    this.code = code
  }

  /** The part that may cross a process boundary. */
  refusal(): Refusal {
    return { code: this.code, sentence: this.message }
  }
}

/** Any thrown value as a refusal: defects become `UNEXPECTED`, an abort `CANCELLED`. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof MunimentError) return error.refusal()
  const code = errorCode(error)
  if (code === 'ABORT_ERR' || (error instanceof Error && error.name === 'AbortError')) {
    return { code: 'CANCELLED', sentence: 'It was cancelled; what had been stored before is unchanged.' }
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') {
    return {
      code: 'DISK_FULL',
      sentence: 'The disk is full. What was stored before is unchanged; free some space and try again.',
    }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'UNEXPECTED', sentence: `Something went wrong that Muniment did not foresee: ${message}` }
}

function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
