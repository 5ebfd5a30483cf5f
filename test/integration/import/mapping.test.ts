// What a clerk can rely on when tables are imported by a saved mapping: reconciled, told how they were read, and never read otherwise later.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  accessionReconciliation,
  intakeImport,
  intakePreview,
  intakeRecognise,
} from '../../../shared/contract/intake.ts'
import { jobCancel, jobList, jobResume, jobUndo } from '../../../shared/contract/job.ts'
import { mappingList, mappingPreview, mappingSave, mappingSuggest } from '../../../shared/contract/mapping.ts'
import { recordPage, recordShow, recordSource } from '../../../shared/contract/record.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import { MappingName, MappingRules } from '../../../shared/domain/intake/mapping.ts'
import { workbook } from '../../fixtures/workbook.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { muniment } from '../../support/command-line.ts'
import { writeFiles } from '../../support/read-platform.ts'

async function vault(): Promise<TestArchive> {
  const opened = await openTestArchive()
  onTestFinished(() => opened.close())
  return opened
}

type Files = Readonly<Record<string, string | Uint8Array>>
const name = MappingName.parse('Agency log')
const rules = (more: Partial<MappingRules> = {}) =>
  MappingRules.parse({
    platform: 'x',
    kind: { is: 'post' },
    sheet: null,
    list: null,
    header: true,
    fields: { id: 'ID', text: 'Text' },
    time: { column: 'When', format: 'year-first', zone: 'America/Los_Angeles' },
    counts: [{ name: 'likes', column: 'Likes' }],
    details: [],
    ...more,
  })

async function sourceOf({ archive }: TestArchive, files: Files) {
  return [archive.grant(await writeFiles(files), 'read').grant]
}

async function take(one: TestArchive, files: Files) {
  const input = { sources: await sourceOf(one, files), account: one.account, platform: null, mapping: name }
  const { accession } = await one.run(intakeImport, input)
  const reconciliation = await one.call(accessionReconciliation, { accession })
  if (reconciliation === null) throw new Error('no reconciliation')
  return reconciliation
}

async function records({ call }: TestArchive, search: string) {
  const { rows } = await call(recordPage, { search, before: null, limit: 50, live: false })
  return Promise.all(rows.map(({ id }) => call(recordShow, { id })))
}

/** Begins an import and cancels it when its first rows are in the vault. */
async function cancelWhileReading(one: TestArchive, input: unknown) {
  const ending = one.start(intakeImport, input)
  for (;;) {
    const [newest] = await one.call(jobList, { limit: 1 })
    if (newest?.state === 'running' && newest.stage === 'reading' && newest.done > 0)
      await one.call(jobCancel, { id: newest.id })
    if (newest && newest.state !== 'running' && newest.state !== 'queued') break
  }
  const job = await ending
  expect(job.state).toBe('cancelled')
  return job
}

/** So many rows that an import of them can be cancelled on its way. */
const MANY = 80_000

const LOG = [
  'ID,Text,When,Likes',
  '1790011223344556677,"Storm tonight, stay in",2024-03-05 10:00,3',
  '1790011223344556678,Too,many,cells,here',
  '1790011223344556679,Library open,soon,4',
  '',
].join('\r\n')

test('a table alone is told to be one, and is never read by itself', async () => {
  const one = await vault()
  const sources = await sourceOf(one, { 'log.csv': LOG })
  const { recognitions } = await one.call(intakeRecognise, { sources })
  // It could be taken in as a plain file, too; neither is chosen by itself.
  expect(recognitions.map(({ platform }) => platform)).toEqual(['files', 'mapped'])
  expect(Math.max(...recognitions.map(({ confidence }) => confidence))).toBeLessThan(0.5)
  expect((await one.call(intakePreview, { sources, account: null, platform: null })).export).toBeNull()
  const job = await one.start(intakeImport, { sources, account: one.account, platform: null })
  expect(job).toMatchObject({ state: 'failed', problem: { code: 'NOT_RECOGNISED' } })
  const unknown = await one.start(intakeImport, { sources, account: one.account, platform: null, mapping: 'Nobody' })
  expect(unknown).toMatchObject({ state: 'failed', problem: { code: 'MAPPING_UNKNOWN' } })
  expect((await one.call(vaultSummary, {})).counts).toMatchObject({ accessions: 0, records: 0 })
})

