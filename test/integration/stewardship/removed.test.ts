// What an office can rely on in the log of removed content: drafts from what the exports show, nothing half said is closed, an attorney reviews, and the report says it all.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLog } from '../../../electron/core/stewardship/removed/read-table.ts'
import { recordLock, recordRemove } from '../../../shared/contract/correction.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { accountList, personAdd } from '../../../shared/contract/people.ts'
import {
  removedAct,
  removedDrafts,
  removedExport,
  removedList,
  removedRead,
  removedWrite,
} from '../../../shared/contract/removed.ts'
import { CommandId, PersonId, RecordId } from '../../../shared/domain/id.ts'
import { Removal, type RemovalAct } from '../../../shared/domain/office/removal.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { post, xFiles } from '../../support/x-files.ts'

const { folder, put } = workplace('removed')
const on = LocalDate.parse('2026-11-20')
let one: TestArchive
let attorney: (input: object) => Promise<unknown>

async function take(name: string, numbers: readonly number[]) {
  const files = xFiles(numbers.map((number) => post(number)))
  const zip = rawZip(Object.entries(files).map(([file, data]) => ({ name: file, data, method: 8 })))
  const sources = [one.archive.grant(put(name, zip), 'read').grant]
  await one.run(intakeImport, { sources, account: one.account, platform: null })
}
const removal = (said: object) => Removal.parse({ kind: 'content', ...said })
const entry = async (id: number) => {
  const found = (await one.call(removedList, {})).find((listed) => listed.id === id)
  if (found === undefined) throw new Error(`no entry ${id}`)
  return found
}
const byTheClerk = (id: number, act: RemovalAct, words = '') =>
  one.call(removedAct, { id, act, on, by: 'Pat Moreno, Records Clerk', words })

beforeAll(async () => {
  one = await openTestArchive()
  await one.call(personAdd, { id: 'law', name: 'Lee Ito', title: 'City Attorney', role: 'city-attorney' })
  const context = { actor: PersonId.parse('law'), signal: new AbortController().signal }
  let commands = 0
  attorney = async (input) =>
    one.archive.call(
      'removed.act',
      { on, by: 'Lee Ito, City Attorney', ...input },
      { ...context, command: CommandId.parse(`attorney-${commands++}`) },
    )
  await take('first.zip', [1, 2, 3])
  await take('second.zip', [1, 3])
})
afterAll(() => one.close())

const whole = {
  ...{ thread: 'https://x.example/AlderBayCity/status/1002', by: 'city', action: 'deleted' },
  ...{
    guidelineWords: 'Agreement, 3: threats',
    reason: 'It threatened a neighbour',
    viewpoint: 'The opinion itself stays in two other posts',
  },
  decidedBy: 'R. Adler, PIO',
}

