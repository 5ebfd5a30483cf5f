// What an office can rely on besides the log: response times from the vault, registers with what is due, posts to look at, and the Council's report.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarClose } from '../../../shared/contract/calendar.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { loginDuty } from '../../../shared/contract/login.ts'
import { attachmentAdd, noteList } from '../../../shared/contract/note.ts'
import {
  officeAct,
  officeFlags,
  officeLeaving,
  officeList,
  officeOverview,
  officeWording,
  officeWrite,
} from '../../../shared/contract/office.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { Quarter, reportQuarter } from '../../../shared/contract/quarter.ts'
import { registerRead } from '../../../shared/contract/register.ts'
import { responseMark, responsePrint, responseReport } from '../../../shared/contract/response.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import type { OfficeSaid } from '../../../shared/domain/office/office.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { xFiles } from '../../support/x-files.ts'

const { folder, put } = workplace('stewardship')
const day = (text: string) => LocalDate.parse(text)
const period = { from: day('2026-10-01'), to: day('2026-12-31') }
const asOf = Instant.parse(Date.parse('2026-11-23T18:00:00Z'))
let one: TestArchive

const message = (id: number, from: string, text: string, at: string) => ({
  messageCreate: {
    id: String(id),
    senderId: from,
    recipientId: '1',
    text,
    createdAt: at,
    urls: [],
    mediaUrls: [],
    reactions: [],
  },
})
const tweet = (id: number, text: string, at = 'Mon Nov 02 18:00:00 +0000 2026') => ({
  tweet: { id_str: String(id), full_text: text, created_at: at },
})
const exportOf = (posts: readonly object[], more: Readonly<Record<string, string>> = {}) =>
  rawZip(Object.entries({ ...xFiles(posts), ...more }).map(([name, data]) => ({ name, data, method: 8 })))
const CITY = '281104733'
const messages = [
  message(1, '55', 'When do you fix Harbor Street?', '2026-11-02T18:00:00.000Z'),
  message(2, CITY, 'Tomorrow.', '2026-11-03T18:00:00.000Z'),
  message(3, '55', 'Thank you all', '2026-11-03T19:00:00.000Z'),
  message(4, '55', 'The lamp is out again', '2026-11-16T18:00:00.000Z'),
]

beforeAll(async () => {
  one = await openTestArchive()
  const talk = { dmConversation: { conversationId: `55-${CITY}`, messages } }
  const zip = exportOf([tweet(7001, 'Vote yes on Measure Q!'), tweet(7002, 'Vote centers open at 7.')], {
    'data/direct-messages.js': `window.YTD.direct_messages.part0 = ${JSON.stringify([talk])}`,
  })
  const sources = [one.archive.grant(put('export.zip', zip), 'read').grant]
  await one.run(intakeImport, { sources, account: one.account, platform: null })
})
afterAll(() => one.close())

const write = (said: OfficeSaid, more: object = {}) => one.call(officeWrite, { id: null, said, ...more })
const listed = async (id: number) => (await one.call(officeList, {})).find((entry) => entry.id === id)

describe('response times', () => {
  it('come from the vault, by rule and by hand, and follow the calendar when a closure is entered', async () => {
    const report = () => one.call(responseReport, { ...period, asOf })
    const first = await report()
    expect(first.rows.map(({ words, verdict, hours }) => [words, verdict, hours])).toEqual([
      ['When do you fix Harbor Street?', 'within-48', 24],
    ])
    expect(first.yearsWithout).toEqual([2026])
    const { record } = first.rows[0] ?? {}
    if (record === undefined) throw new Error('nothing was asked')
    await one.call(responseMark, { record, asks: false, reason: 'A joke' })
    expect((await report()).total).toBe(0)
    await one.call(responseMark, { record, asks: null, reason: 'No joke' })
    await one.call(calendarClose, { date: day('2026-11-03'), reason: 'Storm', authority: 'Order 7' } as never)
    expect((await report()).rows[0]?.hours).toBe(14)
  })

  it('are written out without anybody’s name or words', async () => {
    const into = one.archive.grant(join(folder, 'responses.csv'), 'write').grant
    expect(await one.run(responsePrint, { ...period, format: 'csv', into })).toEqual({ asked: 1 })
    const csv = readFileSync(join(folder, 'responses.csv'), 'utf8')
    expect(csv.replace('\uFEFF', '').trim().split('\r\n')[1]).toBe('x,AlderBayCity,2026-11,1,0,0,0,0,0,14')
    expect(csv).not.toContain('Harbor')
  })
})

