// The life of a request: what is recorded of it, and that nothing that happens to it loses a hold or a deadline.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import requestAssign from '../../../electron/core/disclosure/commands/request.assign.ts'
import requestClose from '../../../electron/core/disclosure/commands/request.close.ts'
import requestImmediate from '../../../electron/core/disclosure/commands/request.immediate.ts'
import requestMediation from '../../../electron/core/disclosure/commands/request.mediation.ts'
import requestMerge from '../../../electron/core/disclosure/commands/request.merge.ts'
import requestMessage from '../../../electron/core/disclosure/commands/request.message.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import requestPart from '../../../electron/core/disclosure/commands/request.part.ts'
import requestPortal from '../../../electron/core/disclosure/commands/request.portal.ts'
import requestReopen from '../../../electron/core/disclosure/commands/request.reopen.ts'
import requestSplit from '../../../electron/core/disclosure/commands/request.split.ts'
import requestCalendar from '../../../electron/core/disclosure/jobs/request.calendar.ts'
import requestClockAnswer from '../../../electron/core/disclosure/queries/request.clock.ts'
import deadlines from '../../../electron/core/disclosure/queries/request.deadlines.ts'
import requestFileAnswer from '../../../electron/core/disclosure/queries/request.file.ts'
import portalPlan from '../../../electron/core/disclosure/queries/request.portal-plan.ts'
import attachmentPaste from '../../../electron/core/vault/commands/attachment.paste.ts'
import noteListAnswer from '../../../electron/core/vault/queries/note.list.ts'
import { findRequest } from '../../../electron/core/vault/repository/request/request.ts'
import { requestDeadlines } from '../../../shared/contract/desk.ts'
import { noteList } from '../../../shared/contract/note.ts'
import { requestClock } from '../../../shared/contract/request.ts'
import { requestFile, requestPortalPlan } from '../../../shared/contract/request-life.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from '../retention/support.ts'

let vault: RetentionVault
const scope = { accounts: [], from: null, to: null, search: '' }
const draft = { channel: 'email', requester: 'R. Ito', text: 'storm', immediateDisclosure: false, ...scope } as const
const fileOf = async (id: string) => requestFile.output.parse(await vault.ask(requestFileAnswer, { id }))
const clockOf = async (id: string) => requestClock.output.parse(await vault.ask(requestClockAnswer, { id }))
const due = async () => {
  const list = requestDeadlines.output.parse(await vault.ask(deadlines, {}))
  return list.map((one) => `${one.request} ${one.due}`).sort()
}
const holds = () =>
  vault.db.all('SELECT request_id AS id, count(*) AS number FROM hold WHERE released_at IS NULL GROUP BY request_id')
const kinds = async (id: string) => (await fileOf(id)).events.map(({ kind }) => kind)

const open = () => {
  vault = openRetentionVault()
  vault.receive([{ id: '1', at: '2026-03-05T18:00:00Z', text: 'storm' }])
  vault.command(requestOpen, { ...draft, id: '26-1', receivedOn: '2026-11-09' })
  vault.command(requestOpen, { ...draft, id: '26-2', receivedOn: '2026-11-16' })
}

