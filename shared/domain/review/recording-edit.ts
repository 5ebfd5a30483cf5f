// What is taken out of a recording: a stretch of its time, its sound, or a part of its picture.
import { z } from 'zod'
import { Box } from './review.ts'

const Seconds = z.number().min(0).max(1_000_000)

/** `cut` leaves the stretch out, `mute` its sound, `cover` paints a box of its picture black. */
export const RecordingEdit = z
  .strictObject({
    how: z.enum(['cut', 'mute', 'cover']),
    from: Seconds,
    to: Seconds,
    /** What is covered; null with the others. */
    box: Box.nullable(),
  })
  .refine(({ from, to }) => from < to, { error: 'ends before it begins', path: ['to'] })
  .refine(({ how, box }) => (how === 'cover') === (box !== null), {
    error: 'what is covered has a box, and nothing else has one',
    path: ['box'],
  })
export type RecordingEdit = z.infer<typeof RecordingEdit>

/** `cut 3–5 s; mute 7–9.5 s` */
export function editsInWords(edits: readonly RecordingEdit[]): string {
  return edits.map(({ how, from, to }) => `${how} ${from}–${to} s`).join('; ')
}
