// The command line as a clerk's scripts rely on it: what stands on standard output, and how it ends.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alderBayLegendCsv, alderBaySchedule } from '../../fixtures/schedule/alder-bay.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { muniment } from '../../support/command-line.ts'
import { declaration, personalZip } from '../../support/personal-export.ts'

let desk: string
const run = (...args: readonly string[]) => muniment(desk, ...args)

/** Runs a command with --json that must succeed; everything on standard output must be one JSON value. */
async function json(...args: readonly string[]) {
  const { code, out, err } = await run(...args, '--json')
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-cli-'))
  mkdirSync(join(desk, 'exports'))
  await smallExport(join(desk, 'exports'), { tweets: 40 })
  writeFileSync(join(desk, 'schedule.csv'), alderBaySchedule())
  writeFileSync(join(desk, 'legend.csv'), alderBayLegendCsv())
  expect((await run('init', 'City.muniment', '--city', 'City of Alder Bay')).code).toBe(0)
  await run('people', 'add', 'dana-reyes', '--name', 'Dana Reyes', '--role', 'records-clerk')
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

const archive = () => join('exports', readdirSync(join(desk, 'exports'))[0] ?? '')

describe('a clerk at the command line', () => {
  test('is told which account to add before an import, and imports then', async () => {
    const refused = await run('import', archive(), '--account', '@AlderBayCity')
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toContain('muniment accounts add --platform x --handle AlderBayCity')
    await run('accounts', 'add', '--platform', 'x', '--handle', '@AlderBayCity', '--name', 'City of Alder Bay')
    const taken = await json('import', archive(), '--account', 'alderbaycity', '--as', 'dana-reyes')
    expect(taken).toMatchObject({
      accession: 1,
      unexplained: 0,
      reconciliation: { platform: 'x', totals: { failed: 0 } },
    })
    const again = await json('import', archive(), '--account', 'AlderBayCity')
    expect(again.reconciliation.totals).toMatchObject({
      stored: 0,
      versions: 0,
      same: taken.reconciliation.totals.stored,
    })
  })

  test('reads the records as JSON alone, with their total', async () => {
    const all = await json('records', '--limit', '100000')
    expect(Object.keys(all)).toEqual(['total', 'rows'])
    expect(all.rows).toHaveLength(all.total)
    const one = await json(
      'records',
      '--search',
      'kind:post OR kind:reply',
      '--account',
      '@AlderBayCity',
      '--limit',
      '1',
    )
    expect(one.rows).toHaveLength(1)
    expect(one.total).toBeGreaterThan(1)
    expect(await json('show', String(one.rows[0].id))).toMatchObject({ id: one.rows[0].id, platform: 'x' })
    expect((await json('records', '--account', 'somebody-else')).total).toBe(0)
  })

  test('writes what a search finds as CSV, as a workbook or as a tagged PDF, never over a file', async () => {
    const { total } = await json('records', '--search', 'kind:post')
    expect(await json('records', '--search', 'kind:post', '--out', 'posts.csv')).toEqual({ records: total })
    const csv = readFileSync(join(desk, 'posts.csv'), 'utf8')
    expect(csv).toMatch(/^\ufeffMade \(City\),Made \(UTC\),/)
    const rows = parse<Record<string, string>>(csv, { bom: true, columns: true })
    expect(rows).toHaveLength(total)
    const newest = (await json('records', '--search', 'kind:post', '--limit', '1')).rows[0]
    expect(rows[0]).toMatchObject({ Record: String(newest.id), Account: 'AlderBayCity', Kind: 'Post' })
    expect((await json('records', '--search', 'kind:post', '--out', 'posts.pdf')).records).toBe(total)
    expect(readFileSync(join(desk, 'posts.pdf'), 'latin1')).toMatch(/^%PDF-1\.7[\s\S]*\/MarkInfo/)
    expect((await json('records', '--search', 'kind:post', '--out', 'posts.xlsx')).records).toBe(total)
    const [sheet] = await readWorkbook(join(desk, 'posts.xlsx'))
    const place = sheet?.data[0]?.indexOf('Record') ?? -1
    expect(sheet?.data.map((row) => String(row[place]))).toEqual(['Record', ...rows.map(({ Record }) => Record)])
    expect(await run('records', '--out', 'posts.csv')).toMatchObject({ code: 1, out: '' })
    expect(await run('records', '--out', 'posts.doc')).toMatchObject({ code: 2, out: '' })
    const told = await run('records', '--account', 'AlderBayCty')
    expect(told.out).toContain('There is no account “AlderBayCty” in this vault. Did you mean “AlderBayCity”?')
  })

  test('takes the schedule in, classifies, holds, answers a request and plans a purge', async () => {
    const schedule = ['schedule', 'import', 'schedule.csv', '--resolution', '24-031', '--date', '2024-03-05']
    expect(await json(...schedule, '--legend', 'legend.csv')).toMatchObject({ series: 10, unmappedCodes: [] })
    const classified = await json(
      'classify',
      '--search',
      'kind:post',
      '--series',
      '704',
      '--reason',
      'Posts of the City',
    )
    expect(classified.classified).toBeGreaterThan(0)
    const [first] = (await json('records', '--series', '704', '--limit', '1')).rows
    writeFileSync(join(desk, 'ids.txt'), `${first.id}\n`)
    expect(await json('classify', '--ids', 'ids.txt', '--series', '706', '--reason', 'A storm')).toEqual({
      classified: 1,
      same: 0,
    })
    writeFileSync(join(desk, 'order.txt'), 'Keep everything of 2020.')
    const placed = await json(
      'hold',
      'place',
      '--label',
      'Matter',
      '--ordered-by',
      'H. Cho',
      '--from',
      '2020-01-01',
      '--to',
      '2020-12-31',
      '--document',
      'order.txt',
    )
    expect(await json('hold', 'list')).toMatchObject([
      { hold: { id: placed.id, basis: 'other' }, records: placed.covered },
    ])
    await run('people', 'add', 'hana-cho', '--name', 'Hana Cho', '--role', 'city-attorney')
    await json('hold', 'release', String(placed.id), '--document', 'order.txt', '--as', 'hana-cho')
    const single = await json('hold', 'place', '--label', 'One', '--ordered-by', 'H. Cho', '--ids', 'ids.txt')
    expect(single.covered).toBeGreaterThan(0)
    await json('hold', 'release', String(single.id), '--document', 'order.txt', '--as', 'hana-cho')
    writeFileSync(
      join(desk, 'request.json'),
      JSON.stringify({
        id: '26-1',
        receivedOn: '2026-11-16',
        channel: 'email',
        requester: '',
        text: 'Posts.',
        accounts: ['x:AlderBayCity'],
        search: 'kind:post',
      }),
    )
    expect(await json('request', 'open', 'request.json')).toMatchObject({ id: '26-1' })
    const built = await json('packet', 'build', '26-1', '--out', 'packet.zip')
    expect(await json('packet', 'verify', 'packet.zip')).toMatchObject({
      digest: built.digest,
      issuedHere: true,
      findings: [],
    })
    const elsewhere = join(desk, 'exports')
    copyFileSync(join(desk, 'packet.zip'), join(elsewhere, 'packet.zip'))
    const alone = ['packet', 'verify', 'packet.zip', '--json']
    const whole = await muniment(elsewhere, ...alone, '--digest', built.digest)
    expect(whole.code).toBe(0)
    const told = { digest: built.digest, status: 'whole', letter: 'same', issuedHere: null, findings: [] }
    expect(JSON.parse(whole.out)).toMatchObject(told)
    const changed = readFileSync(join(elsewhere, 'packet.zip'))
    changed[10] = (changed[10] ?? 0) ^ 1
    writeFileSync(join(elsewhere, 'packet.zip'), changed)
    const found = await muniment(elsewhere, ...alone)
    expect([found.code, JSON.parse(found.out).findings.length > 0]).toEqual([1, true])
    rmSync(join(elsewhere, 'packet.zip'))
    const plan = await json('purge', 'plan', '--as-of', '2026-11-23', '--out', 'plan.json')
    expect(plan).toEqual(JSON.parse(readFileSync(join(desk, 'plan.json'), 'utf8')))
    expect(plan).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      records: expect.any(Array),
      claims: null,
    })
  })

  test('compares the lists of a plan with the requests and holds here, and answers for what is not known', async () => {
    writeFileSync(join(desk, 'requests.csv'), 'Request Number,Request Text\n26-1,Posts\n26-0412,Building permits\n')
    writeFileSync(join(desk, 'claims.csv'), 'Akte,Name\nRG24-1187,Doe v. City\n')
    const lists = ['--open-requests', 'requests.csv', '--claims', 'claims.csv']
    const plan = ['purge', 'plan', '--as-of', '2026-11-23', '--out', 'listed.json', ...lists]
    const drawn = await run(...plan, '--claims-number', 'Akte', '--as', 'dana-reyes')
    expect(drawn.code, drawn.err).toBe(0)
    expect(drawn.out).toMatch(/open request +26-0412 +Building permits +not known here +to be answered/)
    expect(drawn.out).toMatch(/Before anybody can approve it: .* is under no hold here: RG24-1187\./)
    const wrong = ['purge', 'plan', '--as-of', '2026-11-23', '--out', 'x.json', ...lists, '--claims-number', 'Nummer']
    expect((await run(...wrong)).err).toContain('claims.csv has no column “Nummer”; its columns are “Akte”, “Name”.')
    const why = ['--reason', 'Permits alone', '--second', 'hana-cho', '--as', 'dana-reyes']
    const answer = (...about: readonly string[]) => json('purge', 'answer', 'listed.json', ...about, ...why)
    expect((await run('purge', 'answer', 'listed.json', '--request', '26-1', ...why)).err).toMatch(/No entry/)
    expect(await answer('--request', ' 26–0412')).toEqual({ answered: 1 })
    expect(await answer('--all', 'claims')).toEqual({ answered: 1 })
    const { listed } = await json('purge', 'state', 'listed.json')
    expect(listed).toMatchObject({ held: 1, rows: [{ open: false }, { open: false }] })
    expect((await run('purge', 'state', 'listed.json')).out).toMatch(
      /RG24-1187 .* concerns nothing kept here, until \d{4}-\d\d-\d\d: Permits alone \(Dana Reyes, Hana Cho\)/,
    )
  })

  test('has the vault verified and backed up', async () => {
    expect((await json('verify')).findings).toEqual([])
    expect((await json('backup', 'Backup.muniment')).files).toBeGreaterThan(0)
    const twice = await run('backup', 'Backup.muniment', '--vault', 'City.muniment', '--json')
    expect(twice.code).toBe(1)
    expect(JSON.parse(twice.out).refusal.code).toBe('TARGET_EXISTS')
  })
})