describe('a request', () => {
  beforeEach(open)
  afterEach(() => vault.close())

  it('gives its dates to other programs, without the requester’s name', async () => {
    const { grant, path } = vault.grantWrite('deadlines.ics')
    expect(await vault.run(requestCalendar, { id: null, to: grant })).toEqual({ events: 4 })
    const file = readFileSync(path, 'utf8')
    expect(file.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(
      ['20261126', '20261210', '20261119', '20261203'].map((day) => `DTSTART;VALUE=DATE:${day}`),
    )
    expect(file).not.toContain('Ito')
    expect(vault.db.get('SELECT subject, kind FROM issued')).toEqual({ subject: 'open requests', kind: 'deadlines' })
  })

  it('is worked on by a department and people, and its messages and decisions stay in its file', async () => {
    vault.command(requestAssign, { id: '26-1', department: 'Parks', assignees: [attorney] })
    const message = { direction: 'out', channel: 'email', about: 'clarification', on: '2026-11-12', time: '09:30' }
    vault.command(requestMessage, { id: '26-1', message: { ...message, party: 'R. Ito', text: 'Which storm?' } })
    const [asked] = (await fileOf('26-1')).messages
    const subject = { kind: 'message', id: String(asked?.id) } as const
    const list = { name: 'storms.csv', bytes: Buffer.from('October\nNovember\n').toString('base64') }
    vault.command(attachmentPaste, { subject, document: list })
    expect(noteList.output.parse(await vault.ask(noteListAnswer, { subject })).attachments).toMatchObject([
      { name: 'storms.csv', size: 17, by: clerk, takenBack: null },
    ])
    expect(() => vault.command(attachmentPaste, { subject: { ...subject, id: '99' }, document: list })).toThrow(
      /no message on a request 99/,
    )
    vault.command(requestImmediate, { id: '26-1', immediate: true, reason: 'It says so on top' })
    vault.command(requestMediation, { id: '26-1', on: '2026-11-20', words: 'By email to the Commission' })
    expect((await fileOf('26-1')).events.map(({ kind, on, words, by }) => [kind, on, words, by])).toEqual([
      ['received', '2026-11-09', '', 'Rosa Imai'],
      ['assigned', '2026-11-20', 'Parks, Dana Whitfield', 'Rosa Imai'],
      ['clarification-asked', '2026-11-12', 'Which storm?', 'Rosa Imai'],
      ['immediate', '2026-11-20', 'Taken as one: It says so on top', 'Rosa Imai'],
      ['mediation', '2026-11-20', 'By email to the Commission', 'Rosa Imai'],
    ])
    expect(findRequest(vault.db, RequestId.parse('26-1'))).toMatchObject({
      department: 'Parks',
      assignees: [attorney],
      immediateDisclosure: true,
    })
    const stray = { ...message, party: '', text: 'x' }
    expect(() => vault.command(requestMessage, { id: '26-1', message: { ...stray, on: '2026-11-21' } })).toThrow(
      /not come yet/,
    )
    expect(() => vault.command(requestMessage, { id: '26-1', message: { ...stray, on: '2026-11-08' } })).toThrow(
      /before request 26-1/,
    )
    const payloads = vault.db
      .all<{ payload: string }>('SELECT payload FROM ledger_payload')
      .map(({ payload }) => payload)
      .join()
    expect(payloads).not.toMatch(/Ito|Which storm|says so on top|Parks/)
  })

  it('that was spoken is none for immediate disclosure, which is a written request', () => {
    const oral = { ...draft, id: '26-9', receivedOn: '2026-11-20', channel: 'oral', immediateDisclosure: true }
    expect(() => vault.command(requestOpen, oral)).toThrow(/is a written one/)
    vault.command(requestOpen, { ...oral, immediateDisclosure: false })
    expect(() => vault.command(requestImmediate, { id: '26-9', immediate: true, reason: 'x' })).toThrow(/a written one/)
  })

  it('is not closed while a part of it has no answer', async () => {
    const part = { title: 'Emails of the mayor', system: 'Exchange', holder: 'IT', state: 'asked', answer: '' }
    expect(vault.command(requestPart, { id: '26-1', number: null, part })).toEqual({ number: 1 })
    const close = { id: '26-1', how: 'elsewhere', on: '2026-11-20', reason: 'By the portal' }
    expect(() => vault.command(requestClose, close)).toThrow(/parts without an answer: 1 \(Emails of the mayor\)/)
    expect(() => vault.command(requestPart, { id: '26-1', number: 1, part: { ...part, state: 'none' } })).toThrow(
      /what came of this part/,
    )
    vault.command(requestPart, { id: '26-1', number: 1, part: { ...part, state: 'none', answer: 'IT found none' } })
    vault.command(requestClose, close)
    expect(() => vault.command(requestPart, { id: '26-1', number: null, part })).toThrow(/is closed/)
    expect(await kinds('26-1')).toEqual(['received', 'part', 'part', 'closed'])
  })

  it('keeps its hold and its dates when it is split, merged and reopened', async () => {
    const split = { id: '26-2', into: '26-2a', text: 'Messages only', reason: 'Another office has them' }
    expect(vault.command(requestSplit, split)).toEqual({ id: '26-2a', held: 1 })
    expect(() => vault.command(requestSplit, split)).toThrow(/was entered already/)
    expect(await due()).toEqual(['26-1 2026-11-19', '26-2 2026-11-26', '26-2a 2026-11-26'])
    vault.command(requestMerge, { id: '26-1', into: '26-2', reason: 'Same words' })
    expect(() => vault.command(requestMerge, { id: '26-2', into: '26-2', reason: 'x' })).toThrow(/into itself/)
    expect(() => vault.command(requestMerge, { id: '26-2', into: '26-1', reason: 'x' })).toThrow(/is closed/)
    expect(await due()).toEqual(['26-2 2026-11-19', '26-2 2026-11-26', '26-2a 2026-11-26'])
    expect((await clockOf('26-2')).merged).toMatchObject([{ request: '26-1', dates: [{ due: '2026-11-19' }, {}] }])
    expect(holds()).toEqual(['26-1', '26-2', '26-2a'].map((id) => ({ id, number: 1 })))
    vault.command(requestReopen, { id: '26-1', reason: 'Not the same after all' })
    expect(await due()).toEqual(['26-1 2026-11-19', '26-2 2026-11-26', '26-2a 2026-11-26'])
    expect([await kinds('26-1'), await kinds('26-2'), await kinds('26-2a')]).toEqual([
      ['received', 'merged', 'reopened'],
      ['received', 'split', 'merged-in'],
      ['split-off'],
    ])
  })

  it('keeps every hold and every date of what is open, whatever is done to requests', async () => {
    const names = ['a', 'b', 'c', 'd'].map((name) => `26-${name}`)
    const step = fc.record({
      what: fc.constantFrom('split', 'merge', 'withdraw', 'reopen'),
      one: fc.constantFrom('26-1', '26-2', ...names),
      other: fc.constantFrom('26-1', '26-2', ...names),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        vault.close()
        open()
        const born = new Map([
          ['26-1', '2026-11-19'],
          ['26-2', '2026-11-26'],
        ])
        const answered = new Map<string, string>()
        const over = new Set<string>()
        for (const { what, one, other } of steps) {
          const tried = attempt(() => act(what, one, other))
          if (!tried) continue
          if (what === 'split') born.set(other, born.get(one) ?? '')
          if (what === 'merge') answered.set(one, other)
          if (what === 'withdraw') over.add(one)
          if (what === 'reopen') {
            over.delete(one)
            answered.delete(one)
          }
        }
        const holder = (id: string): string => {
          const next = answered.get(id)
          return next === undefined ? id : holder(next)
        }
        const expected = [...born].filter(([id]) => !over.has(holder(id))).map(([id, day]) => `${holder(id)} ${day}`)
        expect(await due()).toEqual(expected.sort())
        expect(holds()).toEqual([...born.keys()].sort().map((id) => ({ id, number: 1 })))
      }),
      { numRuns: 25 },
    )
  })
})

