// Operations by which a capture is seen again, as it was captured and without a network.
import { z } from 'zod'
import { CaptureId } from '../domain/id.ts'
import { Instant } from '../domain/time.ts'
import { query } from './define.ts'

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
