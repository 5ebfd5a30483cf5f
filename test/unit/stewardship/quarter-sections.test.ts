// The report of a quarter counts captures as they ended, gaps by the calendar of captures, and purges by what was carried out, never by what was planned.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureGapSection, captureSection } from '../../../electron/core/stewardship/quarter/captures.ts'
import { planSection, purgeSection } from '../../../electron/core/stewardship/quarter/purges.ts'
import type { QuarterMeans } from '../../../electron/core/stewardship/quarter/section.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { Quarter } from '../../../shared/contract/quarter.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { AccountId } from '../../../shared/domain/id.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { memoryCatalog } from '../../support/catalog.ts'

const ZONE = 'America/Los_Angeles'
const noon = (day: string) => Instant.parse(Date.parse(`${day}T20:00:00Z`))
const scope = JSON.stringify({ address: 'https://alderbay.example/feed', kinds: [], from: null, to: null, depth: null })
let db: Driver
let means: QuarterMeans

beforeAll(() => {
  db = memoryCatalog(0)
  db.run("INSERT INTO person (id, name, title, role, added_at) VALUES ('pat', 'Pat Moreno', '', 'custodian', 0)")
  const made: readonly (readonly [day: string, outcome: string | null])[] = [
    ['2026-06-29', 'complete'],
    ['2026-07-06', 'complete'],
    ['2026-07-13', 'unchanged'],
    ['2026-07-20', 'incomplete'],
    ['2026-07-27', 'refused'],
    ['2026-08-03', null],
    ['2026-10-05', 'complete'],
  ]
  for (const [place, [day, outcome]] of made.entries()) {
    db.run(
      `INSERT INTO capture (account_id, job_id, way, address, scope, started_at, outcome, sentence, stop_met)
       VALUES (1, ?, 'feed', 'https://alderbay.example/feed', ?, ?, ?, 'The server refused it.', 1)`,
      ...[`capture-${place}`, scope, noon(day), outcome],
    )
  }
  const schedule =
    'INSERT INTO capture_schedule (account_id, way, scope, every, set_at, set_by) VALUES (1, ?, ?, ?, ?, ?)'
  db.run(schedule, 'feed', scope, 'weekly', noon('2026-06-29'), 'pat')
  const plan = `INSERT INTO plan (id, as_of, made_at, digest, eligible, excluded, summary, object_digest) VALUES (?, '2026-07-01', ?, x'00', 5, 2, '{}', x'00')`
  db.run(plan, 1, noon('2026-07-01'))
  db.run(plan, 2, noon('2026-08-01'))
  db.run(
    `INSERT INTO destruction (id, plan_id, job_id, certificate, state, facts, ledger_head, began_at, began_by, certified_at)
     VALUES (1, 1, 'purge-1', '2026-001', 'certified', '{}', x'00', ?, 'pat', ?)`,
    ...[noon('2026-07-10'), noon('2026-07-11')],
  )
  for (const [place, outcome] of ['destroyed', 'destroyed', 'destroyed', 'skipped', null].entries()) {
    db.run(
      `INSERT INTO destruction_item (destruction_id, position, family, record_id, series, eligible_on, commitment, outcome)
       VALUES (1, ?, ?, ?, 'SM-1', '2026-01-01', x'00', ?)`,
      ...[place, place, place, outcome],
    )
  }
  const account = { platform: PlatformName.parse('x'), handle: 'AlderBayCity', name: '', department: '', liaison: '' }
  means = {
    ...{ db, folder: '', quarter: Quarter.parse('2026-Q3'), start: noon('2026-07-01'), end: noon('2026-10-01') },
    ...{ from: LocalDate.parse('2026-07-01'), to: LocalDate.parse('2026-09-30') },
    accounts: new Map([[AccountId.parse(1), { ...account, id: AccountId.parse(1), nativeId: null, records: 0 }]]),
    facts: { city: 'City of Alder Bay', zone: ZONE, writtenAt: noon('2026-10-02'), writtenBy: '', practice: false },
  }
})
afterAll(() => db.close())

test('captures are counted by how they ended, those of other quarters left out', () => {
  const { rows, chart, words } = captureSection(means)
  expect(rows).toEqual([['@AlderBayCity (X)', 'feed', '5', '2', '1', '2']])
  expect(words[0]).toContain('5 captures begun')
  expect(chart?.alt).toBe('Bars. @AlderBayCity (X), feed: 2 whole, 1 in part, 2 not made.')
})

test('gaps are the weeks without a whole capture, with what was tried', () => {
  const { rows, words } = captureGapSection(means)
  expect(rows).toEqual([
    ['@AlderBayCity (X)', 'week', '2026-07-20', '2026-09-27', 'last tried 2026-08-03: The server refused it.'],
  ])
  expect(words[0]).toContain('1 schedule of captures, with 1 gap')
})

test('a plan destroys nothing; what was destroyed is counted by the certificate', () => {
  expect(planSection(means).rows.map(([plan]) => plan)).toEqual(['1', '2'])
  const { rows, words } = purgeSection(means)
  expect(rows).toEqual([['2026-001', '1', '2026-07-10', '2026-07-11', '3', '1']])
  expect(words).toEqual([expect.stringContaining('3 records destroyed under 1 approved plan')])
  const later = { ...means, start: noon('2026-10-01'), end: noon('2027-01-01') }
  expect(purgeSection(later).words).toEqual(['Nothing was destroyed: no approved plan was carried out.'])
})
