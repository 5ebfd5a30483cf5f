// Calendar files: each line fits in 75 octets, and what was written is what a reader of RFC 5545 gets back.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { icsFile } from '../../../electron/core/disclosure/ics.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'

const at = Instant.parse(Date.parse('2026-11-20T18:00:05.123Z'))
const day = LocalDate.parse('2026-11-30')

it('holds a whole-day event a deadline, with its reminder', () => {
  expect(
    icsFile(
      [{ id: 'v-26-1-a@muniment', when: { day }, title: 'Request 26-1: answer', words: 'Due; work\nto it, today' }],
      at,
    ),
  ).toBe(
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Muniment//Deadlines//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT'],
      ...['UID:v-26-1-a@muniment', 'DTSTAMP:20261120T180005Z', 'DTSTART;VALUE=DATE:20261130'],
      ...['SUMMARY:Request 26-1: answer', 'DESCRIPTION:Due\\; work\\nto it\\, today', 'TRANSP:TRANSPARENT'],
      ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Request 26-1: answer', 'TRIGGER:-P1D', 'END:VALARM'],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n'),
  )
})

it('holds a moment in UTC, with its reminder twelve hours before', () => {
  const moment = Instant.parse(Date.parse('2026-11-25T16:05:00Z'))
  const lines = icsFile([{ id: 'v-removal-1@muniment', when: { moment }, title: 'Gone', words: 'x' }], at).split('\r\n')
  expect(lines).toContain('DTSTART:20261125T160500Z')
  expect(lines).toContain('TRIGGER:-PT12H')
})

it('gives every text back, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const words = text.replace(/\p{Cc}/gu, '')
      const file = icsFile([{ id: 'x', when: { day }, title: 't', words: `${words}\n${words}` }], at)
      const lines = file.split('\r\n')
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
      const value =
        file
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .find((line) => line.startsWith('DESCRIPTION:'))
          ?.slice(12) ?? ''
      const read = value.replace(/\\([\\;,n])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark))
      expect(read).toBe(`${words}\n${words}`)
    }),
  )
})
