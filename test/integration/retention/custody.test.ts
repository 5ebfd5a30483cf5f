// Giving up custody: only of what an archive has signed for, approved and carried out as a destruction is, and said plainly as its own kind.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import purgeStrike from '../../../electron/core/retention/commands/purge.strike.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import seriesAnswer from '../../../electron/core/retention/commands/series.answer.ts'
import transferReceipt from '../../../electron/core/retention/commands/transfer.receipt.ts'
import purgePage from '../../../electron/core/retention/jobs/purge.page.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import transferMake from '../../../electron/core/retention/jobs/transfer.make.ts'
import destructionList from '../../../electron/core/retention/queries/destruction.list.ts'
import destructionShow from '../../../electron/core/retention/queries/destruction.show.ts'
import purgeState from '../../../electron/core/retention/queries/purge.state.ts'
import purgeStatement from '../../../electron/core/retention/queries/purge.statement.ts'
import recordCopies from '../../../electron/core/vault/queries/record.copies.ts'
import { PlanState, purgeStatement as stating } from '../../../shared/contract/approval.ts'
import { destructionList as destructions, destructionShow as showing } from '../../../shared/contract/destruction.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { RecordCopies } from '../../../shared/contract/record-copies.ts'
import { bagProves } from '../../../shared/domain/disposition/custody.ts'
import { Certificate } from '../../../shared/domain/disposition/destruction.ts'
import { PlanFile } from '../../../shared/domain/disposition/disposition.ts'
import { layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { holding } from '../../support/x-files.ts'
import { approved, executed } from './approved-plan.ts'
import { clerk, openRetentionVault, scheduleFile } from './support.ts'

const series = {
  mayor: 'clerk/posts-of-the-mayor',
  laws: 'clerk/ordinances',
  unread: 'clerk/unread',
  posts: 'clerk/posts',
}
const rows = [
  ['Record Series', 'Official Retention', 'Citation', 'V', 'H', 'C', 'Description'],
  ['CLERK', '', '', '', '', '', ''],
  ['Posts of the mayor', 'P', 'GC34090', '', 'X', '', ''],
  ['Ordinances', 'P', 'GC34090(e)', '', '', '', ''],
  ['Unread', 'P', '', '', '', '', ''],
  ['Posts', 'CU+2', 'GC34090', '', '', '', ''],
]
const vault = openRetentionVault('2026-11-20T18:00:00Z')
const list = { name: 'list.csv', csv: 'Number\n' }
const bags = ['one', 'two', 'three'].map((name) => vault.grantWrite(`bag-${name}`))
const words = (id: string) => `Quetzal-${id} distinctive words that are long enough`
const old = (id: string, more: object = {}) => ({ id, at: '2018-05-05T19:00:00Z', text: words(id), ...more })
const put = (code: string, ...ids: string[]) =>
  vault.command(classifyRecords, { records: ids.map((id) => vault.idOf(id)), series: code, reason: 'x' })
const plan = async (to: object = {}) =>
  PlanSummary.parse(
    await vault.run(purgePlan, {
      kind: 'custody',
      ...{ asOf: '2026-11-20', openRequests: list, claims: list },
      to: { plan: null, pdf: null, csv: null, ...to },
    }),
  )
const sign = (id: number, more: object = {}) =>
  vault.command(transferReceipt, {
    ...{ id, bag: bagOf(id), archive: 'County Archives', signedBy: 'Ann Ito', title: 'Archivist' },
    ...{ signedOn: '2026-11-20', document: paper(`received ${id}`), ...more },
  })
const bagOf = (id: number) =>
  createHash('sha256')
    .update(readFileSync(join(bags[id - 1]?.path ?? '', 'manifest-sha256.txt')))
    .digest('hex')
const paper = (text: string) => ({ name: 'receipt.pdf', bytes: Buffer.from(`%PDF-1.7 ${text}`).toString('base64') })
const names = (ids: readonly number[]) => Object.fromEntries(ids.map((id) => [id, nativeOf.get(id)]))
const nativeOf = new Map<number, string>()
const search = (ids: readonly string[]) => ids.map((id) => `"Quetzal-${id}"`).join(' OR ')
const left = () => vault.db.all<{ id: string }>('SELECT native_id AS id FROM record ORDER BY 1').map(({ id }) => id)
const state = async (id: number) =>
  PlanState.parse(await vault.ask(purgeState, { plan: id, at: Date.parse('2026-11-20T18:00:00Z') }))

beforeAll(async () => {
  vault.command(scheduleImport, scheduleFile({ csv: layoutCsv(rows) }))
  vault.command(seriesAnswer, { series: [series.mayor, series.posts], kinds: [], basis: 'read' })
  vault.command(seriesAnswer, { series: [series.laws], kinds: ['e'], basis: 'they are ordinances' })
  const lasting = ['twice', 'goes', 'drifts', 'redone', 'pictured', 'held', 'struck', 'late', 'unsigned', 'loose']
  for (const id of lasting) vault.receive([old(id)], '2018-05-06T00:00:00Z')
  vault.receive([old('first'), old('reply', { answers: 'first' })])
  vault.receive([old('law')])
  vault.receive([old('unread')])
  vault.receive([old('post')])
  vault.receive([old('young', { at: '2026-05-05T19:00:00Z' })])
  put(series.mayor, ...lasting, 'first', 'reply', 'young')
  put(series.laws, 'law')
  put(series.unread, 'unread')
  put(series.posts, 'post')
  for (const { id, native } of vault.db.all<{ id: number; native: string }>(
    'SELECT id, native_id AS native FROM record',
  ))
    nativeOf.set(id, native)
  const bagged = [
    'goes',
    'drifts',
    'redone',
    'pictured',
    'held',
    'struck',
    'late',
    'first',
    'reply',
    'law',
    'unread',
    'young',
    'twice',
  ]
  await vault.run(transferMake, { search: search(bagged), to: bags[0]?.grant })
  await vault.run(transferMake, { search: search(['unsigned']), to: bags[1]?.grant })
})
afterAll(() => {
  for (const { path } of bags) rmSync(path, { recursive: true, force: true })
  vault.close()
})

describe('a plan to give up custody', () => {
  it('lists nothing while no archive has signed, and says so of each record', async () => {
    const before = await plan()
    expect(before).toMatchObject({ kind: 'custody', eligible: 0, custody: [], files: [] })
    expect(before.byReason.find(({ reason }) => reason === 'no-receipt')?.records).toBe(11)
    expect((await state(before.id)).missing).toContain(
      'Every record was taken out of the plan or stays with its thread, or none was in it.',
    )
  })

  it('lists what an archive has signed for, and names for every other record what keeps it', async () => {
    sign(1)
    vault.command(holdPlace, {
      ...{ label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null },
      scope: { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf('held')] },
    })
    vault.receive([old('redone', { text: 'Another wording' })], '2018-06-06T00:00:00Z')
    const digest = createHash('sha256').update('a picture that came later').digest()
    vault.db.run("INSERT INTO object VALUES (?, 9, 'image/png', NULL, 0)", digest)
    vault.db.run(
      "INSERT INTO media (record_id, number, position, role, name, object_digest) VALUES (?, 1, 0, 'photo', 'p.png', ?)",
      ...[vault.idOf('pictured'), digest],
    )
    const [json, pdf, csv] = ['plan.json', 'plan.pdf', 'plan.csv'].map((name) => vault.grantWrite(name))
    const made = await plan({ plan: json?.grant, pdf: pdf?.grant, csv: csv?.grant })
    const file = PlanFile.parse(JSON.parse(readFileSync(json?.path ?? '', 'utf8')))
    const eligible = ['drifts', 'first', 'goes', 'late', 'reply', 'struck', 'twice']
    expect(file.records.map(({ recordId }) => nativeOf.get(recordId)).sort()).toEqual(eligible)
    expect(file.records.every((row) => row.transfer === 1 && row.series === series.mayor)).toBe(true)
    expect(Object.fromEntries(file.excluded.map(({ recordId, reason }) => [nativeOf.get(recordId), reason]))).toEqual({
      redone: 'changed-since-transfer',
      pictured: 'changed-since-transfer',
      held: 'on-hold',
      unsigned: 'no-receipt',
      loose: 'not-transferred',
      law: 'excluded-34090',
      unread: 'protection-unanswered',
      post: 'not-lasting',
      young: 'under-two-years',
    })
    expect(made.custody).toMatchObject([
      {
        transfer: 1,
        bag: bagOf(1),
        records: 7,
        receipt: { archive: 'County Archives', signedBy: 'Ann Ito', seenBy: 'Rosa Imai' },
      },
    ])
    expect(file.custody).toEqual(made.custody)
    expect(made.notes).toEqual([expect.stringMatching(/Nobody has said whether clerk\/unread can hold/)])
    expect(readFileSync(csv?.path ?? '', 'utf8')).toMatch(/custody may be given up/)
    const text = execFileSync('pdftotext', [pdf?.path ?? '', '-'], { encoding: 'utf8' })
    for (const said of [
      'Custody report',
      'This is a plan to give up custody, not one of destruction',
      'The archive and its receipt',
      'an archive has signed for a copy that is as the record is',
      'custody of them goes to it, and the City’s own copy is destroyed',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(said)
    expect(text).not.toContain('under my charge and are no longer required')
  })

  it('is approved by sentences of its own that name the archive, and falls with the receipt that it rests on', async () => {
    const made = await plan()
    const asked = { plan: made.id, role: 'city-attorney', name: 'Dana Whitfield', signedOn: '2026-11-20' }
    const { statement } = stating.output.parse(await vault.ask(purgeStatement, asked))
    expect(statement).toMatch(/^Approval of a plan to give up custody\n/)
    expect(statement).toContain(
      `Archive: County Archives. Bag ${made.custody[0]?.name}, SHA-256: ${bagOf(1)}. Receipt of 2026-11-20`,
    )
    expect(statement).toContain('I consent in writing that custody of the records listed goes to the archive named')
    expect(statement).not.toContain('I consent in writing to the destruction')
    const pages = vault.grantWrite('pages.pdf')
    await vault.run(purgePage, { plan: made.id, to: pages.grant })
    const printed = execFileSync('pdftotext', ['-layout', pages.path, '-'], { encoding: 'utf8' })
    expect(printed).toMatch(/Approval of custody plan/)
    expect(printed).toMatch(/Custody goes to\s+County Archives/)
    approved(vault, made)
    expect((await state(made.id)).missing).toEqual([])
    sign(1, { signedBy: 'Lee Ito', document: paper('received again') })
    const stale = await state(made.id)
    expect(stale.missing).toEqual([
      expect.stringMatching(/^The receipt that counts for .* is not the one that the plan rests on/),
    ])
    await expect(executed(vault, made)).rejects.toThrow(/is not the one that the plan rests on.*Nothing was destroyed/)
    vault.actAs(clerk)
  })

  it('is carried out as a destruction is: judged again in its transaction, struck, looked through, certified as its own kind', async () => {
    const made = await plan()
    approved(vault, made)
    vault.command(purgeStrike, { plan: made.id, records: [vault.idOf('struck')], reason: 'historic to us' })
    vault.receive([old('drifts', { text: 'Another wording' })], '2018-06-06T00:00:00Z')
    await vault.run(transferMake, { search: search(['twice']), to: bags[2]?.grant })
    sign(3, { archive: 'State Archives' })
    const late = () =>
      vault.command(holdPlace, {
        ...{ label: 'Late hold', basis: 'audit', orderedBy: 'City Auditor', document: null },
        scope: { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf('late')] },
      })
    vault.beforeNextBatch(late, 'purge.destroy')
    const [json, pdf] = ['certificate.json', 'certificate.pdf'].map((name) => vault.grantWrite(name))
    const done = await executed(vault, made, { json: json?.grant, pdf: pdf?.grant })
    expect(done).toMatchObject({
      kind: 'custody',
      archives: 'County Archives',
      destroyed: 3,
      skipped: 4,
      state: 'certified',
    })
    expect(done.proof).toMatchObject({ left: [], logEmptied: true })
    for (const id of ['goes', 'first', 'reply']) expect(holding(vault.folder, words(id))).toEqual([])
    expect(left()).not.toEqual(expect.arrayContaining(['goes']))
    expect(left()).toEqual(expect.arrayContaining(['drifts', 'late', 'struck', 'twice', 'law', 'held']))

    const certificate = Certificate.parse(JSON.parse(readFileSync(json?.path ?? '', 'utf8')))
    expect(certificate).toMatchObject({ format: 'muniment-certificate-of-custody', bagProves, number: '2026-0001' })
    expect(certificate.plan.custody).toMatchObject([{ bag: bagOf(1), receipt: { signedBy: 'Lee Ito' } }])
    expect(certificate.destroyed.map(({ nativeId }) => nativeId).sort()).toEqual(['first', 'goes', 'reply'])
    expect(certificate.destroyed.every((one) => one.custody?.archive === 'County Archives')).toBe(true)
    expect(names(certificate.passedOver.map(({ recordId }) => recordId))).toEqual(
      names(['drifts', 'late', 'struck', 'twice'].map((id) => vault.idOf(id))),
    )
    expect(certificate.passedOver.map(({ detail }) => detail).sort()).toEqual([
      'Another copy or receipt of an archive counts now than the one that was approved.',
      expect.stringMatching(/^Changed since the copy: It is not as the copy has it/),
      'It was taken out of the plan.',
      'On hold: Late hold',
    ])
    const text = execFileSync('pdftotext', [pdf?.path ?? '', '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
    expect(text).toContain('Certificate of transfer of custody 2026-0001')
    expect(text).toContain('Custody of the records listed was given to County Archives')
    expect(text).toContain('Whoever has the bag can check')
    expect(text).toContain('County Archives (bag 1)')
  })

  it('leaves tombstones that say to whom custody was given, and names no archive in the ledger', async () => {
    const [given] = destructions.output.parse(await vault.ask(destructionList, {}))
    const { destroyed } = showing.output.parse(await vault.ask(destructionShow, { id: given?.id, from: 0, limit: 9 }))
    expect(destroyed.map(({ custody }) => custody)).toEqual(
      Array.from({ length: 3 }, () => ({ archive: 'County Archives', transfer: 1 })),
    )
    const id = [...nativeOf].find(([, native]) => native === 'goes')?.[0]
    const copies = RecordCopies.parse(await vault.ask(recordCopies, { id }))
    expect(copies).toMatchObject({ destroyed: '2026-0001', custody: 'County Archives' })
    const ledger = JSON.stringify(vault.db.all('SELECT payload FROM ledger_payload'))
    expect(ledger).not.toMatch(/County Archives|Ann Ito|Lee Ito/)
    const script =
      "import sys, os\nfor f, _, ns in os.walk(sys.argv[1]):\n  for n in ns:\n    if b'Quetzal-goes' in open(os.path.join(f, n), 'rb').read(): print(n)"
    expect(execFileSync('python3', ['-c', script, vault.folder], { encoding: 'utf8' })).toBe('')
    const next = await plan()
    expect(next.byReason.find(({ reason }) => reason === 'not-transferred')?.records).toBe(1)
  })
})
