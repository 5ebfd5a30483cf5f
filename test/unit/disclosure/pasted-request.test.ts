// A pasted request is taken apart without guessing; the portal's date is explained.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWrittenTime } from '../../../shared/domain/loose-date.ts'
import { readPastedRequest } from '../../../shared/domain/request/pasted-request.ts'
import { changedColumns, readPortal } from '../../../shared/domain/request/portal.ts'
import { portalDifference } from '../../../shared/domain/request/portal-due.ts'
import { parseLocalDate as day } from '../../../shared/domain/time.ts'

const zone = 'America/Los_Angeles'

describe('a pasted text', () => {
  it('that is an email gives who asks, when, and the words without its headers', () => {
    const mail =
      'From: "Ana Díaz" <ana@example.org>\r\nSent: Sunday, October 4, 2026 4:10 PM\r\nTo: Clerk\r\nSubject: Records\r\n\r\nAll posts.\r\nThanks'
    expect(readPastedRequest(mail, zone)).toEqual({
      text: 'Records\n\nAll posts.\nThanks',
      requester: 'Ana Díaz',
      contact: 'ana@example.org',
      received: { on: '2026-10-04', at: '16:10' },
      portal: null,
      channel: 'email',
    })
  })

  it('of the portal gives its number', () => {
    expect(readPastedRequest('A new request #26-1234 was made.\nAll posts', zone)).toMatchObject({
      ...{ portal: '26-1234', channel: 'portal', requester: null, received: null },
    })
  })

  it('that begins with “To:” alone is no email', () => {
    expect(readPastedRequest('To: the Clerk\nAll posts', zone)).toMatchObject({
      channel: null,
      text: 'To: the Clerk\nAll posts',
    })
  })
})

it.each([
  ['Sun, 04 Oct 2026 23:30:00 -0400', { on: '2026-10-04', at: '20:30' }],
  ['2026-10-05T02:30:00Z', { on: '2026-10-04', at: '19:30' }],
  ['10/4/2026', { on: '2026-10-04', at: null }],
  ['October 4th, 2026 at 12:05 a.m.', { on: '2026-10-04', at: '00:05' }],
  ['2026-02-30', null],
  ['13/4/2026', null],
  ['soon', null],
])('the day of %j is %j', (text, expected) => expect(readWrittenTime(text, zone)).toEqual(expected))

describe('the portal’s export', () => {
  it('is refused where no column has numbers, and keeps what it does not know', () => {
    expect(readPortal([['A'], ['1']], zone).problems).toEqual([expect.stringContaining('No column holds')])
    const { rows, unknown, problems } = readPortal(
      [
        ['Request Number', 'Tags', 'Status'],
        ['26-1', 'x', 'Closed'],
        ['26-1', 'y', ''],
        ['', 'z', ''],
        ['', '', ''],
      ],
      zone,
    )
    expect([rows.length, rows[0]?.closed, rows[0]?.columns, unknown]).toEqual([
      1,
      true,
      { 'Request Number': '26-1', Tags: 'x', Status: 'Closed' },
      ['Tags'],
    ])
    expect(problems).toEqual([
      '26-1 stands in the file twice; the first line counts.',
      'Line 4 has no number; it was left out.',
    ])
    const other = readPortal(
      [
        ['Request Number', 'Tags'],
        ['26-1', 'q'],
      ],
      zone,
    ).rows[0]
    expect(rows[0] && other && changedColumns(rows[0], other)).toEqual(['Tags', 'Status'])
  })

  it('loses no row of any table: each is a request or is named', () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('26-1', '26-2', '', '10/04/2026', 'Closed'))
    const head = fc.shuffledSubarray(['Request Date', 'Status', 'Due Date', 'Tags', 'Request Text'])
    fc.assert(
      fc.property(head, fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (names, body) => {
        const { rows, problems } = readPortal([['Number', ...names], ...body], zone)
        const filled = body.filter((cells) => cells.some((one) => one.trim() !== ''))
        expect(rows.length + problems.length).toBe(filled.length)
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
      }),
    )
  })

  it.each([
    ['2026-10-14', null, 'as Muniment does'],
    ['2026-10-15', null, 'it counts from the next business day'],
    [
      '2026-10-19',
      5,
      'it stopped its clock for 5 days. No rule that Muniment knows lets the time stop; work to October 14',
    ],
    ['2026-10-20', 5, 'it stopped its clock for 5 days'],
    ['2026-10-18', null, '4 days later. No rule that Muniment knows explains it; work to October 14'],
    ['2026-10-13', null, '1 day earlier. It may count from another day of receipt; work to October 13'],
  ])('has its date %s explained (paused %s)', (due, paused, words) => {
    const known = [{ day: day('2026-10-15'), meaning: 'it counts from the next business day' }]
    expect(portalDifference(day(due), day('2026-10-14'), paused, known)).toContain(words)
  })
})