describe('the registers of the office', () => {
  it('say what is due at once, who stands in for nobody, and which papers are missing', async () => {
    const change: OfficeSaid = {
      kind: 'change',
      what: 'password',
      happenedOn: day('2026-11-20'),
      words: 'After the phishing mail',
    }
    const { id } = await write(change, { account: one.account })
    expect(await listed(id)).toMatchObject({ due: '2026-11-20', stands: true })
    await one.call(officeAct, { id, act: 'told', on: day('2026-11-21'), by: 'R. Adler' })
    expect(await listed(id)).toMatchObject({ due: null, stands: false })
    await expect(write({ ...change, words: 'The password is tulip7' })).rejects.toThrow('looks like a password')
    const before = await one.call(officeOverview, {})
    expect(before.gaps).toEqual([{ department: 'City Administrator', why: 'no-liaison', accounts: 1 }])
    expect(before.missingPapers).toEqual(['agreement', 'standard-practice', 'guide'])
    const liaison = { kind: 'liaison', department: 'City Administrator', unit: '', contact: '', words: '' } as const
    const made = await write({ ...liaison, liaison: 'R. Adler', deputy: '' })
    expect((await one.call(officeOverview, {})).gaps).toMatchObject([{ why: 'no-deputy' }])
    // The memo that lets the liaison speak for the department is a file on the entry.
    const subject = { kind: 'entry', id: String(made.id) } as const
    const memo = one.archive.grant(put('memo.txt', 'R. Adler speaks for us.'), 'read').grant
    await one.run(attachmentAdd, { subject, files: [memo] })
    expect((await one.call(noteList, { subject })).attachments).toMatchObject([{ name: 'memo.txt' }])
    await one.call(officeWrite, { id: made.id, said: { ...liaison, liaison: 'R. Adler', deputy: 'T. Oyelaran' } })
    expect((await one.call(officeOverview, {})).gaps).toEqual([])
    expect((await one.call(officeOverview, {})).control).toMatchObject([
      { owner: null, answered: false, proof: expect.any(Number) },
    ])
  })

  it('keep every version of a paper', async () => {
    const paper = {
      kind: 'paper',
      what: 'agreement',
      title: 'Use Agreement',
      adoptedOn: day('2019-09-11'),
      source: '',
    } as const
    const { id } = await write({ ...paper, text: '1. Be kind' })
    await one.call(officeWrite, { id, said: { ...paper, text: '1. Stay on topic' } })
    expect((await listed(id))?.wordings).toBe(2)
    expect(await one.call(officeWording, { id, version: 1 })).toMatchObject({ text: '1. Be kind' })
    await expect(one.call(officeWording, { id, version: 3 })).rejects.toThrow('never written 3 times')
    expect((await one.call(officeOverview, {})).missingPapers).toEqual(['standard-practice', 'guide'])
  })

  it('list all that somebody who leaves holds, and close nothing that is not handed over', async () => {
    const duty = { owner: 'R. Adler', recovery: '', secondFactor: 'r. adler', rotateMonths: 3 }
    await one.call(loginDuty, { account: one.account, duty })
    expect((await one.call(officeOverview, {})).control).toMatchObject([{ answered: true }])
    const items = await one.call(officeLeaving, { person: 'R. Adler' })
    expect(items.map(({ label }) => label)).toEqual([
      '@AlderBayCity on x: answers for its log-in',
      '@AlderBayCity on x: second factor',
      'City Administrator: liaison',
    ])
    const leaving = { kind: 'departure', person: 'R. Adler', lastDay: day('2026-11-30'), items } as const
    const { id } = await write(leaving)
    const close = () => one.call(officeAct, { id, act: 'closed', on: day('2026-11-22'), by: 'T. Oyelaran' })
    await expect(close()).rejects.toThrow('3 of 3 things are not handed over yet')
    const done = items.map((item) => ({ ...item, to: 'T. Oyelaran', doneOn: day('2026-11-22') }))
    await one.call(officeWrite, { id, said: { ...leaving, items: done } })
    await close()
    await expect(one.call(officeWrite, { id, said: leaving })).rejects.toThrow('is closed')
  })

  it('show posts that may be a restricted activity, to a person, and keep the outcome', async () => {
    const { found, read } = await one.call(officeFlags, period)
    expect(read).toBe(2)
    expect(found.map(({ rule, found: words }) => [rule, words])).toEqual([['campaigning', 'Vote yes']])
    const record = found[0]?.record ?? null
    await expect(write({ kind: 'flag', rule: 'campaigning', words: '' })).rejects.toThrow('A flag is on a record')
    const { id } = await write({ kind: 'flag', rule: 'campaigning', words: '' }, { record })
    const judge = (words: string) =>
      one.call(officeAct, { id, act: 'not-permissible', on: day('2026-11-20'), by: 'Lee Ito', words })
    await expect(judge('')).rejects.toThrow('Say why')
    await judge('It asks for votes')
    expect((await one.call(officeFlags, period)).found).toEqual([])
    const entries = await one.call(ledgerPage, { before: null, limit: 100 })
    for (const word of ['Adler', 'votes', 'phishing']) expect(JSON.stringify(entries)).not.toContain(word)
  })
})