test('suggested, tried, saved, imported: every row is a record or a finding with its line', async () => {
  const one = await vault()
  const files = { 'log.csv': LOG, 'photos/a.jpg': 'picture', 'people.csv': 'Name,Phone\nAnn,5\n' }
  const sources = await sourceOf(one, files)
  const { tables } = await one.call(mappingSuggest, { sources, look: null })
  expect(tables.map(({ file }) => file)).toEqual(['log.csv', 'people.csv'])
  expect(tables[0]?.suggestion.fields).toEqual({ id: 'ID', text: 'Text' })

  const tried = await one.call(mappingPreview, { sources, rules: rules() })
  expect(tried).toMatchObject({ tried: 3, failed: 1, unfit: ['people.csv: Its columns are not those of the mapping.'] })
  expect(
    tried.rows.map(({ where, failed, record, problems }) => [where, failed !== null, record?.at ?? null, problems]),
  ).toEqual([
    ['line 2', false, Date.parse('2024-03-05T18:00:00Z'), []],
    ['line 3', true, null, []],
    ['line 4', false, null, ['The time “soon” cannot be read as the mapping says. It is kept as it is written.']],
  ])
  expect((await one.call(vaultSummary, {})).counts).toMatchObject({ accessions: 0, records: 0, ledger: 2 })

  const saved = await one.call(mappingSave, { mapping: { name, rules: rules() } })
  expect(saved).toMatchObject({ name, version: 1, savedBy: 'clerk' })
  const shown = await one.call(intakePreview, { sources, account: one.account, platform: null, mapping: name })
  expect(shown.export).toMatchObject({
    platform: 'x',
    kinds: [{ kind: 'post', count: 2 }],
    failed: 1,
    compared: { new: 2, changed: 0, same: 0 },
    ownerWarning: null,
  })

  const reconciliation = await take(one, files)
  const parser = `mapped 2, mapping “Agency log” version 1 (SHA-256 ${saved.digest})`
  expect(reconciliation).toMatchObject({ platform: 'mapped', layout: 'csv of x', parser, comparison: null })
  expect(reconciliation.totals).toMatchObject({ read: 3, stored: 2, failed: 1, unexplained: 0 })
  expect(reconciliation.lines.map(({ file, status, stored, failed }) => [file, status, stored, failed])).toEqual([
    ['log.csv', 'read', 2, 1],
    ['people.csv', 'kept-unread', 0, 0],
    ['photos/', 'media', 0, 0],
  ])
  expect(reconciliation.findings.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining('(line 3) has 5 cells under 4 headings'),
    expect.stringContaining('line 4 (“soon”)'),
  ])
  const [storm] = await records(one, 'storm')
  expect(storm).toMatchObject({
    nativeId: '1790011223344556677',
    at: Date.parse('2024-03-05T18:00:00Z'),
    atSource: '2024-03-05 10:00',
    precision: 'minute',
    sourceZone: 'America/Los_Angeles',
    measures: [{ name: 'likes', value: 3 }],
  })
  expect(storm?.versions[0]?.observations[0]).toMatchObject({ parser, member: 'log.csv' })
  if (storm === undefined) throw new Error('no storm')
  const source = await one.call(recordSource, { id: storm.id, version: 1 })
  expect(JSON.stringify(source)).toContain('Storm tonight, stay in')
  expect((await one.run(vaultVerify, {})).findings).toEqual([])
})

test('another file with the same rows brings nothing new, a changed one a version, a count neither', async () => {
  const one = await vault()
  await one.call(mappingSave, { mapping: { name, rules: rules() } })
  const table = (text: string, likes: number) => ({
    'b.csv': `ID,Text,When,Likes\n1,${text},2024-03-05 10:00,${likes}\n`,
  })
  expect((await take(one, table('Hello', 1))).totals).toMatchObject({ stored: 1 })
  expect((await take(one, table('Hello', 9))).totals).toMatchObject({ stored: 0, versions: 0, same: 1 })
  expect((await take(one, table('Hello all', 9))).totals).toMatchObject({ stored: 0, versions: 1, same: 0 })
})

