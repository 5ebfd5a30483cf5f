// The small parts of the retention operations: local days, sets of ids, the plan file, its notes.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFinder, daysMeant } from '../../../electron/core/retention/days.ts'
import { gatherIds } from '../../../electron/core/retention/hold/id-set.ts'
import { commitmentOf } from '../../../electron/core/retention/plan/commitment.ts'
import { digestOfPlan, openPlanRows, type PlanHead, planBytes } from '../../../electron/core/retention/plan/file.ts'
import { planNotes } from '../../../electron/core/retention/plan/notes.ts'
import { shortText } from '../../../electron/core/retention/report/words.ts'
import { readScheduleCsv } from '../../../electron/core/retention/schedule/csv.ts'
import { importFindings } from '../../../electron/core/retention/schedule/import-findings.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { Digest, RecordId } from '../../../shared/domain/id.ts'
import { Instant, localDate, parseLocalDate, Zone } from '../../../shared/domain/time.ts'
import { alderBayLegend } from '../../fixtures/schedule/build.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'

describe('local days of many instants', () => {
  it('are those that the zone itself gives', () => {
    const zones = ['America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
    const finders = new Map(zones.map((zone) => [zone, dayFinder(zone)]))
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }).map((at) => Instant.parse(at))
    fc.assert(
      fc.property(fc.constantFrom(...zones), instants, (zone, at) => {
        expect(finders.get(zone)?.(at)).toBe(localDate(at, zone))
      }),
      { numRuns: 3000 },
    )
  })

  it('are none where there is no time, or none that a calendar has', () => {
    const dayOf = dayFinder('UTC')
    expect([null, -8e15, 8e15].map((at) => dayOf(at === null ? null : Instant.parse(at)))).toEqual([null, null, null])
  })

  it.each([
    ['second', '2024-03-05', '2024-03-05'],
    ['day', '2024-03-04', '2024-03-06'],
    ['month', '2024-03-01', '2024-03-31'],
    ['year', '2024-01-01', '2024-12-31'],
  ] as const)('a time given to the %s may mean any day from %s to %s', (precision, first, last) => {
    const at = Instant.parse(Date.parse('2024-03-05T20:00:00Z'))
    expect(daysMeant(at, precision, dayFinder('America/Los_Angeles'))).toEqual({ first, last })
  })
})

it('a gathered set holds exactly what its pages gave', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: -50, max: 5000 }), { maxLength: 300 }),
      fc.integer({ min: 1, max: 70 }),
      (ids, page) => {
        const sorted = ids.toSorted((one, other) => other - one)
        const set = gatherIds((before) => sorted.filter((id) => before === null || id < before).slice(0, page))
        const held = Array.from({ length: 5051 }, (_, at) => at - 50).filter((id) => set.has(id))
        expect([set.size, held]).toEqual([ids.length, sorted.toReversed()])
      },
    ),
    { numRuns: 60 },
  )
})

const head: PlanHead = {
  format: 'muniment-purge-plan',
  formatVersion: 2,
  vaultId: 'vault-00001',
  city: 'City of Alder Bay',
  zone: Zone.parse('America/Los_Angeles'),
  asOf: parseLocalDate('2026-11-20'),
  drawnUpAt: Instant.parse(Date.parse('2026-11-20T18:00:00Z')),
  drawnUpBy: 'Rosa Imai',
  unit: 'thread',
  schedule: {
    name: 'Alder Bay schedule',
    resolution: 'Resolution 24-031',
    adoptedOn: parseLocalDate('2009-12-01'),
    effectiveFrom: parseLocalDate('2010-01-01'),
  },
  openRequests: null,
  claims: null,
  listsWithinDays: 30,
  list: Digest.parse('ef'.repeat(32)),
  packages: [],
}

