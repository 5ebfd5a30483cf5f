// What a certificate says beside the records (law.md §3.4): whose departments, who was there, from when each period ran, the list's digest.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import destructionSave from '../../../electron/core/retention/jobs/destruction.save.ts'
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import { readScheduleCsv } from '../../../electron/core/retention/schedule/csv.ts'
import { Certificate } from '../../../shared/domain/disposition/destruction.ts'
import { ScheduleDraft } from '../../../shared/domain/schedule/schedule.ts'
import { alderBayLegend } from '../../fixtures/schedule/build.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { approved, planned, prepareSchedule } from './approved-plan.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from './support.ts'

let vault: RetentionVault
beforeEach(async () => {
  vault = openRetentionVault()
  vault.db.run("UPDATE account SET department = 'Public Works' WHERE handle = 'AlderBayCity'")
  vault.receive([
    { id: 'road', at: '2015-03-10T20:00:00Z', text: 'A road is closed' },
    { id: 'bridge', at: '2015-12-31T20:00:00Z', text: 'A bridge is open' },
    { id: 'park', at: '2015-03-11T20:00:00Z', text: 'A park is open', account: vault.accounts[1] },
  ])
  await prepareSchedule(vault)
})
afterEach(() => vault.close())

const scheduleOf = () =>
  ScheduleDraft.parse(JSON.parse(vault.db.get<{ document: string }>('SELECT document FROM schedule')?.document ?? ''))
const ready = async () => {
  const plan = await planned(vault)
  approved(vault, plan)
  vault.actAs(attorney)
  return plan
}
const paper = (path: string) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })

describe('a certificate', () => {
  it('names the departments, the witness, each cutoff and the digest of the list, and bears the sentence to sign', async () => {
    const plan = await ready()
    expect(plan.departments).toEqual([
      { department: 'Public Works', accounts: [1], records: 2 },
      { department: '', accounts: [2], records: 1 },
    ])
    const [pdf, json, csv] = [vault.grantWrite('c.pdf'), vault.grantWrite('c.json'), vault.grantWrite('c.csv')]
    const to = { pdf: pdf.grant, json: json.grant }
    expect(await vault.run(purgeExecute, { plan: plan.id, witness: clerk, to })).toMatchObject({
      executedBy: 'Dana Whitfield',
      witness: 'Rosa Imai',
    })
    await vault.run(destructionSave, { id: 1, to: { pdf: null, json: null, csv: csv.grant } })
    const said = Certificate.parse(JSON.parse(readFileSync(json.path, 'utf8')))
    expect(said).toMatchObject({
      witness: { id: 'clerk', name: 'Rosa Imai', title: 'Records Clerk' },
      byDepartment: [
        { department: 'Public Works', records: 2 },
        { department: '', records: 1 },
      ],
      manifest: createHash('sha256').update(readFileSync(csv.path)).digest('hex'),
    })
    const days = said.destroyed.map(({ nativeId, cutoff, eligibleOn }) => [nativeId, cutoff, eligibleOn]).sort()
    expect(days).toEqual([
      ['bridge', '2016-01-01', '2018-01-01'],
      ['park', '2016-01-01', '2018-01-01'],
      ['road', '2016-01-01', '2018-01-01'],
    ])
    const text = paper(pdf.path)
    expect(text).toMatch(/Department\s+Public Works \(2 records\), no department named \(1 record\)/)
    expect(text).toMatch(/By\s+Dana Whitfield, City Attorney\s+Witness\s+Rosa Imai, Records Clerk/)
    expect(text).toMatch(
      /I, the undersigned, do hereby certify that the records listed in this certificate were\s+properly disposed of on\s+November 20, 2026\./,
    )
    expect(text).toMatch(/Initials of Dana Whitfield[\s\S]*Signature of the witness,\s+Rosa Imai/)
    expect(text).toMatch(/kept for ever: they are in no purge plan/)
    expect(text).toMatch(/Of\s+Cutoff\s+since[\s\S]*2016-01-01\s+2018-01-01/)
    const begun = vault.db.get<{ witness: string }>(
      "SELECT coalesce(payload ->> '$.witness', payload ->> '$.notes[0].witness') AS witness FROM ledger_payload WHERE payload LIKE '%\"witness\"%'",
    )
    expect(begun?.witness).toBe('clerk')
  })

  it('says where nobody was named, and takes neither the one who executes nor a stranger for a witness', async () => {
    const { id: plan } = await ready()
    const pdf = vault.grantWrite('c.pdf')
    const to = { pdf: pdf.grant, json: null }
    await expect(vault.run(purgeExecute, { plan, witness: attorney, to })).rejects.toThrow(
      /cannot be its witness.*Nothing was destroyed/,
    )
    await expect(vault.run(purgeExecute, { plan, witness: 'nobody', to })).rejects.toMatchObject({
      code: 'PERSON_UNKNOWN',
    })
    vault.db.run(`INSERT INTO person_change (person_id, kind, name_before, title_before, role_before, reason, changed_at)
      VALUES ('clerk', 'ended', 'Rosa Imai', '', 'records-clerk', 'left', 1)`)
    await expect(vault.run(purgeExecute, { plan, witness: clerk, to })).rejects.toThrow(
      /Rosa Imai acts in this vault no more and cannot be the witness/,
    )
    expect(vault.db.get('SELECT count(*) AS n FROM destruction')).toEqual({ n: 0 })
    await vault.run(purgeExecute, { plan, to })
    expect(paper(pdf.path)).toMatch(/Witness\s+no witness named/)
  })

  it('names each series by the row that was approved, also where another schedule came since, and what is no row of it', async () => {
    await vault.run(classifySearch, { search: 'park', series: 'duplicate', reason: 'a copy' })
    const plan = await ready()
    const json = vault.grantWrite('c.json')
    vault.beforeNextBatch(() => {
      const csv = layoutCsv(flaggedLayout()).replace('Social media: posts and replies,CU+2', 'Other words,CU+2')
      const next = JSON.stringify({
        ...scheduleOf(),
        name: 'Another',
        series: readScheduleCsv(csv, alderBayLegend()).series,
      })
      vault.db.run(
        `INSERT INTO schedule (name, resolution, adopted_on, source_name, source_digest, document, imported_at)
         SELECT 'Another', resolution, adopted_on, source_name, source_digest, ?, imported_at FROM schedule`,
        next,
      )
    }, 'purge.settle')
    expect(await vault.run(purgeExecute, { plan: plan.id, to: { pdf: null, json: json.grant } })).toMatchObject({
      destroyed: 3,
    })
    const { bySeries } = Certificate.parse(JSON.parse(readFileSync(json.path, 'utf8')))
    expect(bySeries).toMatchObject([
      { title: 'Social media: posts and replies', retention: 'CU+2', citation: 'GC 34090', records: 2 },
      {
        title: 'Duplicate (no row of the schedule)',
        ...{ retention: '2 years', citation: 'Gov. Code 34090(d); Gov. Code 34090.7', records: 1 },
      },
    ])
  })
})

