// At the command line: a request lives, a letter is written and sent, the portal's export is taken in, a rule is confirmed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { muniment } from '../../support/command-line.ts'

let desk: string
const run = (...args: readonly string[]) => muniment(desk, ...args)
const json = (name: string, value: unknown) => writeFileSync(join(desk, name), JSON.stringify(value))

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-cli-request-'))
  await run('init', 'City.muniment', '--city', 'City of Oakland')
  const person = ['--title', 'City Attorney', '--role', 'city-attorney']
  await run('people', 'add', 'dana', '--name', 'Dana Whitfield', ...person)
  json('request.json', { id: '26-1', receivedOn: '2026-11-20', channel: 'email', requester: '', text: 'All posts' })
  expect((await run('request', 'open', 'request.json', '--as', 'dana')).code).toBe(0)
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

test('a request is assigned, split, merged and closed, and its file tells it', async () => {
  await run('request', 'assign', '26-1', '--department', 'Parks', '--person', 'dana', '--as', 'dana')
  const split = ['request', 'split', '26-1', '26-1a', '--text', 'Messages', '--reason', 'Other office', '--as', 'dana']
  expect((await run(...split)).out).toContain('Request 26-1a is open and holds 0 records.')
  await run('request', 'merge', '26-1a', '26-1', '--reason', 'One office after all', '--as', 'dana')
  expect((await run('request', 'clock', '26-1')).out).toContain('Request 26-1a, answered here:')
  const close = [
    'request',
    'close',
    '26-1',
    '--how',
    'answered',
    '--on',
    '2026-11-24',
    '--reason',
    'Done',
    '--as',
    'dana',
  ]
  const refused = await run(...close)
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('No determination has been sent on request 26-1'),
  ])
  expect((await run('request', 'file', '26-1')).out).toMatch(/assigned +Parks, Dana Whitfield[\s\S]*merged-in 26-1a/)
})