describe('items of a personal account', () => {
  // A backup lies beside the vault by now.
  const here = ['--vault', 'City.muniment']
  const whose = ['personal.zip', '--account', 'pat_at_home', '--produced-by', 'Pat Holder', ...here]

  test('are listed, and those that are named come in with the declaration', async () => {
    writeFileSync(join(desk, 'personal.zip'), personalZip)
    writeFileSync(join(desk, 'search.json'), JSON.stringify(declaration))
    const listed = await json('import', ...whose, '--preview', '--words', 'permit')
    expect(listed).toMatchObject({
      found: 1,
      items: [{ text: 'The permit for 5th Street is signed.', kind: 'message' }],
    })
    writeFileSync(join(desk, 'chosen.txt'), `${listed.items[0].ref}\n`)
    const taken = await run(
      ...[
        'import',
        ...whose,
        '--create-account',
        '--declaration',
        'search.json',
        '--items',
        'chosen.txt',
        '--as',
        'dana-reyes',
      ],
    )
    expect(taken).toMatchObject({ code: 0 })
    expect(taken.out).toMatch(/Produced by +Pat Holder/)
    expect(taken.out).toMatch(/Found and not produced +Two posts and a message/)
    expect(taken.out).toContain('1 item read: 1 new')
    const whole = await run('import', 'personal.zip', '--account', 'pat_at_home', ...here)
    expect(whole).toMatchObject({ code: 1, out: '' })
    expect(whole.err).toContain('personal account of Pat Holder')
  })

  test.each([
    [['--items', 'chosen.txt'], /--declaration/],
    [['--declaration', 'search.json'], /--items/],
    [['--declaration', 'search.json', '--items', 'nonsense'], /“nonsense” is no item/],
  ])('are refused with %j', async (more, sentence) => {
    const { code, err } = await run('import', ...whose, ...more)
    expect(code).toBe(2)
    expect(err).toMatch(sentence)
  })
})

