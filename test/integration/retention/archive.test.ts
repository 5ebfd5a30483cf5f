// Retention in a real archive, with its threads: an X export is imported, classified, held and planned.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { accessionPrint, intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { purgeList, purgePlan } from '../../../shared/contract/purge.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { seriesAnswer } from '../../../shared/contract/retention.ts'
import {
  classifyRules,
  classifySearch,
  retentionExplain,
  rulesSave,
  scheduleImport,
} from '../../../shared/contract/schedule.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { AccessionId } from '../../../shared/domain/id.ts'
import { demoExports } from '../../fixtures/x/demo.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { rule, scheduleFile, seriesOf } from './support.ts'

let vault: TestArchive
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-retention-archive-'))
  const { first } = await demoExports(join(folder, 'demo'), 7)
  vault = await openTestArchive()
  const sources = [vault.archive.grant(first.path, 'read').grant]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
  await vault.call(scheduleImport, scheduleFile())
  await vault.call(seriesAnswer, { series: Object.values(seriesOf), kinds: [], basis: 'read' })
})
afterAll(async () => {
  await vault.close()
  rmSync(folder, { recursive: true, force: true })
})

const target = (name: string) => ({
  path: join(folder, name),
  grant: vault.archive.grant(join(folder, name), 'write').grant,
})
const list = { name: 'list.csv', csv: 'Number\n' }

describe('an imported export', () => {
  it('is classified by rules and by hand', async () => {
    await vault.call(rulesSave, {
      rules: [
        rule('messages', 1, seriesOf.message, { kinds: ['message'] }),
        rule('posts', 2, seriesOf.post, { kinds: ['post', 'reply'] }),
      ],
    })
    const { looked, classified, conflicts } = await vault.run(classifyRules, {})
    expect([classified > 100, looked > classified, conflicts]).toEqual([true, true, 0])
    const { classified: byHand } = await vault.run(classifySearch, {
      search: 'kind:repost',
      series: seriesOf.post,
      reason: 'a repost is a post',
    })
    expect(byHand).toBeGreaterThan(0)
  })

  it('is planned: what is old enough may go but for what a hold covers, and every file asked for is written', async () => {
    const held = await vault.call(holdPlace, {
      label: 'Doe v. City',
      basis: 'litigation',
      orderedBy: 'City Attorney',
      scope: { search: 'kind:post has:photo', accounts: [], from: null, to: null, recordIds: [] },
      document: null,
    })
    const [plan, pdf, csv] = [target('plan.json'), target('report.pdf'), target('list.csv')]
    const to = { plan: plan.grant, pdf: pdf.grant, csv: csv.grant }
    const summary = await vault.run(purgePlan, { asOf: '2026-11-20', openRequests: list, claims: list, to })
    const file = PlanFile.parse(JSON.parse(readFileSync(plan.path, 'utf8')))
    const onHold = file.excluded.filter(({ reason }) => reason === 'on-hold')
    expect([file.digest, file.records.length, file.excluded.length]).toEqual([
      summary.digest,
      summary.eligible,
      summary.excluded,
    ])
    // A hold holds the threads of what it covers.
    expect([summary.eligible > 0, summary.executable, onHold.length >= held.covered]).toEqual([true, true, true])
    expect(readFileSync(csv.path, 'utf8').split('\r\n')).toHaveLength(summary.eligible + summary.excluded + 2)
    expect(existsSync(pdf.path)).toBe(true)
    expect(await vault.call(purgeList, {})).toEqual([summary])
    const [row] = (await vault.call(recordPage, { search: 'has:photo kind:post', before: null, limit: 1, live: false }))
      .rows
    if (row === undefined) throw new Error('no record with a photo')
    expect((await vault.call(retentionExplain, { id: row.id, asOf: null })).holds).toEqual(['Doe v. City'])
  })

  it('is told of in the ledger without a name, a word or a reason', async () => {
    const entries = await vault.call(ledgerPage, { before: null, limit: 200 })
    const kinds = new Set(entries.map(({ kind }) => kind))
    for (const kind of ['schedule.import', 'rules.save', 'hold.place', 'classify.decide', 'purge.store'])
      expect(kinds).toContain(kind)
    expect(JSON.stringify(entries)).not.toMatch(/Doe|Attorney|repost is|Alder|report\.pdf/)
  })

  it('has its reconciliation printed', async () => {
    const { grant, path } = target('reconciliation.pdf')
    const { pages } = await vault.run(accessionPrint, { accession: AccessionId.parse(1), to: grant })
    expect([pages > 1, readFileSync(path).subarray(0, 5).toString()]).toEqual([true, '%PDF-'])
  })
})