test('a letter says what it lacks, is signed, printed, and meets a date when it was sent', async () => {
  const lacking = await run('letter', 'draft', '26-1', 'determination', '--as', 'dana')
  expect(lacking.out).toContain('Say what the City determined.')
  json('letter.json', { to: 'Sir', outcome: 'disclose', reasons: 'They are public.', day: '2099-01-05' })
  await run('letter', 'draft', '26-1', 'determination', '--from', 'letter.json', '--number', '1', '--as', 'dana')
  expect((await run('letter', 'sign', '1', '--as', 'dana')).out).toContain('Letter 1 is signed')
  expect((await run('letter', 'print', '1', '--out', 'letter.pdf')).out).toContain('letter.pdf: 1 page.')
  expect(readFileSync(join(desk, 'letter.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date())
  const sent = ['letter', 'sent', '1', '--on', today, '--how', 'email', '--proof', 'Receipt', '--as', 'dana']
  expect((await run(...sent)).out).toContain(`Letter 1 was sent on ${today}.`)
  expect((await run('request', 'clock', '26-1')).out).toMatch(/CPRA determination, (met|late) on /)
  expect((await run('letter', 'list', '26-1')).out).toContain('by email')
})

test('rules come by a signed file: sealed with a key, trusted, read, applied; the running dates of all requests are told', async () => {
  const as = ['--as', 'dana']
  json('two.json', { id: '26-2', receivedOn: '2026-11-20', channel: 'email', requester: 'Lee', text: 'Posts' })
  await run('request', 'open', 'two.json', ...as)
  const before = JSON.parse((await run('request', 'deadlines', '--json')).out)
  const own = before.requests.find(({ id }: { id: string }) => id === '26-2')
  expect(own.dates).toMatchObject([{ duty: 'cpra-determination', due: '2026-11-30' }])
  const told = await run('request', 'deadlines', '--ics', 'all.ics')
  expect(told.out).toMatch(/26-2 +Lee +2026-11-30[\s\S]*written to all\.ics/)
  expect(readFileSync(join(desk, 'all.ics'), 'utf8')).toContain('Request 26-2: ')

  writeFileSync(join(desk, 'pass.txt'), 'correct horse battery\n')
  const made = JSON.parse((await run('key', 'make', '--passphrase-file', 'pass.txt', ...as, '--json')).out)
  const clock = {
    ...{ id: 'cpra-12-days', citation: 'Gov. Code 7922.535(a)', text: 'Twelve days.', source: 'Stats. 2026, ch. 1' },
    ...{ validFrom: '2026-11-01', validTo: null, replaces: 'cpra-10-days', duty: 'cpra-determination', amount: 12 },
    ...{ unit: 'calendar-days', absolute: false },
  }
  const head = { format: 'muniment-rules', formatVersion: 1, publisher: 'League', number: 1, issuedOn: '2026-11-01' }
  const copies = { kind: 'copy', words: 'Paper copy', per: 'page', cents: 25 }
  const fees = { id: 'fees-november', name: 'Fees of November', validFrom: '2026-11-01', source: 'Resolution 2' }
  json('rules.json', { ...head, cities: null, clocks: [clock], fees: [{ ...fees, lines: [copies] }] })
  const seal = ['law', 'seal', 'rules.json', '--key', String(made.id), '--passphrase-file', 'pass.txt']
  expect((await run(...seal, '--out', 'signed.json')).out).toContain('signed.json: signed.')
  const unknown = await run('law', 'read', 'signed.json')
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('is none that the City’s attorney trusts')])
  writeFileSync(join(desk, 'league.hex'), made.publicKey)
  expect((await run('law', 'trust', '--name', 'League', '--public-key', 'league.hex', ...as)).out).toContain('Signer 1')
  const preview = (await run('law', 'read', 'signed.json')).out
  expect(preview).toMatch(/26-2, .*: 2026-11-30 → 2026-12-02/)
  expect(preview).toContain(
    '“Fees of November” from 2026-11-01: 1 line of it differs.\n  new: Paper copy: $0.25 per page (copy)',
  )
  const applied = await run('law', 'apply', 'signed.json', '--statement', 'Compared', ...as)
  expect(applied.out).toMatch(/^Applied: 2 rules, 0 years of holidays\.\nNot confirmed yet: 1 rule;/)
  const charged = async () => (await run('fee', 'list', '26-2', '--on', '2026-11-20')).out
  expect(await charged()).toBe(
    'No fee schedule is in force.\n“Fees of November” from 2026-11-01 waits: nothing is charged by it until the City Attorney confirms it (law confirm fees-november).\n',
  )
  await run('law', 'confirm', 'fees-november', '--statement', 'Compared', ...as)
  expect(await charged()).toContain('“Fees of November” from 2026-11-01:\n0: Paper copy, $0.25 per page')
  expect((await run('law', 'show', 'fees-november')).out).toContain('Paper copy: $0.25 per page (copy)')
  expect((await run('request', 'clock', '26-2')).out).toContain('2, 2026')
  json('fees.json', { name: 'Fees of 2027', validFrom: '2027-01-01', source: 'Resolution 3', lines: [copies] })
  expect((await run('law', 'fees', 'fees.json', ...as)).out).toBe('“Fees of 2027” counts from 2027-01-01: 1 line.\n')
  json('dear.json', {
    name: 'x',
    validFrom: '2027-02-01',
    source: 'x',
    lines: [{ ...copies, words: 'Review by staff' }],
  })
  expect((await run('law', 'fees', 'dear.json', ...as)).err).toContain('“Review by staff” cannot be charged')
  expect((await run('law', 'signers')).out).toMatch(/League 1 +2 /)
  expect((await run('law', 'distrust', '1', '--reason', 'A try', ...as)).out).toContain('no more')
  await run('law', 'withdraw', 'cpra-12-days', '--statement', 'A try', ...as)
})

test('after hours is told beside, the words of an immediate disclosure request are pointed out, and a closure says what it would move', async () => {
  const text = 'IMMEDIATE DISCLOSURE REQUEST\nAll posts. jo@example.org'
  json('late.json', {
    id: '26-3',
    receivedOn: '2026-11-20',
    receivedAt: '17:05',
    channel: 'email',
    requester: '',
    text,
  })
  expect((await run('request', 'open', 'late.json', '--as', 'dana')).out).toContain(
    'stand in line 1, across the top; it was not entered as one. You decide: “request immediate 26-3”.',
  )
  expect((await run('request', 'show', '26-3')).out).toMatch(
    /Received +2026-11-20 17:05 by email\nRequester +not named/,
  )
  expect((await run('request', 'clock', '26-3')).out).toContain(
    'Counted by City practice as received on 2026-11-23: 2026-12-03. The earlier one is the one to work to.',
  )
  expect((await run('calendar', 'effect', '2026-11-30')).out).toContain(
    '26-3, cpra-determination: 2026-11-30 → 2026-12-01',
  )
  expect((await run('calendar')).out).toMatch(/\d{4}: the court’s holidays are not loaded/)
})

test('dates are written as a calendar file, and the portal’s export is taken in once', async () => {
  expect((await run('request', 'calendar', '--out', 'dates.ics')).out).toMatch(/written to dates\.ics/)
  expect(readFileSync(join(desk, 'dates.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/)
  writeFileSync(join(desk, 'portal.csv'), 'Id,Request Date,Request Text,Status\n26-9,2026-10-05,Posts,Open\n')
  expect((await run('request', 'portal', 'portal.csv')).out).toContain('New here.')
  expect((await run('request', 'portal', 'portal.csv', '--take', 'new', '--as', 'dana')).out).toContain('1 opened')
  expect((await run('request', 'portal', 'portal.csv')).out).toContain('As it was read before.')
})

test('a rule is confirmed by the attorney, and says so', async () => {
  const confirm = ['law', 'confirm', 'idr-3-business-days', '--statement', 'Read in Municode', '--as', 'dana']
  expect((await run(...confirm)).out).toContain('idr-3-business-days is confirmed')
  expect((await run('law')).out).toMatch(/idr-3-business-days .*confirmed by Dana Whitfield/)
})
