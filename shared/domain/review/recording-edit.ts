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

/** A place in a recording as a clerk writes it: seconds, or minutes and hours before them (`65`, `1:05`, `1:02:03.5`). @returns seconds; null where it is none */
export function secondsOf(written: string): number | null {
  const parts = /^(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:\.\d+)?)$/.exec(written.trim())
  if (parts === null) return null
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0))
  const isClock = parts[2] !== undefined
  if (isClock && ((seconds ?? 0) >= 60 || (parts[1] !== undefined && (minutes ?? 0) >= 60))) return null
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}

/** As a player shows it, to the tenth of a second: `1:05.2`. @param seconds from the beginning */
export function placeInRecording(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  const [minutes, rest] = [Math.floor(tenths / 600), (tenths % 600) / 10]
  return `${minutes}:${rest < 10 ? '0' : ''}${rest}`
}

/** `cut 3–5 s; mute 7–9.5 s` */
export function editsInWords(edits: readonly RecordingEdit[]): string {
  return edits.map(({ how, from, to }) => `${how} ${from}–${to} s`).join('; ')
}