describe('elections', () => {
  it('that the office enters make more words count in the days before, until they are no longer in use', async () => {
    await one.run(intakeImport, {
      sources: [
        one.archive.grant(
          put('later.zip', exportOf([tweet(7003, 'A forum on Measure Q', 'Mon Feb 01 18:00:00 +0000 2027')])),
          'read',
        ).grant,
      ],
      account: one.account,
      platform: null,
    })
    const spring = { from: day('2027-01-01'), to: day('2027-03-31') }
    const flags = () => one.call(officeFlags, spring)
    expect((await flags()).found).toEqual([])
    const election = {
      kind: 'election',
      name: 'Special election on Measure Q',
      on: day('2027-04-13'),
      source: 'Resolution 91',
    } as const
    const { id } = await write(election)
    const { found, elections } = await flags()
    expect(found.map((one) => one.election)).toEqual(['Special election on Measure Q, 2027-04-13'])
    expect(elections.filter(({ entry }) => entry === id)).toMatchObject([{ on: '2027-04-13', source: 'Resolution 91' }])
    await one.call(officeWrite, { id, said: { ...election, on: day('2027-09-14') } })
    expect((await flags()).found).toEqual([])
    await one.call(officeWrite, { id, said: election })
    await one.call(officeAct, { id, act: 'retired', on: day('2026-11-20'), by: 'R. Adler', words: 'Called off' })
    expect((await flags()).found).toEqual([])
  })
})

describe('a register that was kept elsewhere', () => {
  it('names the accounts that the vault lacks, by headings or as said, and says what it cannot take in', async () => {
    const csv =
      'Tool,URL,Dept,Contact\nTwitter,https://x.com/AlderBayCity,City,\nFacebook,https://facebook.com/AlderBayLibrary/,Library,N. Abara\nFB,@alderbaylibrary,Library,\n,,,\nNextdoor,,Police,\n'
    const read = await one.call(registerRead, { csv, columns: null })
    expect(read.columns).toEqual(['platform', 'handle', 'department', 'liaison'])
    expect(read.accounts).toMatchObject([{ platform: 'facebook', handle: 'AlderBayLibrary', liaison: 'N. Abara' }])
    expect([read.known, read.problems]).toEqual([
      2,
      ['Line 6 is not taken in: it does not say handle as an account needs it.'],
    ])
    const own =
      "Handle,Platform,Name shown,Personal account of\r\n'@AlderBayZoo,Facebook,Zoo,\r\n'@pat_at_home,X,Pat,Pat Holder\r\n"
    expect((await one.call(registerRead, { csv: own, columns: null })).accounts).toMatchObject([
      { platform: 'facebook', handle: 'AlderBayZoo', name: 'Zoo' },
      { platform: 'x', handle: 'pat_at_home', personal: 'Pat Holder' },
    ])
    await expect(one.call(registerRead, { csv, columns: ['shoe'] })).rejects.toThrow('“shoe” is no field')
  })
})

describe('the report of a quarter', () => {
  const report = (file: string, format: 'pdf' | 'csv', quarter = '2026-Q4') =>
    one.run(reportQuarter, {
      quarter: Quarter.parse(quarter),
      format,
      to: one.archive.grant(join(folder, file), 'write').grant,
    })

  it('tells accounts, activity, answers, removals, holds, imports, gaps and purges, and names nobody', async () => {
    await one.call(accountAdd, {
      ...{ handle: 'AlderBayParks', name: 'Parks', department: 'Parks', liaison: 'N. Abara', nativeId: null },
      platform: PlatformName.parse('facebook'),
    })
    expect(await report('q.pdf', 'pdf')).toEqual({ sections: 11 })
    expect(await report('q.csv', 'csv')).toEqual({ sections: 11 })
    const csv = readFileSync(join(folder, 'q.csv'), 'utf8')
    for (const title of [
      'Accounts',
      'Activity',
      'Response times',
      'Removed content',
      'Holds',
      'Exports and captures taken in',
      'Captures',
      'Gaps in captures',
      'Proof of control',
      'Purge plans',
      'Purges',
    ])
      expect(csv).toContain(`\r\n${title},`)
    expect(csv).toContain('Response times,1,within 48 hours,1\r\n')
    expect(csv).toContain("Proof of control,1,Account,'@AlderBayParks")
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'q.pdf'), '-'], { encoding: 'utf8' })
    expect(text).toContain('The quarter is not over')
    for (const name of ['Adler,', 'Abara', 'Oyelaran', 'Moreno', 'Ito']) {
      expect(csv).not.toContain(name)
      expect(text).not.toContain(name)
    }
    await expect(report('no.pdf', 'pdf', '2031-Q1')).rejects.toThrow('has not begun')
  })
})
