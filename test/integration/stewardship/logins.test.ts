// The list of log-ins: sealed to two officers, outside the vault; shown on purpose, and written down.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LoginFile } from '../../../shared/domain/account/login.ts'
import { muniment } from '../../support/command-line.ts'
import { feedServer } from '../../support/feed-server.ts'
import { plantedIn } from '../../support/planted.ts'
import { reviewExport } from '../../support/review-export.ts'
import { zipTexts } from '../../support/zip-texts.ts'

const SECRET = 'plum-Kettle-9417-orbit'
const OTHER = 'tin-Lantern-2265-quarry'
const CODE = 'recovery-884213-marzipan'
let desk: string
const at = (...parts: readonly string[]) => join(desk, ...parts)
const run = (...args: readonly string[]) => muniment(desk, ...args, '--as', 'pat')
const key = (person: string) => ['--key', `${person}.key`, '--passphrase-file', `${person}.txt`]
const show = (handle: string, person: string, list = 'city.logins') =>
  run('logins', 'show', handle, '--list', list, ...key(person), '--reason', 'Locked out')
const listed = () => LoginFile.parse(JSON.parse(readFileSync(at('city.logins'), 'utf8')))

/** A key as the program makes it, whose passphrase costs little to try: one that the program made itself comes last. */
async function cheapKey(person: string): Promise<string> {
  const words = `the words of ${person} are long`
  const secret = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(words)
  encrypter.setScryptWorkFactor(8)
  writeFileSync(at(`${person}.txt`), `${words}\n`)
  writeFileSync(at(`${person}.key`), armor.encode(await encrypter.encrypt(`${secret}\n`)))
  return identityToRecipient(secret)
}

/** A key by the program itself, as dear to try as it makes them. */
async function makeKey(person: string): Promise<string> {
  writeFileSync(at(`${person}.txt`), `the words of ${person} are long\n`)
  const made = await run('logins', 'key', '--passphrase-file', `${person}.txt`, '--out', `${person}.key`, '--json')
  return JSON.parse(made.out).recipient
}

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-logins-'))
  await muniment(desk, 'init', 'City.muniment', '--city', 'City of Alder Bay')
  for (const [id, name] of [
    ['pat', 'Pat Moreno'],
    ['kim', 'Kim Oduya'],
    ['lee', 'Lee Tran'],
  ] as const)
    await muniment(
      desk,
      'people',
      'add',
      id,
      '--name',
      name,
      '--role',
      'custodian',
      ...(id === 'pat' ? [] : ['--as', 'pat']),
    )
  for (const handle of ['AlderBayCity', 'AlderBayParks'])
    await run('accounts', 'add', '--platform', 'x', '--handle', handle)
  writeFileSync(at('new.txt'), `user: alderbay\npassword: ${SECRET}\nmore: ${CODE}\n`)
  writeFileSync(at('parks.txt'), `user: parks\npassword: ${OTHER}\n`)
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

const keep = (handle: string, file: string, list = 'city.logins') =>
  run('logins', 'set', handle, '--login-file', file, '--list', list)

test('nothing is sealed before two officers are named, each with a key of their own', async () => {
  const early = await keep('AlderBayCity', 'new.txt')
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('Name two officers first')])
  const [pat, kim] = [await cheapKey('pat'), await cheapKey('kim')]
  const twice = await run('logins', 'officers', '--officer', `pat=${pat}`, '--officer', `kim=${pat}`)
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('a key of their own')])
  const one = await run('logins', 'officers', '--officer', `pat=${pat}`)
  expect(one.code).toBe(2)
  expect((await run('logins', 'officers', '--officer', `pat=${pat}`, '--officer', `kim=${kim}`)).code).toBe(0)
})