/** JSON with sorted keys, written for this test alone. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  )
}

describe('a plan file', () => {
  it('is canonical, is a plan, and carries the digest of everything else in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'muniment-plan-'))
    try {
      const rows = openPlanRows(folder)
      const commitment = Digest.parse('cd'.repeat(32))
      rows.excluded({ recordId: RecordId.parse(-5), reason: 'untagged', on: null, detail: 'no “series”, 港口' })
      rows.record({ recordId: RecordId.parse(7), series: 'SM', eligibleOn: parseLocalDate('2026-01-01'), commitment })
      rows.record({ recordId: RecordId.parse(9), series: 'SM', eligibleOn: parseLocalDate('2026-01-01'), commitment })
      rows.close()
      const chunks: Uint8Array[] = []
      for await (const chunk of planBytes(head, rows, digestOfPlan(head, rows))) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString()
      const { digest, ...body } = PlanFile.parse(JSON.parse(text))
      expect(createHash('sha256').update(sortedJson(body)).digest('hex')).toBe(digest)
      expect(text).toBe(sortedJson({ ...body, digest }))
      expect([body.records.length, body.excluded.length]).toEqual([2, 1])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('the notes of a plan', () => {
  const list = {
    name: 'list.csv',
    digest: Digest.parse('ab'.repeat(32)),
    rows: 2,
    datedOn: parseLocalDate('2026-11-20'),
  }
  const both = { ...head, openRequests: list, claims: list }
  const quiet = {
    latestEntry: head.drawnUpAt,
    outdoneLists: [],
    unmappedCodes: [],
    unitDecided: true,
    unanswered: [],
    searchesNotUnderstood: [],
  }

  it('are none for a plan with both lists, drawn up for a day that has come', () => {
    expect(planNotes(both, quiet)).toEqual({ notes: [], executable: true })
  })

  it.each([
    ['no list of claims', { ...both, claims: null }, quiet, /without the list of claims/, false],
    ['no list at all', head, quiet, /open records requests and the list of claims/, false],
    [
      'a clock behind the ledger',
      both,
      { ...quiet, latestEntry: head.drawnUpAt + 3_600_000 },
      /Destruction is blocked.*11:00:00 AM/,
      false,
    ],
    [
      'a day to come',
      { ...both, asOf: parseLocalDate('2026-11-21') },
      quiet,
      /November 21, 2026, which has not come/,
      true,
    ],
    ['series not answered for', both, { ...quiet, unanswered: ['A', 'B'] }, /whether A, B can hold/, true],
    ['a code without meaning', both, { ...quiet, unmappedCodes: ['SU'] }, /does not explain SU/, true],
    [
      'a search not understood',
      both,
      { ...quiet, searchesNotUnderstood: ['kind:'] },
      /taken to cover everything: “kind:”/,
      true,
    ],
  ])('tell of %s', (_, plan, circumstances, sentence, executable) => {
    const told = planNotes(plan, circumstances)
    expect(told).toEqual({ notes: [expect.stringMatching(sentence)], executable })
  })
})

describe('a commitment', () => {
  const [digest, salt] = [new Uint8Array(32).fill(1), new Uint8Array(16).fill(2)]
  const seal = { record: 5, number: 1, digest, salt }
  const of = (...seals: Parameters<typeof commitmentOf>[1]) => commitmentOf(RecordId.parse(5), seals)

  it('changes with the record, a version, its content and its salt, and with nothing else', () => {
    const others = [
      of(),
      of({ ...seal, digest: new Uint8Array(32).fill(3) }),
      of({ ...seal, salt: new Uint8Array(16).fill(3) }),
      of({ ...seal, salt: null }),
      of(seal, { ...seal, number: 2 }),
      commitmentOf(RecordId.parse(6), [seal]),
    ]
    expect(of({ ...seal })).toBe(of(seal))
    expect(new Set([of(seal), ...others]).size).toBe(7)
  })
})

it('a text in a report is one line of at most 80 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const short = shortText(text)
      expect(short.length).toBeLessThanOrEqual(80)
      expect(short).not.toMatch(/[\r\n\t]/)
    }),
  )
  expect(shortText(`${'a '.repeat(60)}b`)).toBe(`${'a '.repeat(39)}a…`)
})

it('the findings of a schedule stand in the order of its rows and leave out what is no news', () => {
  const rows = [...flaggedLayout(), ['', 'CU+2', '', '', '', '', 'no title here']]
  const found = importFindings(readScheduleCsv(layoutCsv(rows), alderBayLegend().slice(0, 2)))
  expect(found.map(({ row, sentence }) => [row, /SU|AU|legend|no title/.exec(sentence)?.[0]])).toEqual([
    [11, 'SU'],
    [16, 'AU'],
    [17, 'legend'],
    [18, 'no title'],
  ])
})
