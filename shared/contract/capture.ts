// Operations that capture what an account shows.
import { z } from 'zod'
import { Capture, CaptureFacts, CaptureOutcome, CaptureScope, CaptureWayName } from '../domain/capture/capture.ts'
import { Comparison, NoLongerShown } from '../domain/capture/comparison.ts'
import { AccessionId, AccountId, CaptureId, GrantId } from '../domain/id.ts'
import { job, query } from './define.ts'

/** What a capture is asked to do; a schedule keeps the same. */
export const CaptureOrder = z.strictObject({
  account: AccountId,
  way: CaptureWayName,
  scope: CaptureScope,
  /** Who of the City Attorney's allowed it, where the source is closed to the public. */
  attorney: z.string().trim().min(1).max(200).nullable().default(null),
  /** The version of the platform's terms that the operator has read; pages are not captured without. */
  terms: z.string().max(60).nullable().default(null),
})
export type CaptureOrder = z.infer<typeof CaptureOrder>

export const captureRun = job('capture.run', {
  summary: 'Captures what an account shows now, keeps it as a web archive and reads the records in it.',
  input: CaptureOrder.extend({
    /** A private key (PEM, ECDSA) that the package is signed with; null for none. */
    signWith: GrantId.nullable().default(null),
  }),
  output: z.strictObject({
    capture: CaptureId,
    /** Null where no answer came at all. */
    accession: AccessionId.nullable(),
    outcome: CaptureOutcome,
    sentence: z.string(),
    unexplained: z.int().nonnegative(),
  }),
  errors: [
    'ACCOUNT_PERSONAL',
    'ACCOUNT_UNKNOWN',
    'ATTORNEY_REQUIRED',
    'CAPTURE_REFUSED',
    'DISK_FULL',
    'FILE_UNREADABLE',
    'GRANT_UNKNOWN',
    'MAPPING_UNKNOWN',
    'PACKAGE_REFUSED',
  ],
})

export const captureList = query('capture.list', {
  summary: 'Every capture, newest first; of one account where it is named.',
  input: z.strictObject({ account: AccountId.nullable().default(null) }),
  output: z.array(Capture),
})

export const captureShow = query('capture.show', {
  summary: 'One capture with everything that it says of itself: operator, servers, certificates, limits that it met.',
  input: z.strictObject({ capture: CaptureId }),
  output: z.strictObject({ capture: Capture, facts: CaptureFacts.nullable() }),
  errors: ['CAPTURE_UNKNOWN'],
})

export const captureWays = query('capture.ways', {
  summary: 'The ways of capturing that this version has.',
  input: z.strictObject({}),
  output: z.array(CaptureWayName),
})

export const captureCompare = query('capture.compare', {
  summary:
    'Compares two captures of one scope, item by item: new, changed, hidden, no longer shown, and what cannot be told.',
  input: z.strictObject({ one: CaptureId, other: CaptureId }),
  output: Comparison,
  errors: ['CAPTURE_REFUSED', 'CAPTURE_UNKNOWN'],
})

export const captureNoLongerShown = query('capture.noLongerShown', {
  summary: 'Everything that captures no longer show, or show as hidden, with the window in which that came about.',
  input: z.strictObject({}),
  output: z.array(NoLongerShown),
})