test('rows without numbers are told apart by time and author, and are the same when they come again', async () => {
  const one = await vault()
  const fields = { text: 'Text', author: 'By' }
  await one.call(mappingSave, { mapping: { name, rules: rules({ fields, counts: [] }) } })
  const files = { 'a.csv': 'Text,When,By\nhi,2024-03-05 10:00,Ann\nhi,2024-03-05 10:00,Ben\nhi,2024-03-05 10:00,Ann\n' }
  expect((await take(one, files)).totals).toMatchObject({ read: 3, stored: 3, unexplained: 0 })
  expect((await take(one, files)).totals).toMatchObject({ read: 3, stored: 0, versions: 0, same: 3 })
})

test('JSON, JSON Lines and workbooks: ids of 64 bits survive, a malformed line is a finding, the rest goes on', async () => {
  const one = await vault()
  await one.call(mappingSave, { mapping: { name, rules: rules() } })
  const row = (id: string, text: string) => `{"ID": ${id}, "Text": "${text}", "When": "2024-03-05T10:00:00Z"}`
  const big = [1, 2, 3].map((n) => `179001122334455667${n}`)
  const reconciliation = await take(one, {
    'a.jsonl': `${row(big[0] ?? '', 'one')}\n{"ID": 5, "Te\n${row('6', 'two')}\n`,
    'b.json': `[${row(big[1] ?? '', 'three')}]`,
    'c.xlsx': workbook({
      Log: [
        ['ID', 'Text', 'When'],
        [{ number: big[2] ?? '' }, 'four', { day: 45356.5 }],
      ],
    }),
  })
  expect(reconciliation.totals).toMatchObject({ read: 5, stored: 4, failed: 1, unexplained: 0 })
  expect(reconciliation.layout).toBe('json and json-lines and xlsx of x')
  expect(reconciliation.findings[0]?.sentence).toContain('(line 2) is malformed')
  const ids = (await records(one, 'kind:post')).map(({ nativeId }) => nativeId)
  expect(ids.toSorted()).toEqual([...big, '6'].toSorted())
  expect((await one.run(vaultVerify, {})).findings).toEqual([])
})

test('a mapping saved again is a new version; imports keep the one they began with, also when taken up again', async () => {
  const one = await vault()
  const first = await one.call(mappingSave, { mapping: { name, rules: rules() } })
  expect(await one.call(mappingSave, { mapping: { name, rules: rules() } })).toEqual(first)
  const rows = Array.from({ length: MANY }, (_, n) => `${n + 1},Words of ${n},2024-03-05 10:00,${n}`)
  const files = { 'log.csv': ['ID,Text,When,Likes', ...rows].join('\n') }
  const input = { sources: await sourceOf(one, files), account: one.account, platform: null, mapping: name }
  const cancelled = await cancelWhileReading(one, input)
  const second = await one.call(mappingSave, { mapping: { name, rules: rules({ kind: { is: 'message' } }) } })
  expect(second.version).toBe(2)
  await one.call(jobResume, { id: cancelled.id })
  for (;;) {
    const [job] = await one.call(jobList, { limit: 1 })
    if (job?.state === 'succeeded') break
    expect(job?.state).toMatch(/queued|running/)
  }
  const [accession] = [intakeImport.output.parse((await one.call(jobList, { limit: 1 }))[0]?.result).accession]
  const reconciliation = await one.call(accessionReconciliation, { accession })
  expect(reconciliation?.parser).toContain(`version 1 (SHA-256 ${first.digest})`)
  expect(reconciliation?.totals).toMatchObject({ stored: MANY, unexplained: 0 })
  expect(await records(one, 'kind:message')).toEqual([])
  expect((await one.call(mappingList, { name: null })).map(({ version }) => version)).toEqual([2])
})