describe('the log of removed content', () => {
  it('drafts what a later export no longer holds, between the two exports, and says by whom it is not known', async () => {
    const { drafts, more } = await one.call(removedDrafts, {})
    expect(more).toBe(false)
    expect(drafts.map(({ words, why }) => [words, why])).toEqual([['Notice 2', 'not-in-later']])
    const [draft] = drafts
    expect(draft?.posted).toBe('2013-03-03 04:35')
    expect(draft?.shownUntil).not.toBeNull()
    expect(String(draft?.removed) >= String(draft?.shownUntil)).toBe(true)
    const { shownUntil = null, removed = null, record = null } = draft ?? {}
    const { id, open } = await one.call(removedWrite, { id: null, record, said: removal({ shownUntil, removed }) })
    expect(open).toEqual(['thread', 'by', 'action'])
    expect((await one.call(removedDrafts, {})).drafts).toEqual([])
    const listed = await entry(id)
    expect(listed.said.by).toBe('unknown')
    expect(listed.facts?.shown.map(({ accession }) => accession)).toEqual([1])
    expect(listed.facts?.notShown.map(({ accession }) => accession)).toEqual([2])
    await expect(one.call(removedWrite, { id: null, record, said: removal({}) })).rejects.toThrow(
      'about this record already',
    )
  })

  it('goes to the attorney only when everything is said or explained, and is closed by nobody else’s word', async () => {
    const [first] = await one.call(removedList, {})
    const id = first?.id ?? 0
    await expect(byTheClerk(id, 'submitted')).rejects.toThrow('does not say, and does not explain: thread, by, action')
    const city = await one.call(removedWrite, {
      id,
      said: removal({ ...first?.said, by: 'city', action: 'hidden', thread: 'Main page' }),
    })
    expect(city.open).toEqual(['guideline', 'reason', 'viewpoint', 'decidedBy'])
    const missing = { reason: 'the person who decided has left' }
    await one.call(removedWrite, { id, said: removal({ ...first?.said, ...whole, reason: '', missing }) })
    await byTheClerk(id, 'submitted')
    await expect(byTheClerk(id, 'approved')).rejects.toThrow('Only the City Attorney')
    await expect(byTheClerk(id, 'closed')).rejects.toThrow('from there nothing leads to “closed”')
    await expect(one.call(removedWrite, { id, said: removal(whole) })).rejects.toThrow('is not open')
    await attorney({ id, act: 'approved' })
    await byTheClerk(id, 'closed')
    await byTheClerk(id, 'appealed', 'The author asks for it back')
    await attorney({ id, act: 'appeal-upheld', words: 'A threat' })
    const after = await entry(id)
    expect([after.state, after.wordings, after.acts.map(({ act }) => act)]).toEqual([
      'closed',
      3,
      ['submitted', 'approved', 'closed', 'appealed', 'appeal-upheld'],
    ])
  })

  it('gives a booking photo its fourteen days, and none under an exception', async () => {
    const photo = {
      ...whole,
      kind: 'booking-photo',
      posted: '2026-11-10 09:00',
      author: 'Alder Bay Police',
      copy: 'folder 7',
    }
    const { id, open } = await one.call(removedWrite, { id: null, account: one.account, said: removal(photo) })
    expect(open).toEqual(['removed'])
    expect((await entry(id)).due).toBe('2026-11-24')
    await one.call(removedWrite, { id, said: removal({ ...photo, exception: 'court-order' }) })
    expect((await entry(id)).due).toBeNull()
    await expect(one.call(removedWrite, { id, said: removal({ ...photo, removed: '2026-11-09' }) })).rejects.toThrow(
      'before it was posted',
    )
    await expect(one.call(removedWrite, { id, said: removal({ ...photo, removed: '2026-12-24' }) })).rejects.toThrow(
      'has not come yet',
    )
    await expect(
      one.call(removedWrite, { id, said: removal({ ...photo, guideline: { paper: 99, version: 1, clause: '2' } }) }),
    ).rejects.toThrow('no document 99')
  })

  it('reads a log that was kept elsewhere, tells what it cannot read, and stores nothing by that', async () => {
    const csv = [
      'Date,Time,Page,User,Violation,Removed by,Action,Screenshot,Odd',
      '3/4/2026,2:15 PM,AlderBayCity,@angry,Profanity,City,hidden,scan 4,x',
      'the other day,,nobody,@other,Spam,the platform,vanished,,',
      ',,,,,,,,',
    ].join('\n')
    const read = await one.call(removedRead, { csv, columns: null })
    expect(read.columns).toEqual([
      'removed',
      'time',
      'account',
      'author',
      'guidelineWords',
      'by',
      'action',
      'copy',
      null,
    ])
    expect(
      read.rows.map(({ account, said }) => [account, said.removed, said.author, said.by, said.action, said.copy]),
    ).toEqual([
      [one.account, '2026-03-04 14:15', '@angry', 'city', 'hidden', 'scan 4'],
      [null, null, '@other', 'platform', null, ''],
    ])
    expect(read.rows[0]?.said.missing).toEqual({ posted: 'the log that was taken in does not say it' })
    expect(read.problems.map((problem) => problem.slice(0, 7))).toEqual(['Line 3:', 'Line 3:', 'Line 3:'])
    await expect(one.call(removedRead, { csv, columns: ['shoe', ...Array(8).fill(null)] })).rejects.toThrow(
      '“shoe” is no field',
    )
    expect((await one.call(removedList, {})).length).toBe(2)
  })

  it('is written out whole or by month, and the ledger tells of it without a word of it', async () => {
    const write = async (name: string, month: string | null, format: 'csv' | 'pdf' | 'xlsx') => {
      const to = one.archive.grant(join(folder, name), 'write').grant
      return one.run(removedExport, { month, format, to })
    }
    expect(await write('all.csv', null, 'csv')).toEqual({ entries: 2 })
    const csv = readFileSync(join(folder, 'all.csv'), 'utf8')
    expect(csv).toContain('not available, because the person who decided has left')
    expect(csv).toContain('Notice 2')
    expect(await write('none.pdf', '2019-01', 'pdf')).toEqual({ entries: 0 })
    expect(await write('all.pdf', null, 'pdf')).toEqual({ entries: 2 })
    expect(await write('all.xlsx', null, 'xlsx')).toEqual({ entries: 2 })
    expect(readFileSync(join(folder, 'all.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    const entries = await one.call(ledgerPage, { before: null, limit: 50 })
    expect(entries.map(({ kind }) => kind)).toContain('removed.write')
    for (const word of ['threat', 'neighbour', 'Adler,', 'Notice 2'])
      expect(JSON.stringify(entries)).not.toContain(word)
  })

  it('reads its own export again, with kinds, moments and what is not available', async () => {
    const csv = readFileSync(join(folder, 'all.csv'), 'utf8')
    const zone = 'America/Los_Angeles'
    const { rows, problems } = readLog(csv, null, { accounts: await one.call(accountList, {}), zone })
    const entries = (await one.call(removedList, {})).toReversed()
    expect(problems).toEqual([])
    // All of it stands in the log: nothing of it is taken in twice.
    expect(await one.call(removedRead, { csv, columns: null })).toMatchObject({ rows: [], known: 2, problems: [] })
    const ofRecord = entries.map(({ said, facts }) => ({
      ...{ kind: said.kind, removed: said.removed, shownUntil: said.shownUntil, by: said.by, action: said.action },
      ...{
        posted: facts?.posted ?? said.posted,
        reason: said.reason,
        decidedBy: said.decidedBy,
        missing: said.missing,
      },
    }))
    expect(rows.map(({ account }) => account)).toEqual(entries.map(({ account }) => account))
    for (const [at, expected] of ofRecord.entries()) expect(rows[at]?.said).toMatchObject(expected)
    const more =
      'What,Removed,Handle,Removed by,Action\nBlock,2026-03-04 10:00,@AlderBayCity,City staff,blocked\nUnblock,2026-03-05,,its author,\nshoe,2026-03-05,,,'
    const read = await one.call(removedRead, { csv: more, columns: null })
    expect(read.rows.map(({ account, said }) => [said.kind, account, said.by, said.action, said.missing])).toEqual([
      ['block', one.account, 'city', 'blocked', {}],
      ['unblock', null, 'author', null, {}],
      ['content', null, 'unknown', null, { posted: 'the log that was taken in does not say it' }],
    ])
    expect(read.problems).toEqual(['Line 4: “shoe” is not one of: content, block, unblock, booking-photo.'])
  })

  it('knows a log that is taken in again: the same rows, rows that were worded anew since, and rows in other words', async () => {
    const heads = 'Date,Time,Page,User,Violation,Removed by,Action,Notes,URL'
    const lines = [
      '3/5/2026,2:15 PM,AlderBayCity,@loud,Profanity,City,hidden,swore,https://x.example/1',
      // Said twice, because it happened twice: two comments in one minute.
      '3/5/2026,2:16 PM,AlderBayCity,@twice,Profanity,City,hidden,swore,https://x.example/2',
      '3/5/2026,2:16 PM,AlderBayCity,@twice,Profanity,City,hidden,swore,https://x.example/2',
      '3/6/2026,9:00 AM,AlderBayCity,@calm,Spam,City,hidden,sold shoes,https://x.example/3',
    ]
    const read = (rows: readonly string[]) => one.call(removedRead, { csv: [heads, ...rows].join('\n'), columns: null })
    const first = await read(lines)
    expect([first.rows.length, first.known, first.problems]).toEqual([4, 0, []])
    const ids: number[] = []
    for (const row of first.rows) ids.push((await one.call(removedWrite, { id: null, ...row })).id)
    expect(await read(lines)).toMatchObject({ rows: [], known: 4, problems: [] })
    // One of the two is there once more: it happened a third time.
    expect((await read([...lines, lines[1] ?? ''])).rows).toHaveLength(1)
    const [, , , calm] = first.rows
    await one.call(removedWrite, { id: ids[3] ?? 0, said: removal({ ...calm?.said, reason: 'sold shoes, twice' }) })
    expect(await read(lines)).toMatchObject({ rows: [], known: 4, problems: [] })
    const changed = await read([
      ...lines.slice(1),
      '3/5/2026,2:15 PM,AlderBayCity,@loud,Threats,City,deleted,swore,https://x.example/1',
      '3/7/2026,8:00 AM,AlderBayCity,@new,Spam,City,hidden,sold hats,https://x.example/4',
    ])
    expect(changed.rows.map(({ said }) => said.author)).toEqual(['@new'])
    expect([changed.known, changed.problems]).toEqual([
      3,
      [
        `Line 5 is entry ${ids[0]} of the log in other words: what was done on the platform, the guideline. It was not taken in; where the table is right, change entry ${ids[0]}.`,
      ],
    ])
  })

  it('keeps its entry when the record goes, names it no more, and holds no word of it', async () => {
    const first = (await one.call(removedList, {})).find(({ record }) => record !== null)
    const record = first?.record ?? RecordId.parse(0)
    await one.call(recordLock, { records: [record], basis: 'court-sealed', reason: 'Ordered' })
    expect((await entry(first?.id ?? 0)).facts).toMatchObject({
      words: 'Locked: Sealed by a court',
      digest: null,
      author: '',
    })
    const order = { name: 'order.txt', bytes: Buffer.from('So ordered.').toString('base64') }
    await one.run(recordRemove, { record, order })
    const after = await entry(first?.id ?? 0)
    expect([after.record, after.recordGone, after.facts, after.open]).toEqual([null, true, null, []])
    expect(JSON.stringify(after)).not.toContain('Notice 2')
  })
})
