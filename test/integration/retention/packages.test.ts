// The packages of a plan: which would be struck, and which records wait because a package of theirs holds a held record.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { openRetentionVault, scheduleFile, seriesOf } from './support.ts'

const vault = openRetentionVault('2026-11-20T18:00:00Z')
const [planFile, csv] = [vault.grantWrite('plan.json'), vault.grantWrite('list.csv')]
const lists = { openRequests: { name: 'o.csv', csv: 'Number\n' }, claims: { name: 'c.csv', csv: 'Claim\n' } }
const old = (id: string) => ({ id, at: '2018-05-05T19:00:00Z' })

const draw = async () => {
  const to = { plan: planFile.grant, pdf: null, csv: csv.grant }
  const summary = PlanSummary.parse(await vault.run(purgePlan, { asOf: '2026-11-20', ...lists, to }))
  return { summary, plan: PlanFile.parse(JSON.parse(readFileSync(planFile.path, 'utf8'))) }
}

/** The package in which a version of a post was brought. */
const packageOf = (post: string, version = 1) =>
  vault.db.get<{ id: string }>(
    'SELECT package_id AS id FROM version JOIN member ON member.id = member_id WHERE record_id = ? AND version.number = ?',
    vault.idOf(post),
    version,
  )?.id ?? ''

/** What a plan says of each package, in the order of their ids. */
const told = (...rows: [id: string, records: number, held: number, waiting: number][]) =>
  rows.sort(([one], [other]) => (one < other ? -1 : 1))

beforeAll(() => {
  vault.command(scheduleImport, scheduleFile())
  vault.receive([old('lone')])
  vault.receive([old('near'), old('held')])
  vault.receive([old('twice')])
  vault.receive([{ ...old('twice'), text: 'Other words' }, old('beside')])
  const records = ['lone', 'near', 'held', 'twice', 'beside'].map((id) => vault.idOf(id))
  vault.command(classifyRecords, { records, series: seriesOf.post, reason: 'test' })
  // An export of the day it was received shows the second version: it is old all the same once that day is.
  vault.db.run('UPDATE accession SET received_at = ?', Date.parse('2018-06-01T12:00:00Z'))
})
afterAll(() => vault.close())

describe('the packages of a plan', () => {
  it('are those with the source of its records, each with its digest; none waits while nothing is held', async () => {
    const { plan, summary } = await draw()
    expect(plan.packages.map((one) => [one.package, one.records, one.held, one.waiting])).toEqual(
      told(
        [packageOf('lone'), 1, 0, 0],
        [packageOf('near'), 2, 0, 0],
        [packageOf('twice'), 1, 0, 0],
        [packageOf('twice', 2), 2, 0, 0],
      ),
    )
    for (const { package: id, digest } of plan.packages) {
      const stored = vault.db.get<{ digest: Uint8Array }>('SELECT digest FROM package WHERE id = ?', id)
      expect(digest).toBe(Buffer.from(stored?.digest ?? []).toString('hex'))
    }
    expect([summary.eligible, summary.waiting]).toEqual([5, 0])
    expect(plan.records.flatMap(({ waitsFor }) => waitsFor ?? [])).toEqual([])
  })

  it('wait where they hold a held record, and their records with them: in the plan, its summary and its list', async () => {
    const hold = (post: string) => ({
      label: `Matter of ${post}`,
      basis: 'litigation',
      orderedBy: 'City Attorney',
      scope: { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf(post)] },
      document: null,
    })
    vault.command(holdPlace, hold('held'))
    vault.command(holdPlace, hold('beside'))
    const { plan, summary } = await draw()
    expect(plan.packages.map((one) => [one.package, one.records, one.held, one.waiting])).toEqual(
      told(
        [packageOf('lone'), 1, 0, 0],
        [packageOf('near'), 1, 1, 1],
        // The post that came twice waits for the second package, so it does not go from the first one either.
        [packageOf('twice'), 1, 0, 1],
        [packageOf('twice', 2), 1, 1, 1],
      ),
    )
    expect([summary.eligible, summary.waiting]).toEqual([3, 2])
    const waits = new Map(plan.records.map(({ recordId, waitsFor }) => [recordId, waitsFor]))
    expect(['lone', 'near', 'twice'].map((post) => waits.get(vault.idOf(post)))).toEqual([
      undefined,
      [packageOf('near')],
      [packageOf('twice', 2)],
    ])
    const rows = readFileSync(csv.path, 'utf8').split('\r\n')
    const verdicts = ['lone', 'near', 'twice'].map(
      (post) => rows.find((row) => row.startsWith(`${vault.idOf(post)},`))?.split(',')[6],
    )
    expect(verdicts).toEqual(['may be destroyed', 'waits for its package', 'waits for its package'])
  })

  it('do not name one that was struck before by a digest that its bytes no longer have', async () => {
    vault.db.run("UPDATE package SET state = 'struck' WHERE id = ?", packageOf('lone'))
    const { plan } = await draw()
    expect(plan.packages.filter(({ digest }) => digest === null).map((one) => one.package)).toEqual([packageOf('lone')])
  })

  it('are under the digest of the plan, and so is the list of every record', async () => {
    const { plan } = await draw()
    expect(plan.list).toBe(createHash('sha256').update(readFileSync(csv.path)).digest('hex'))
  })
})