function act(what: string, id: string, into: string): void {
  const reason = 'as asked'
  if (what === 'split') vault.command(requestSplit, { id, into, text: 'part', reason })
  else if (what === 'merge') vault.command(requestMerge, { id, into, reason })
  else if (what === 'withdraw') vault.command(requestClose, { id, how: 'withdrawn', on: '2026-11-20', reason })
  else vault.command(requestReopen, { id, reason })
}

function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch {
    return false
  }
}

describe('the portal’s export', () => {
  beforeAll(open)
  afterAll(() => vault.close())
  const head =
    'Id,Request Date,Request Text,Due Date,Status,Requester Name,Requester Email,Departments,Closed Date,Tags\n'
  const lines = [
    '26-801,10/04/2026 04:10 PM,"Immediate Disclosure Request: posts, all",10/15/2026,Open,Ana Díaz,ana@example.org,Parks,,',
    '26-802,2026-10-05 17:00:00 UTC,Flood posts,,Closed,,,,11/01/2026,',
    '26-1,2026-10-05,Other words,,Open,,,,,',
    '26-803,soon,When?,,Open,,,,,',
  ]
  const file = (rows: readonly string[]) => ({
    name: 'requests.csv',
    bytes: Buffer.from(`\ufeff${head}${rows.join('\n')}\n`).toString('base64'),
  })
  const plan = async (rows: readonly string[]) =>
    requestPortalPlan.output.parse(await vault.ask(portalPlan, { file: file(rows) }))
  const outcomes = ({ rows }: z.infer<typeof requestPortalPlan.output>) =>
    rows.map(({ row, outcome }) => `${row.number} ${outcome}`)

  it('is read by its headings, and says of each row what it would do before anything is done', async () => {
    const planned = await plan(lines)
    expect(outcomes(planned)).toEqual(['26-801 new', '26-802 new', '26-1 refused', '26-803 refused'])
    expect(planned.unknown).toEqual(['Tags'])
    expect(planned.rows[0]?.row).toMatchObject({
      ...{
        receivedOn: '2026-10-04',
        receivedAt: '16:10',
        dueOn: '2026-10-15',
        contact: 'ana@example.org',
        closed: false,
      },
    })
    expect(planned.rows[1]?.row).toMatchObject({ receivedOn: '2026-10-05', receivedAt: '10:00', closed: true })
    expect(() => vault.command(requestPortal, { file: file(lines), numbers: ['26-803'] })).toThrow(/cannot be read/)
  })

  it('makes requests that hold, with the portal’s number, and its date beside ours', async () => {
    expect(vault.command(requestPortal, { file: file(lines), numbers: ['26-801'] })).toEqual({
      ...{ opened: ['26-801'], changed: [], held: 1 },
    })
    expect(findRequest(vault.db, RequestId.parse('26-801'))).toMatchObject({
      ...{ portal: '26-801', channel: 'portal', immediateDisclosure: true, department: 'Parks', requester: 'Ana Díaz' },
    })
    expect((await fileOf('26-801')).portal?.difference).toBe(
      'The portal says October 15, 2026: it counts from the next business day, as City practice does. Work to October 14, 2026.',
    )
  })

  it('is read again without doubling anything, and what changed stands in the trail', async () => {
    expect(outcomes(await plan(lines))[0]).toBe('26-801 same')
    const newer = [lines[0]?.replace('10/15/2026', '10/29/2026') ?? '']
    expect(await plan(newer)).toMatchObject({ rows: [{ outcome: 'changed', sentence: 'Changed: Due Date.' }] })
    const again = { file: file(newer), numbers: ['26-801'] }
    expect(vault.command(requestPortal, again)).toEqual({ opened: [], changed: ['26-801'], held: 0 })
    expect(vault.command(requestPortal, again)).toEqual({ opened: [], changed: [], held: 0 })
    expect(await kinds('26-801')).toEqual(['received', 'immediate', 'portal'])
    expect(vault.db.get("SELECT count(*) AS number FROM request WHERE id LIKE '26-8%'")).toEqual({ number: 1 })
  })

  it('finds a request that was entered by hand under the portal’s number', async () => {
    vault.command(requestOpen, { ...draft, id: 'PR-9', receivedOn: '2026-10-05', portal: '26-802' })
    expect(await plan([lines[1] ?? ''])).toMatchObject({ rows: [{ outcome: 'changed', request: 'PR-9' }] })
  })
})
