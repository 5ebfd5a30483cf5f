// The plan file: its shape is closed, and without the two lists it is a report.
import { describe, expect, it } from 'vitest'
import { isExecutable, PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { LocalDate } from '../../../shared/domain/time.ts'

const digest = 'ab'.repeat(32)
const list = { name: 'open-requests.csv', digest, rows: 3, datedOn: '2026-12-02' }
const plan = {
  format: 'muniment-purge-plan',
  formatVersion: 2,
  unit: 'thread',
  vaultId: 'vault-1',
  city: 'City of Alder Bay',
  zone: 'America/Los_Angeles',
  asOf: '2027-01-01',
  drawnUpAt: 1_798_790_400_000,
  drawnUpBy: 'Records Clerk',
  schedule: { name: 'Alder Bay schedule', resolution: '10-001', adoptedOn: '2009-12-01', effectiveFrom: '2010-01-01' },
  openRequests: list,
  claims: list,
  listsWithinDays: 30,
  list: digest,
  packages: [{ package: 'package-1', name: 'export.zip', digest, records: 1, held: 0, waiting: 0 }],
  records: [{ recordId: 1, series: 'SM', eligibleOn: '2027-01-01', commitment: digest }],
  excluded: [{ recordId: 2, reason: 'on-hold', on: null, detail: 'Doe v. City' }],
  digest,
}

describe('a plan file', () => {
  it('comes back from JSON as it was', () => {
    expect(PlanFile.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  })

  it('refuses a record named twice, an unknown reason, an unknown key and a missing digest', () => {
    const { digest: _, ...unsigned } = plan
    const wrong = [
      { ...plan, excluded: [{ ...plan.excluded[0], recordId: 1 }] },
      { ...plan, excluded: [{ ...plan.excluded[0], reason: 'because' }] },
      { ...plan, note: 'more' },
      unsigned,
    ]
    expect(wrong.map((one) => PlanFile.safeParse(one).success)).toEqual([false, false, false, false])
  })

  it('can be executed only with both lists, and on a day on which neither is too old', () => {
    const lists = PlanFile.parse(plan)
    const without = [
      { ...lists, openRequests: null },
      { ...lists, claims: null },
    ]
    const day = LocalDate.parse('2027-01-01')
    expect([lists, ...without].map((one) => isExecutable(one, day))).toEqual([true, false, false])
    const days = ['2026-12-01', '2026-12-02', '2027-01-01', '2027-01-02'].map((one) => LocalDate.parse(one))
    expect(days.map((one) => isExecutable(lists, one))).toEqual([false, true, true, false])
  })
})