test('an import that is undone takes its copy of the mapping back', async () => {
  const one = await vault()
  await one.call(mappingSave, { mapping: { name, rules: rules() } })
  const rows = Array.from({ length: MANY }, (_, n) => `${n + 1},Words of ${n},2024-03-05 10:00,${n}`)
  const files = { 'log.csv': ['ID,Text,When,Likes', ...rows].join('\n') }
  const input = { sources: await sourceOf(one, files), account: one.account, platform: null, mapping: name }
  await one.call(jobUndo, { id: (await cancelWhileReading(one, input)).id })
  for (;;) {
    const jobs = await one.call(jobList, { limit: 5 })
    if (jobs.every(({ state }) => state !== 'running' && state !== 'queued')) break
  }
  expect((await one.call(vaultSummary, {})).counts).toMatchObject({ records: 0 })
  expect((await one.run(vaultVerify, {})).findings).toEqual([])
})

test('a table that cannot be read is refused with its reason, and leaves the vault as it was', async () => {
  const one = await vault()
  await one.call(mappingSave, { mapping: { name, rules: rules() } })
  const refusal = async (files: Files) => {
    const input = { sources: await sourceOf(one, files), account: one.account, platform: null, mapping: name }
    return (await one.start(intakeImport, input)).problem?.sentence
  }
  const none = 'Nothing in this is a file of tables of the mapping “Agency log” that Muniment can read.'
  const check = 'Nothing was imported; check that it is the export that you mean.'
  const columns = 'Its columns are not those of the mapping'
  // The log of what was tried grows; nothing else does.
  const counts = async () => ({ ...(await one.call(vaultSummary, {})).counts, ledger: null })
  const before = await counts()
  expect([
    await refusal({ 'a.csv': 'Name,Phone\nAnn,5\n' }),
    await refusal({ 'a.csv': 'ID,Text\n1,a\n' }),
    await refusal({ 'a.csv': '\r\n\r\n' }),
    await refusal({ 'a.json': Buffer.from('\ufeff[{"ID":1}]', 'utf16le') }),
  ]).toEqual([
    `${none} “a.csv”: ${columns}. ${check}`,
    `${none} “a.csv”: ${columns}: it has no “When”. ${check}`,
    `${none} ${check}`,
    `${none} “a.json”: It is JSON in UTF-16: save it as UTF-8. ${check}`,
  ])
  expect(await counts()).toEqual(before)
  expect((await one.run(vaultVerify, {})).findings).toEqual([])
})

test('the command line suggests, tries, saves and imports', async () => {
  const desk = await writeFiles({ 'log.csv': LOG })
  const run = (...args: string[]) => muniment(desk, ...args)
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).out)
  await run('init', 'City.muniment', '--city', 'City of Alder Bay')
  const refused = await run('import', 'log.csv', '--account', 'AlderBay', '--create-account')
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('muniment map suggest')])
  const [table] = await json('map', 'suggest', 'log.csv', '--platform', 'nextdoor')
  expect(table.suggestion).toMatchObject({ platform: 'nextdoor', fields: { id: 'ID', text: 'Text' } })
  writeFileSync(join(desk, 'rules.json'), JSON.stringify(table.suggestion))
  const tried = await run('map', 'preview', 'log.csv', '--rules', 'rules.json')
  expect(tried.out).toContain('Storm tonight, stay in')
  expect(tried.out).toContain('3 rows tried.')
  expect(await json('map', 'save', 'Agency posts', '--rules', 'rules.json')).toMatchObject({ version: 1 })
  const taken = await json(
    'import',
    'log.csv',
    '--mapping',
    'Agency posts',
    '--account',
    'AlderBay',
    '--create-account',
  )
  expect(taken.reconciliation.totals).toMatchObject({ stored: 2, failed: 1, unexplained: 0 })
  expect(await json('accounts')).toMatchObject([{ platform: 'nextdoor', handle: 'AlderBay' }])
  expect((await run('map', 'list')).out).toContain('Agency posts')
  expect((await run('map', 'show', 'Agency posts')).out).toContain('“When” (year-first, zone unknown)')
  rmSync(desk, { recursive: true, force: true })
})
