// One post, comment or message taken in by hand, where no export holds it.
import { z } from 'zod'
import { RecordKind, RecordState } from '../record/record.ts'
import type { Precision } from '../time.ts'

/** Fields that may be said to be not available, each with a reason (AI 599: “when available”). */
export const AbsentField = z.enum(['time', 'author', 'text', 'link', 'parent', 'media'])
export type AbsentField = z.infer<typeof AbsentField>

/** A date as far as it is known, in the City's zone: year, month, day, minute or second. */
export const PartialDate = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)?)?$/, {
  error: 'is not a date such as 2024, 2024-03, 2024-03-05 or 2024-03-05T12:30',
})
export type PartialDate = z.infer<typeof PartialDate>

const Line = z.string().trim().max(300)

export const HandEntry = z
  .strictObject({
    kind: RecordKind,
    author: Line,
    text: z.string().max(200_000),
    at: PartialDate.nullable(),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable(),
    /** The platform's own number for it, where the clerk knows it. */
    nativeId: Line.nullable(),
    parent: Line.nullable(),
    conversation: Line.nullable(),
    state: RecordState,
    /** Who saw it and took it down, and how: “screenshot on the phone of …”. */
    capturedBy: Line.min(1),
    capturedHow: Line.min(1),
    absent: z.partialRecord(AbsentField, z.string().trim().min(1).max(500)),
  })
  .refine((entry) => entry.at !== null || entry.absent.time !== undefined, {
    error: 'needs a date, or why there is none',
    path: ['at'],
  })
  .refine((entry) => entry.author !== '' || entry.absent.author !== undefined, {
    error: 'needs an author, or why there is none',
    path: ['author'],
  })
export type HandEntry = z.infer<typeof HandEntry>

/** How exact a partial date is. */
export function precisionOf(at: PartialDate | null): Precision {
  if (at === null) return 'unknown'
  const exactness: Record<number, Precision> = { 4: 'year', 7: 'month', 10: 'day', 16: 'minute' }
  return exactness[at.length] ?? 'second'
}
