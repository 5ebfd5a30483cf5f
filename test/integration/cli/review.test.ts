// At the command line: a request is reviewed, redacted, signed, and its packet built.
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzipped } from '../../golden/packet-files.ts'
import { muniment } from '../../support/command-line.ts'
import { kept, reviewExport } from '../../support/review-export.ts'
import { zipTexts } from '../../support/zip-texts.ts'

let desk: string
const run = (...args: readonly string[]) => muniment(desk, ...args, '--as', 'pat')
const review = async () => JSON.parse((await run('review', '26-7', '--json')).out)
const law = ['--law', 'Cal. Const. art. I, § 1']

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-cli-review-'))
  await muniment(desk, 'init', 'City.muniment', '--city', 'City of Alder Bay')
  await muniment(desk, 'people', 'add', 'pat', '--name', 'Pat Moreno', '--title', 'Clerk', '--role', 'records-clerk')
  const imported = await run('import', await reviewExport(desk), '--account', 'AlderBayCity', '--create-account')
  expect([imported.code, imported.err]).toEqual([0, expect.any(String)])
  const request = {
    ...{ id: '26-7', receivedOn: '2026-11-16', channel: 'portal', requester: 'J. Doe', text: 'All posts.' },
    search: 'kind:post',
  }
  mkdirSync(join(desk, 'away'))
  writeFileSync(join(desk, 'request.json'), JSON.stringify(request))
  expect((await run('request', 'open', 'request.json')).code).toBe(0)
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

test('a review is told, decided, redacted, signed and built', async () => {
  const [first, second, third, fourth] = (await review()).items.map(({ record }: { record: number }) => String(record))
  expect((await run('review', '26-7')).out).toMatch(/undecided +6\n/)
  const wrong = await run('review', 'decide', '26-7', '--record', fourth, '--outcome', 'withhold')
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('what is withheld has a ground')])
  const redact = ['review', 'redact', '26-7', '--record', first, '--exemption', '7927.705', '--describes']
  const lacking = await run(...redact, 'Name', '--words', kept.name)
  expect([lacking.code, lacking.err]).toEqual([1, expect.stringContaining('works through another law')])
  expect((await run(...redact, 'Name', '--words', kept.name, ...law)).out).toContain('Redacted in 1 place')
  expect((await run(...redact, 'Telephone number', '--words', kept.phone, ...law)).code).toBe(0)
  const said = ['--exemption', '7927.500', '--harm', 'Crews would be hindered', '--describes', 'A plan']
  await run('review', 'decide', '26-7', '--record', fourth, '--outcome', 'withhold', ...said)
  expect((await run('review', 'decide', '26-7', '--undecided', '--outcome', 'release')).out).toContain('4 records')
  await run('review', 'decide', '26-7', '--record', second, '--outcome', 'none')
  await run('review', 'decide', '26-7', '--record', second, '--outcome', 'not-responsive', '--why', 'A bus')

  const stood = await run('review', '26-7')
  expect(stood.out).toMatch(new RegExp(`${kept.name} +${first} +${third}`))
  const refused = await run('packet', 'build', '26-7', '--out', 'early.zip')
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('redacted in another one')])
  const keep = ['review', 'keep', '26-7', '--record', String(third), '--reason', 'Another of that name', '--words']
  expect((await run(...keep, 'nobody')).code).toBe(2)
  expect((await run(...keep, kept.name)).out).toBe(`“${kept.name}” stays in record ${third}.\n`)
  expect((await review()).hits).toEqual([])
  await run(
    'review',
    'redact',
    '26-7',
    '--record',
    third,
    '--words',
    kept.name,
    '--exemption',
    '7927.705',
    '--describes',
    'Name',
    ...law,
  )
  const signed = await run('review', 'sign', '26-7')
  expect(signed.out).toMatch(/^Signed by name\.\n/)
  expect((await review()).signature).toMatchObject({ by: 'pat', current: true })
  const built = await run('packet', 'build', '26-7', '--out', 'packet.zip')
  expect([built.code, built.out]).toEqual([0, expect.stringContaining('5 items')])
  const texts = await zipTexts(join(desk, 'packet.zip'))
  expect(texts.size).toBeGreaterThan(5)
  for (const [name, text] of texts)
    for (const words of [kept.name, kept.phone, '555-0134', 'MAYWOOD'])
      expect(text.includes(words), `${words} in ${name}`).toBe(false)
})

test('counsel reads a copy of the review and answers it where there is no vault', async () => {
  await run('people', 'add', 'lee', '--name', 'Lee Osei', '--role', 'city-attorney')
  const copy = await run('review-copy', 'make', '26-7', '--for', 'lee', '--out', 'away/copy.age')
  const passphrase = /^Passphrase (.*)$/m.exec(copy.out)?.[1] ?? ''
  const away = (name: string, ...args: readonly string[]) =>
    muniment(join(desk, 'away'), 'review-copy', name, 'copy.age', '--key', 'key.txt', ...args)
  writeFileSync(join(desk, 'away/key.txt'), `${passphrase}\n`)
  writeFileSync(join(desk, 'away/answer.json'), JSON.stringify({ comments: [], words: 'In order.', signed: true }))
  const read = await away('read', '--out', 'copy.pdf')
  expect(read.out).toContain('Request 26-7 of City of Alder Bay: 6 records, for Lee Osei.')
  const paper = execFileSync('pdftotext', [join(desk, 'away/copy.pdf'), '-'], { encoding: 'utf8' })
  expect(paper.replace(/\s+/g, ' ')).toContain(`[[${kept.name} · ground 1]]`)
  for (const page of paper.split('\f').filter((one) => one.trim() !== '')) expect(page).toContain('PRIVILEGED')
  expect((await away('reply', '--from', 'answer.json', '--out', 'reply.json')).out).toContain('0 comments, signed.')
  expect((await run('review-copy', 'take', '26-7', 'away/reply.json')).out).toBe(
    'Copy 1: 0 comments. Signed.\nNo key signed the reply: it is recorded as reported.\n',
  )
  expect((await review()).signature).toMatchObject({ by: 'lee', current: true })
})

