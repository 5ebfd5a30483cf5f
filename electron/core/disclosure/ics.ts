// Writes an iCalendar file (RFC 5545): events of whole days or of a moment, text escaped, lines folded at 75 octets.
import type { Instant, LocalDate } from '../../../shared/domain/time.ts'

/** A whole day or a moment to be marked; `id` stays the same when the event is written again, so that a calendar moves it. */
export interface CalendarEvent {
  readonly id: string
  readonly when: { readonly day: LocalDate } | { readonly moment: Instant }
  readonly title: string
  readonly words: string
}

const MOST = 75

/** The file. @param at when it is written; the only time in it */
export function icsFile(events: readonly CalendarEvent[], at: Instant): string {
  const stamp = utc(at)
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Muniment//Deadlines//EN', 'CALSCALE:GREGORIAN'],
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function eventLines({ id, when, title, words }: CalendarEvent, stamp: string): string[] {
  const [start, ahead] =
    'day' in when ? [`;VALUE=DATE:${when.day.replaceAll('-', '')}`, '-P1D'] : [`:${utc(when.moment)}`, '-PT12H']
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART${start}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(words)}`,
    'TRANSP:TRANSPARENT',
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, `TRIGGER:${ahead}`, 'END:VALARM'],
    'END:VEVENT',
  ]
}

/** A moment in UTC (RFC 5545, 3.3.5). */
function utc(moment: Instant): string {
  return new Date(moment).toISOString().replace(/[-:]|\.\d{3}/g, '')
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
