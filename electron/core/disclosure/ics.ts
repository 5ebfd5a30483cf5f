// Writes an iCalendar file (RFC 5545): whole-day events, text escaped, lines folded at 75 octets.
import type { Instant, LocalDate } from '../../../shared/domain/time.ts'

/** A whole day to be marked; `id` stays the same when the event is written again, so that a calendar moves it. */
export interface DayEvent {
  readonly id: string
  readonly day: LocalDate
  readonly title: string
  readonly words: string
}

const MOST = 75

/** The file. @param at when it is written; the only time in it */
export function icsFile(events: readonly DayEvent[], at: Instant): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Muniment//Deadlines//EN', 'CALSCALE:GREGORIAN'],
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines({ id, day, title, words }: DayEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(words)}`,
    'TRANSP:TRANSPARENT',
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, 'TRIGGER:-P1D', 'END:VALARM'],
    'END:VEVENT',
  ]
}

/** Text as a value (RFC 5545, 3.3.11); other control characters may not stand in one. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\p{Cc}]/gu, ' ')
}

/** A line in pieces of at most 75 octets, no character torn apart (RFC 5545, 3.1). */
function foldLine(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    // Every piece but the first begins with a space, which counts.
    if (octets + size > MOST) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n')
}