describe('the report that is signed before', () => {
  it('is a memorandum to the heads by department and to the chain of the office, with method and attachments', async () => {
    const pdf = vault.grantWrite('report.pdf')
    const lists = { openRequests: null, claims: null }
    await vault.run(purgePlan, { asOf: '2026-11-20', ...lists, to: { plan: null, pdf: pdf.grant, csv: null } })
    const text = paper(pdf.path)
    expect(text).toMatch(/Department\s+Public Works \(2 records\), no department named \(1 record\)/)
    expect(text).toMatch(
      /Memorandum\s+Date\s+November 20, 2026\s+To\s+Head of Public Works, City Attorney, City Clerk\s+From\s+Rosa Imai, Records Clerk\s+Subject[\s\S]*Authority[\s\S]*Method[\s\S]*Approval[\s\S]*Attachments\s+A\. The list of every record/,
    )
    expect(text).toMatch(/Head of the department[\s\S]*Of\s+Public Works \(2 records\)/)
  })
  it('prints what is classified beside the schedule apart from its published rows', async () => {
    await vault.run(classifySearch, { search: 'park', series: 'duplicate', reason: 'a copy' })
    const pdf = vault.grantWrite('report.pdf')
    const lists = { openRequests: null, claims: null }
    await vault.run(purgePlan, { asOf: '2026-11-20', ...lists, to: { plan: null, pdf: pdf.grant, csv: null } })
    expect(paper(pdf.path)).toMatch(
      /as published\.[\s\S]*Social media: posts and[\s\S]*Beside the schedule\s+These are no rows of the schedule[\s\S]*Duplicate/,
    )
  })
})
