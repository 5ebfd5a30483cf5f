// Rules in force classify what an import, or a new reading of it, brings; persons' decisions stand, and what is held gets no shorter series.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JobContext, JobHandler } from '../../../electron/core/job/define.ts'
import scheduleImported from '../../../electron/core/retention/commands/schedule.import.ts'
import { openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { insertJob, jobStart } from '../../../electron/core/vault/repository/job.ts'
import { insertRuleSet } from '../../../electron/core/vault/repository/retention/rule.ts'
import { intakeMove, intakeReparse } from '../../../shared/contract/correction.ts'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { accessionPrint, accessionReconciliation, intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { classifyRecords, rulesSave, scheduleImport } from '../../../shared/contract/schedule.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { BroughtClassification } from '../../../shared/domain/classify/brought.ts'
import { Rules } from '../../../shared/domain/classify/rule.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { post, xFiles } from '../../support/x-files.ts'
import { openRetentionVault, rule, scheduleFile, seriesOf } from './support.ts'

const { folder } = workplace('classify-on-import')
const shorter = seriesOf.post
const longer = seriesOf.message
const tram = rule('tram', 1, shorter, { words: { any: ['tram'] } })
const bridge = rule('bridge', 2, longer, { words: { any: ['bridge'] } })

describe('an archive with rules in force', () => {
  let vault: TestArchive
  beforeAll(async () => {
    vault = await openTestArchive()
    await vault.call(scheduleImport, scheduleFile())
  })
  afterAll(() => vault.close())

  let exports = 0
  const bring = async (...words: string[]) => {
    exports += 1
    const path = join(folder, `export-${exports}.zip`)
    const files = xFiles(words.map((said, number) => post(number + 1, said)))
    writeFileSync(path, rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))))
    const sources = [vault.archive.grant(path, 'read').grant]
    const { accession } = await vault.run(intakeImport, { sources, account: vault.account, platform: null })
    const reconciliation = await vault.call(accessionReconciliation, { accession })
    return { accession, classified: reconciliation?.classified }
  }
  const posts = async () => {
    const page = await vault.call(recordPage, { search: 'kind:post', before: null, limit: 10, live: false })
    return page.rows.toReversed()
  }
  const series = async () => (await posts()).map((row) => row.series)
  const recordOf = async (place: number) => {
    const row = (await posts())[place]
    if (row === undefined) throw new Error(`there is no post ${place}`)
    return row.id
  }

  it('says nothing of rules before there are any', async () => {
    expect(await bring('First of all')).toEqual({ accession: 1, classified: undefined })
  })

  it('classifies what comes, by which rule, with conflicts, and says what is left', async () => {
    await vault.call(rulesSave, { rules: [tram, bridge] })
    const { classified } = await bring('First of all', 'The bridge is closed', 'The tram runs', 'Tram on the bridge')
    expect(await series()).toEqual([null, longer, shorter, shorter])
    expect(classified).toMatchObject({
      ruleSet: 1,
      refused: null,
      decided: 3,
      rules: [
        { rule: 'tram', name: 'Rule tram', series: shorter, records: 2 },
        { rule: 'bridge', name: 'Rule bridge', series: longer, records: 1 },
      ],
      byHand: 0,
      conflicts: 1,
      guarded: 0,
      findings: [
        { record: await recordOf(3), sentence: `“Rule tram” says ${shorter} and won; “Rule bridge” says ${longer}.` },
      ],
    })
    expect(classified).toMatchObject({ records: 4, withoutSeries: 1 })
    const entries = await vault.call(ledgerPage, { before: null, limit: 50 })
    expect(entries.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ accessions: [2], ruleSet: 1, decided: 3 }),
    )
  })

  it('never moves what a person decided, nor what is held to a shorter series, when it comes again with other words', async () => {
    const [held, byHand] = [await recordOf(1), await recordOf(2)]
    await vault.call(classifyRecords, { records: [byHand], series: longer, reason: 'It is a complaint' })
    const scope = { recordIds: [held], accounts: [], search: null, from: null, to: null }
    const hold = { label: 'Inquiry', basis: 'litigation', orderedBy: 'City Attorney', scope, document: null } as const
    await vault.call(holdPlace, hold)
    const { classified } = await bring('Trams', 'The bridge is closed; take the tram', 'The tram runs late', 'Nothing')
    expect(await series()).toEqual([null, longer, longer, shorter])
    expect(classified).toMatchObject({ decided: 0, byHand: 1, guarded: 1, withoutSeries: 1, records: 4 })
    expect(classified?.findings).toContainEqual({
      record: held,
      sentence: expect.stringContaining('two persons must decide'),
    })
  })

  it('classifies anew when the import is read again, by the rules that are in force then', async () => {
    const first = rule('first', 1, shorter, { words: { any: ['first'] } })
    await vault.call(rulesSave, { rules: [first, tram, bridge] })
    const { classified } = await vault.run(intakeReparse, { accession: 1, reason: 'Newer rules' })
    expect(classified).toMatchObject({ ruleSet: 2, decided: 1, records: 1, withoutSeries: 0 })
    expect(await series()).toEqual([shorter, longer, longer, shorter])
  })

  it('classifies anew what moves to another account, for rules may name the account', async () => {
    const draft = { platform: PlatformName.parse('x'), handle: 'AlderBayFire', name: 'Fire', department: 'Fire' }
    const { id: fire } = await vault.call(accountAdd, { ...draft, liaison: '', nativeId: null })
    const ofFire = rule('fire', 1, longer, { accounts: ['AlderBayFire'] })
    await vault.call(rulesSave, {
      rules: [ofFire, rule('first', 2, shorter, { words: { any: ['first'] } }), tram, bridge],
    })
    const fresh = await vault.call(accountAdd, { ...draft, handle: 'AlderBayPort', liaison: '', nativeId: null })
    const path = join(folder, 'of-the-port.zip')
    const files = xFiles([post(71, 'Tram stops'), post(72, 'Nothing of either')])
    writeFileSync(path, rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))))
    const sources = [vault.archive.grant(path, 'read').grant]
    const { accession } = await vault.run(intakeImport, { sources, account: fresh.id, platform: null })
    const seriesIn = async (account: string) => {
      const asked = { search: `account:${account} kind:post`, before: null, limit: 10, live: false }
      return (await vault.call(recordPage, asked)).rows.map((row) => row.series)
    }
    expect((await seriesIn('AlderBayPort')).toSorted()).toEqual([shorter, null])
    const moved = await vault.run(intakeMove, { accessions: [accession], to: fire, reason: 'Chosen by mistake' })
    expect(await seriesIn('AlderBayFire')).toEqual([longer, longer])
    expect(moved.classified).toMatchObject({ ruleSet: 3, byHand: 0, withoutSeries: 0 })
    const back = await vault.run(intakeMove, { accessions: [accession], to: fresh.id, reason: 'It was right' })
    // A hold has nothing to do with these: nothing keeps the shorter series from them.
    expect((await seriesIn('AlderBayPort')).toSorted()).toEqual([shorter, null])
    expect(back.classified).toMatchObject({ guarded: 0 })
  })

  it('keeps what comes where the rules name a series that the schedule does not have, and says so', async () => {
    const db = openDriver(join(vault.folder, 'catalog.sqlite'), { readonly: false })
    insertRuleSet(db, Rules.parse([rule('lost', 1, 'no/such-series')]), Instant.parse(1), null)
    db.close()
    const { accession, classified } = await bring('Quite new', 'Another', 'One more', 'The last')
    expect(classified).toMatchObject({ ruleSet: 4, refused: expect.stringContaining('no/such-series'), decided: 0 })
    const target = vault.archive.grant(join(folder, 'reconciliation.pdf'), 'write')
    await vault.run(accessionPrint, { accession, to: target.grant })
  })
})