test('the person responsible signs with her key, here or elsewhere; the packet and its letter say so, and it can be checked', async () => {
  const lee = (...args: readonly string[]) => muniment(desk, ...args, '--as', 'lee')
  const byName = await run('review', 'verify', '26-7')
  expect([byName.code, byName.out]).toEqual([0, expect.stringContaining('Signed by name: Lee Osei. No key signed it.')])
  writeFileSync(join(desk, 'mine.txt'), 'correct horse battery\n')
  const { fingerprint } = JSON.parse((await run('key', 'make', '--passphrase-file', 'mine.txt', '--json')).out)
  const signing = ['review', 'sign', '26-7', '--key', '1', '--passphrase-file', 'mine.txt']
  expect((await run(...signing)).err).toContain('Key 1 of Pat Moreno is not confirmed')
  await lee('key', 'confirm', '1')
  expect((await lee(...signing)).err).toContain('Key 1 is none of Lee Osei that signs here')
  expect((await run('review', 'sign', '26-7', '--key', '1')).code).toBe(2)
  expect((await run(...signing)).out).toMatch(/^Signed with key 1\.\n[\s\S]*, with key 1\n/)
  expect((await run('review', 'verify', '26-7')).out).toMatch(
    /^The signature of key 1 of Pat Moreno \(fingerprint [0-9a-f]{64}\) fits\.\nNothing was decided since/,
  )

  writeFileSync(
    join(desk, 'letter.json'),
    JSON.stringify({ to: 'J. Doe', outcome: 'disclose', reasons: 'Public.', day: '2099-01-05' }),
  )
  const lacks = await run('letter', 'draft', '26-7', 'determination', '--from', 'letter.json')
  expect(lacks.out).toMatch(/^Letter 1 was saved\.\n/)
  const letter = await run('letter', 'sign', '1', '--key', '1', '--passphrase-file', 'mine.txt')
  expect(letter.out).toContain('Letter 1 is signed with key 1')
  expect((await run('packet', 'build', '26-7', '--whole', '--out', 'signed.zip')).code).toBe(0)
  const pdf = join(desk, 'read.pdf')
  const files = await unzipped(readFileSync(join(desk, 'signed.zip')))
  const digest = JSON.parse((await run('letter', 'verify', '1', '--json')).out).digest
  for (const name of ['letter.pdf', 'withholding-log.pdf', 'index.html']) {
    const bytes = files.get(name) ?? Buffer.alloc(0)
    writeFileSync(pdf, bytes)
    const text = name.endsWith('.pdf') ? execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }) : String(bytes)
    expect(text.replace(/\s+/g, ' '), name).toContain(
      'with the key that is registered with the City under the fingerprint',
    )
    expect(text.replace(/\s/g, ''), name).toContain(fingerprint)
    // The digest is over the address, too, which is left out here.
    expect(text.replace(/\s/g, ''), name).not.toContain(digest)
    expect(text, name).not.toContain('J. Doe')
  }

  const elsewhere = generateKeyPairSync('ed25519')
  const signed = (from: string, to: string) =>
    writeFileSync(join(desk, to), sign(null, readFileSync(join(desk, from)), elsewhere.privateKey))
  writeFileSync(join(desk, 'lee.pem'), elsewhere.publicKey.export({ format: 'pem', type: 'spki' }))
  await lee('key', 'register', 'lee', 'lee.pem')
  const own = JSON.parse((await run('key', 'statement', '2', '--json')).out)
  writeFileSync(join(desk, 'own.txt'), own.statement)
  signed('own.txt', 'own.sig')
  expect((await lee('key', 'confirm', '2', '--signature', 'own.sig')).code).toBe(0)
  expect((await run('key', 'confirm', '2')).code).toBe(0)
  expect((await lee('review', 'statement', '26-7', '--out', 'words.txt')).code).toBe(0)
  signed('words.txt', 'words.sig')
  const first = String((await review()).items[0].record)
  const foreign = await run('review', 'sign', '26-7', '--signature', 'words.sig')
  expect([foreign.code, foreign.err]).toEqual([1, expect.stringContaining('none of the keys of Pat Moreno')])
  expect((await lee('review', 'sign', '26-7', '--signature', 'words.sig')).out).toMatch(/^Signed with key 2\.\n/)
  await run('review', 'decide', '26-7', '--record', first, '--outcome', 'release', '--why', 'Looked at twice')
  expect((await run('review', 'verify', '26-7')).out).toMatch(
    /key 2 of Lee Osei .* fits\.\nSomething was decided since/,
  )
  const late = await lee('review', 'sign', '26-7', '--signature', 'words.sig')
  expect([late.code, late.err]).toEqual([1, expect.stringContaining('or of other words: something was decided since')])
})