test('a log-in is handed in and shown to either officer, and each time it is written down', async () => {
  expect((await keep('AlderBayCity', 'new.txt')).code).toBe(0)
  expect((await keep('AlderBayParks', 'parks.txt')).code).toBe(0)
  await run('logins', 'duty', 'AlderBayCity', '--owner', 'K. Fell, Director', '--rotate-months', '6')
  await run('logins', 'duty', 'AlderBayCity', '--second-factor', 'D. Ruiz')
  for (const person of ['pat', 'kim']) {
    const shown = await show('AlderBayCity', person)
    expect([shown.code, shown.out]).toEqual([0, `User: alderbay\nPassword: ${SECRET}\n${CODE}\n`])
  }
  const unnamed = ['logins', 'show', 'AlderBayCity', '--list', 'city.logins', ...key('kim'), '--reason', 'Curious']
  const refused = await muniment(desk, ...unnamed)
  expect([refused.code, refused.out]).toEqual([1, ''])
  const { accounts } = JSON.parse((await run('logins', '--json')).out)
  expect(accounts[0]).toMatchObject({
    duty: { owner: 'K. Fell, Director', secondFactor: 'D. Ruiz', rotateMonths: 6 },
    rotationDue: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    overdue: false,
    toReseal: false,
    reveals: [
      { by: 'pat', reason: 'Locked out' },
      { by: 'pat', reason: 'Locked out' },
    ],
  })
})

test('a wrong passphrase, a damaged list and one of another vault show nothing and say so', async () => {
  writeFileSync(at('lee.txt'), 'quite other words\n')
  const wrong = await run(
    ...['logins', 'show', 'AlderBayCity', '--list', 'city.logins', '--key', 'pat.key', '--passphrase-file', 'lee.txt'],
    ...['--reason', 'Locked out'],
  )
  expect([wrong.code, wrong.out, wrong.err]).toEqual([1, '', expect.stringContaining('does not open this key')])
  writeFileSync(at('cut.logins'), readFileSync(at('city.logins'), 'utf8').slice(0, 300))
  const cut = await show('AlderBayCity', 'pat', 'cut.logins')
  expect([cut.out, cut.err]).toEqual(['', expect.stringContaining('is no list of log-ins, or was damaged')])
  const kept = await keep('AlderBayCity', 'new.txt', 'cut.logins')
  expect([kept.code, readFileSync(at('cut.logins'), 'utf8').length]).toEqual([1, 300])
  writeFileSync(at('foreign.logins'), JSON.stringify({ ...listed(), vault: 'another' }))
  const foreign = await show('AlderBayCity', 'pat', 'foreign.logins')
  expect([foreign.out, foreign.err]).toEqual(['', expect.stringContaining('of another vault')])
})

test('an entry that was put in the place of another, or was changed, is not shown', async () => {
  const list = listed()
  const [city, parks] = list.entries
  if (city === undefined || parks === undefined) throw new Error('two entries were kept')
  const swapped = { ...list, entries: [{ ...city, sealed: parks.sealed }, parks] }
  writeFileSync(at('swapped.logins'), JSON.stringify(swapped))
  const shown = await show('AlderBayCity', 'pat', 'swapped.logins')
  expect([shown.out, shown.err]).toEqual(['', expect.stringContaining('the log-in of another account')])
  const sealed = city.sealed.replace(/[A-Za-z](?=[^\n]*\n-----END)/, (letter) => (letter === 'A' ? 'B' : 'A'))
  writeFileSync(at('changed.logins'), JSON.stringify({ ...list, entries: [{ ...city, sealed }, parks] }))
  const changed = await show('AlderBayCity', 'pat', 'changed.logins')
  expect([changed.out, changed.err]).toEqual(['', expect.stringContaining('does not open the log-in')])
})

test('after an officer left, the list is sealed to the others, and the old key opens it no more', async () => {
  const [kim, lee] = [JSON.parse((await run('logins', '--json')).out).officers[1].recipient, await makeKey('lee')]
  await run('logins', 'officers', '--officer', `kim=${kim}`, '--officer', `lee=${lee}`)
  expect((await run('logins')).out).toMatch(/to be sealed again/)
  const resealed = await run('logins', 'reseal', '--list', 'city.logins', ...key('pat'))
  expect([resealed.code, resealed.out]).toEqual([0, expect.stringContaining('2 log-ins sealed')])
  expect((await run('logins')).out).not.toMatch(/to be sealed again/)
  expect((await show('AlderBayParks', 'pat')).out).toBe('')
  expect((await show('AlderBayParks', 'lee')).out).toContain(OTHER)
  const again = await run('logins', 'reseal', '--list', 'city.logins', ...key('pat'))
  expect([again.code, again.out]).toEqual([1, expect.stringContaining('does not open 2 log-ins')])
})

