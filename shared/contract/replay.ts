// Operations by which a capture is seen again, as it was captured and without a network.
import { z } from 'zod'
import { CaptureId, GrantId, RecordId } from '../domain/id.ts'
import { Instant } from '../domain/time.ts'
import { command, job, query } from './define.ts'

/** What a browser made of a page. */
export const CapturedView = z.enum(['screenshot', 'pdf', 'text'])
export type CapturedView = z.infer<typeof CapturedView>

export const CapturedPage = z.strictObject({
  address: z.string(),
  title: z.string(),
  at: Instant,
  views: z.array(CapturedView),
})
export type CapturedPage = z.infer<typeof CapturedPage>

/** An answer as it was captured, its packing undone and without what only its connection needed. */
export const CapturedAnswer = z.strictObject({
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.instanceof(Uint8Array),
})
export type CapturedAnswer = z.infer<typeof CapturedAnswer>

const Opened = z.boolean().default(false)

export const capturePages = query('capture.pages', {
  summary: 'The pages of a capture, and what was made of each: picture, print, words.',
  input: z.strictObject({ capture: CaptureId, opened: Opened }),
  output: z.array(CapturedPage),
  errors: ['CAPTURE_UNKNOWN', 'RECORD_LOCKED', 'RECORD_RESTRICTED'],
})

export const captureView = query('capture.view', {
  summary: 'A page of a capture as it looked: its picture (PNG), its print (PDF) or its words.',
  input: z.strictObject({ capture: CaptureId, address: z.string().max(8192), view: CapturedView, opened: Opened }),
  output: z.strictObject({ mime: z.string(), /** Base64. */ bytes: z.string() }),
  errors: ['CAPTURE_UNKNOWN', 'RECORD_LOCKED', 'RECORD_RESTRICTED'],
})

export const captureOpen = command('capture.open', {
  summary: 'Opens on purpose a capture that shows a restricted record; the ledger says so before anything is shown.',
  input: z.strictObject({ capture: CaptureId }),
  output: z.strictObject({}),
  errors: ['CAPTURE_UNKNOWN', 'RECORD_LOCKED'],
})

/** A capture in which a record was seen. */
export const CaptureOfRecord = z.strictObject({
  capture: CaptureId,
  at: Instant,
  /** The captured page whose words hold the record's; null where none does. */
  page: z.string().nullable(),
})
export type CaptureOfRecord = z.infer<typeof CaptureOfRecord>

export const captureOfRecord = query('capture.ofRecord', {
  summary: 'The captures of pages in which a record was seen, the newest first, each with the page that shows it.',
  input: z.strictObject({ record: RecordId }),
  output: z.array(CaptureOfRecord),
})

export const captureSave = job('capture.save', {
  summary: 'Writes a capture outside the vault as it was packed (WACZ), for other programs to open.',
  input: z.strictObject({ capture: CaptureId, to: GrantId, opened: Opened }),
  output: z.strictObject({ size: z.int().nonnegative() }),
  errors: ['CAPTURE_UNKNOWN', 'DISK_FULL', 'GRANT_UNKNOWN', 'RECORD_LOCKED', 'RECORD_RESTRICTED'],
})