describe('a command that cannot be done', () => {
  test.each([
    ['no command', []],
    ['a command that is none', ['destroy']],
    ['an option that is none', ['records', '--everything']],
    ['a number that is none', ['records', '--limit', 'many']],
    ['a day that is none', ['purge', 'plan', '--as-of', '2026-02-30', '--out', 'x.json']],
    ['a required option left out', ['hold', 'place', '--label', 'Matter']],
    ['one list of two', ['purge', 'plan', '--as-of', '2026-11-23', '--out', 'x.json', '--claims', 'order.txt']],
    ['two ways at once', ['classify', '--search', 'a', '--rules', 'b.json']],
    ['no series', ['classify', '--search', 'a']],
  ])('ends with 2 after %s, and says what was wrong', async (_, args) => {
    const { code, out, err } = await run('--vault', 'City.muniment', ...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).not.toBe('')
  })

  test.each([
    ['a vault that is none', ['summary', '--vault', 'exports'], 'VAULT_NOT_FOUND'],
    ['a person whom nobody named', ['summary', '--as', 'nobody'], 'PERSON_UNKNOWN'],
    ['a record that is none', ['show', '1'], 'RECORD_UNKNOWN'],
    ['a file that is none', ['import', 'none.zip', '--account', 'AlderBayCity'], 'FILE_UNREADABLE'],
    ['a file that is no export', ['import', 'order.txt', '--account', 'AlderBayCity'], 'NOT_RECOGNISED'],
    ['a request that is none', ['request', 'show', '1-1'], 'REQUEST_UNKNOWN'],
    ['a search that is not understood', ['records', '--search', '"open'], 'INPUT_INVALID'],
    ['a target that is there', ['packet', 'build', '26-1', '--out', 'packet.zip'], 'TARGET_EXISTS'],
  ])(
    'ends with 1 after %s, its code on standard output and its sentence on standard error',
    async (_, args, refusal) => {
      const { code, out, err } = await run('--vault', 'City.muniment', ...args, '--json')
      expect({ code, refusal: JSON.parse(out).refusal.code }).toEqual({ code: 1, refusal })
      expect(err.trim()).toBe(JSON.parse(out).refusal.sentence)
    },
  )

  test('shows help for every command with an example, and ends with 0', async () => {
    const { code, out } = await run('packet', 'build', '--help')
    expect(code).toBe(0)
    expect(out).toContain('Example:\n  $ muniment packet build')
  })
})
