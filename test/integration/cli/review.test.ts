// At the command line: a request is reviewed, redacted, signed, and its packet built.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  await muniment(desk, 'people', 'add', 'pat', '--name', 'Pat Moreno', '--role', 'records-clerk')
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
  expect(signed.out).toMatch(/^Signed\.\n/)
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