test('letters, packets, copies for a review and captures are made beside it', async () => {
  const city = await feedServer()
  const item = { id: 'notice', title: 'Notice', words: 'The fair is open.', at: Date.UTC(2026, 1, 3), sound: null }
  city.items.push({ ...item, hidden: false })
  const done = async (...words: readonly string[]) => {
    const { code, err } = await run(...words)
    expect([words, code, code === 0 ? '' : err]).toEqual([words, 0, ''])
  }
  try {
    await done('capture', `${city.origin}/rss.xml`, '--account', 'AlderBayCity')
  } finally {
    await city.close()
  }
  await done('import', await reviewExport(desk), '--account', 'AlderBayCity')
  const request = { id: '26-9', receivedOn: '2026-11-16', channel: 'portal', requester: '', text: 'All posts.' }
  writeFileSync(at('request.json'), JSON.stringify({ ...request, search: 'kind:post' }))
  await done('request', 'open', 'request.json')
  await done('letter', 'draft', '26-9', 'assistance')
  await done('letter', 'docx', '1', '--out', 'letter.docx')
  await done('review', 'decide', '26-9', '--undecided', '--outcome', 'release')
  await done('packet', 'draft', '26-9', '--out', 'draft.zip')
  await done('review', 'sign', '26-9')
  await done('packet', 'build', '26-9', '--out', 'packet.zip')
  const copy = await run('review-copy', 'make', '26-9', '--for', 'lee', '--out', 'copy.age')
  writeFileSync(at('copy.txt'), /^Passphrase (.*)$/m.exec(copy.out)?.[1] ?? '')
  await done('review-copy', 'read', 'copy.age', '--key', 'copy.txt', '--out', 'copy.pdf')
})

test('no byte of vault, list, backup, report, letter, packet, copy, capture, export or support file holds a log-in', async () => {
  await run('support', '--out', 'support.json')
  const written = [
    'council.pdf',
    'council.csv',
    'removed.pdf',
    'removed.csv',
    'removed.xlsx',
    'accounts.csv',
    'accounts.xlsx',
  ]
  const quarter = `${new Date().getUTCFullYear()}-Q1`
  for (const file of written) {
    const [what = ''] = file.split('.')
    const words = { council: ['report', 'quarter', quarter], removed: ['removed', 'export'] }[what] ?? [what, 'export']
    expect((await run(...words, file)).code).toBe(0)
  }
  await run('backup', 'Backup.muniment')
  // What reads PDF and workbooks sees what their streams pack.
  const zipped = ['letter.docx', 'draft.zip', 'packet.zip']
  for (const file of [...written.filter((name) => name.endsWith('.xlsx')), ...zipped])
    writeFileSync(at(`${file}.txt`), [...(await zipTexts(at(file))).values()].join('\n'))
  for (const file of [...written.filter((name) => name.endsWith('.pdf')), 'copy.pdf'])
    execFileSync('pdftotext', [at(file), at(`${file}.txt`)])
  // The capture and the import; captures lie packed record by record.
  expect(readdirSync(at('City.muniment', 'packages'))).toHaveLength(2)
  expect(plantedIn(at('City.muniment'), [SECRET, OTHER, CODE])).toEqual([])
  const places = [
    'City.muniment',
    'Backup.muniment',
    'city.logins',
    'support.json',
    'pat.key',
    'lee.key',
    ...written,
    ...zipped,
    ...zipped.map((name) => `${name}.txt`),
    'copy.age',
    'copy.pdf',
    'copy.pdf.txt',
    'council.pdf.txt',
    'removed.pdf.txt',
    'removed.xlsx.txt',
    'accounts.xlsx.txt',
  ]
  const files = places.flatMap((place) => filesBelow(at(place)))
  expect(files.length).toBeGreaterThan(30)
  const told = (name: string) => readFileSync(at(`${name}.txt`), 'utf8')
  for (const name of ['packet.zip', 'copy.pdf']) expect(told(name)).toContain('Storm drains')
  const needles = [SECRET, OTHER, CODE].flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('base64').slice(0, 20)),
  ])
  expect(files.filter((file) => needles.some((needle) => readFileSync(file).includes(needle)))).toEqual([])
})

function filesBelow(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return [path]
  }
}