it('goes on where it was stopped, and counts nothing twice', async () => {
  const vault = openRetentionVault()
  try {
    vault.command(scheduleImported, scheduleFile())
    const many = Array.from({ length: 2100 }, (_, number) => ({
      id: `post-${number}`,
      at: new Date(Date.UTC(2019, 0, 1) + number * 60_000).toISOString(),
      text: number % 2 === 0 ? 'The tram on the bridge' : 'Nothing of either',
    }))
    vault.receive(many)
    insertRuleSet(vault.db, Rules.parse([tram, bridge]), Instant.parse(1), null)
    let job: JobId | null = null
    const bringing: JobHandler = {
      operation: { ...intakeReparse, output: BroughtClassification },
      resumable: true,
      run: (context: JobContext) => {
        const { actor, startedAt: at } = context
        const id = job ?? context.id
        job = id
        insertJob(vault.db, { id, kind: 'intake.import', label: '', input: {}, actor, seed: new Uint8Array(16), at })
        const checkpoint = Object(jobStart(vault.db, id)?.checkpoint ?? {})
        return context.classifyBrought({ ...context, id }, { accessions: [1], checkpoint })
      },
    }
    const stop = new AbortController()
    vault.beforeNextBatch(() => stop.abort())
    await expect(vault.run(bringing, {}, stop.signal)).rejects.toThrow()
    const decided = () => vault.db.all('SELECT count(*) AS rows FROM classification')
    expect(decided()).toEqual([{ rows: 1000 }])
    expect(await vault.run(bringing, {})).toMatchObject({
      ...{ records: 2100, decided: 1050, conflicts: 1050, withoutSeries: 1050, guarded: 0 },
      rules: [{ rule: 'tram', records: 1050 }],
    })
    expect(decided()).toEqual([{ rows: 1050 }])
  } finally {
    vault.close()
  }
})
