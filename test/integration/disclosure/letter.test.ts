// Letters: a draft and a signature meet no deadline, only what was sent does; each says what the law wants it to say.
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import lawConfirm from '../../../electron/core/disclosure/commands/law.confirm.ts'
import letterDiscard from '../../../electron/core/disclosure/commands/letter.discard.ts'
import letterDraft from '../../../electron/core/disclosure/commands/letter.draft.ts'
import letterSent from '../../../electron/core/disclosure/commands/letter.sent.ts'
import letterSetHead from '../../../electron/core/disclosure/commands/letter.set-head.ts'
import letterSign from '../../../electron/core/disclosure/commands/letter.sign.ts'
import requestClose from '../../../electron/core/disclosure/commands/request.close.ts'
import requestMerge from '../../../electron/core/disclosure/commands/request.merge.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import requestReopen from '../../../electron/core/disclosure/commands/request.reopen.ts'
import letterPrint from '../../../electron/core/disclosure/jobs/letter.print.ts'
import letterListAnswer from '../../../electron/core/disclosure/queries/letter.list.ts'
import letterShowAnswer from '../../../electron/core/disclosure/queries/letter.show.ts'
import requestClockAnswer from '../../../electron/core/disclosure/queries/request.clock.ts'
import deadlines from '../../../electron/core/disclosure/queries/request.deadlines.ts'
import requestFileAnswer from '../../../electron/core/disclosure/queries/request.file.ts'
import { requestDeadlines } from '../../../shared/contract/desk.ts'
import { letterDraft as draftOperation, letterList, letterShow } from '../../../shared/contract/letter.ts'
import { requestClock } from '../../../shared/contract/request.ts'
import { requestFile } from '../../../shared/contract/request-life.ts'
import { emptyLetter, type LetterDraft, LetterKind } from '../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { attorney, openRetentionVault, type RetentionVault } from '../retention/support.ts'

let vault: RetentionVault
const day = (text: string) => LocalDate.parse(text)
const scope = { accounts: [], from: null, to: null, search: '', immediateDisclosure: false }
const received = (id: string, receivedOn: string) =>
  vault.command(requestOpen, { id, receivedOn, channel: 'email', requester: 'R. Ito', text: 'storm', ...scope })

beforeEach(() => {
  vault = openRetentionVault()
  received('26-1', '2026-11-16')
})
afterEach(() => vault.close())

const write = (kind: LetterKind, more: Partial<LetterDraft> = {}, request = '26-1') =>
  draftOperation.output.parse(
    vault.command(letterDraft, { request, id: null, draft: { ...emptyLetter(kind, 'R. Ito'), ...more } }),
  ).id
const show = async (id: number) => letterShow.output.parse(await vault.ask(letterShowAnswer, { id, signer: 'clerk' }))
const send = (id: number, on: string) =>
  vault.command(letterSent, { id, sending: { on, time: null, how: 'email', proof: 'Receipt of the mail server' } })
const states = async (id = '26-1') => {
  const { dates } = requestClock.output.parse(await vault.ask(requestClockAnswer, { id }))
  return Object.fromEntries(dates.map(({ duty, state, due }) => [duty, `${state} ${due}`]))
}
const extension: Partial<LetterDraft> = {
  ...{
    grounds: ['cpra-ground-2'],
    facts: 'About 4,000 posts of six accounts.',
    day: day('2026-12-08'),
    capacity: 'designee',
  },
}
const determined: Partial<LetterDraft> = {
  ...{ outcome: 'disclose', reasons: 'The posts are public records.', day: day('2026-12-14'), time: '12 noon' },
}

describe('a letter', () => {
  it('meets a deadline when it was sent, not when it was drafted or signed', async () => {
    const id = write('determination', determined)
    expect(await states()).toEqual({
      'cpra-determination': 'running 2026-11-26',
      'cpra-extension': 'possible 2026-12-10',
    })
    vault.command(letterSign, { id })
    expect((await states())['cpra-determination']).toBe('running 2026-11-26')
    send(id, '2026-11-20')
    expect(await states()).toEqual({
      'cpra-determination': 'met 2026-11-26',
      'cpra-extension': 'unneeded 2026-12-10',
      'estimated-availability': 'running 2026-12-14',
    })
    expect(requestDeadlines.output.parse(await vault.ask(deadlines, {}))).toMatchObject([
      { request: '26-1', duty: 'estimated-availability', due: '2026-12-14' },
    ])
    const file = requestFile.output.parse(await vault.ask(requestFileAnswer, { id: '26-1' }))
    expect(file.events.map(({ kind }) => kind)).toEqual(['received', 'letter-signed', 'letter-sent'])
    expect(file.messages).toMatchObject([{ direction: 'out', channel: 'email', on: '2026-11-20' }])
    expect(file.messages[0]?.text).toContain('will be available on December 14, 2026, 12 noon')
  })

  it('that hands out a part names the day for what follows, which is a date from then on', async () => {
    const id = write('determination', { ...determined, time: '' })
    expect((await show(id)).doubts).toEqual([
      'No time of day is given: the section asks for the estimated date and time (Gov. Code 7922.535(a)).',
    ])
    vault.command(letterSign, { id })
    send(id, '2026-11-20')
    const part = (more: Partial<LetterDraft>) => {
      const instalment = write('instalment', { facts: 'The posts of May, by email.', ...more })
      vault.command(letterSign, { id: instalment })
      send(instalment, '2026-11-20')
    }
    part({ day: day('2027-01-15') })
    expect((await states())['estimated-availability']).toBe('running 2027-01-15')
    part({ complete: true })
    expect((await states())['estimated-availability']).toBe('met 2027-01-15')
  })

  it('that was sent late is told as late, and closes nothing by itself', async () => {
    const close = { id: '26-1', how: 'answered', on: '2026-12-02', reason: 'All sent' }
    vault.setClock('2026-12-02T18:00:00Z')
    expect(() => vault.command(requestClose, close)).toThrow(/No determination has been sent/)
    const id = write('determination', determined)
    vault.command(letterSign, { id })
    send(id, '2026-12-02')
    expect((await states())['cpra-determination']).toBe('late 2026-11-26')
    vault.command(requestClose, close)
  })

  it('is settled word for word when it is signed', async () => {
    const id = write('acknowledgement')
    vault.command(letterSign, { id })
    const signed = await show(id)
    vault.command(letterSetHead, { lines: ['1 Frank H. Ogawa Plaza'] })
    expect((await show(id)).words).toEqual(signed.words)
    expect(() =>
      vault.command(letterDraft, { request: '26-1', id, draft: emptyLetter('acknowledgement', 'Other') }),
    ).toThrow(/is signed: its words are settled/)
    expect(() => send(id, '2026-11-19')).toThrow(/was signed on November 20, 2026/)
    expect(() => send(id, '2026-11-21')).toThrow(/not come yet/)
    vault.command(letterDiscard, { id, reason: 'Wrong address' })
    expect(() => send(id, '2026-11-20')).toThrow(/was put aside/)
    expect((await show(write('acknowledgement'))).words.head).toEqual(['City of Alder Bay', '1 Frank H. Ogawa Plaza'])
  })

  it('is not written over where a colleague saved it meanwhile', async () => {
    const id = write('acknowledgement')
    const { savedAt } = (await show(id)).letter
    const save = (to: string, seen: number | null) =>
      vault.command(letterDraft, { request: '26-1', id, draft: emptyLetter('acknowledgement', to), seen })
    vault.setClock('2026-11-20T18:05:00Z')
    vault.actAs(attorney)
    save('From the attorney', savedAt)
    expect(() => save('From the clerk', savedAt)).toThrow(/Dana Whitfield saved letter 1 meanwhile/)
    expect((await show(id)).letter.draft.to).toBe('From the attorney')
  })

  it('is printed as a tagged PDF, the same file each time once it is signed', async () => {
    const id = write('extension', extension)
    const print = async (name: string) => {
      const { grant, path } = vault.grantWrite(name)
      await vault.run(letterPrint, { id, to: grant })
      return readFileSync(path)
    }
    expect((await print('draft.pdf')).toString('latin1')).toContain('/StructTreeRoot')
    vault.command(letterSign, { id })
    const first = await print('one.pdf')
    vault.setClock('2026-11-25T18:00:00Z')
    expect((await print('two.pdf')).equals(first)).toBe(true)
    expect(vault.db.all("SELECT subject FROM issued WHERE kind = 'letter'")).toHaveLength(3)
  })

  it('of every kind can be begun, and says what it lacks', async () => {
    const lacks = await Promise.all(
      LetterKind.options.map(async (kind) => [kind, (await show(write(kind))).lacks.length > 0]),
    )
    expect(lacks).toEqual(LetterKind.options.map((kind) => [kind, kind !== 'acknowledgement']))
    expect(letterList.output.parse(await vault.ask(letterListAnswer, { request: '26-1' }))).toHaveLength(12)
  })
})

describe('a notice of extension', () => {
  it('needs a ground in force, facts, a day within 24 days of receipt, and who signs', async () => {
    const lacks = async (more: Partial<LetterDraft>) =>
      (await show(write('extension', { ...extension, ...more }))).lacks
    expect(await lacks({})).toEqual([])
    expect(await lacks({ grounds: [] })).toEqual([expect.stringContaining('at least one of the six grounds')])
    expect(await lacks({ grounds: ['idr-ground-2'] })).toEqual([expect.stringContaining('not in force')])
    expect(await lacks({ facts: ' ' })).toEqual([expect.stringContaining('Say which facts')])
    expect(await lacks({ day: day('2026-12-11') })).toEqual(['The notice may name no day after December 10, 2026.'])
    expect(await lacks({ capacity: null })).toEqual([
      expect.stringContaining('head of the agency signs, or a designee'),
    ])
    const id = write('extension', { ...extension, day: day('2026-12-11') })
    expect(() => vault.command(letterSign, { id })).toThrow(/no day after December 10, 2026/)
  })

  it('moves the answer to the day that it names where it went out in time, once', async () => {
    const id = write('extension', extension)
    vault.command(letterSign, { id })
    send(id, '2026-11-20')
    expect(await states()).toEqual({
      'cpra-determination': 'extended 2026-11-26',
      'extended-answer': 'running 2026-12-08',
      'cpra-extension': 'used 2026-12-10',
    })
    expect((await show(write('extension', extension))).lacks).toEqual([expect.stringContaining('was sent already')])
  })

  it('that went out after day 10 extends nothing, and that is said', async () => {
    vault.setClock('2026-12-01T18:00:00Z')
    const id = write('extension', extension)
    vault.command(letterSign, { id })
    send(id, '2026-12-01')
    expect(await states()).toMatchObject({
      'cpra-determination': 'running 2026-11-26',
      'cpra-extension': 'possible 2026-12-10',
    })
    const { remarks } = requestClock.output.parse(await vault.ask(requestClockAnswer, { id: '26-1' }))
    expect(remarks.at(-1)).toMatch(/went out on December 1, 2026, after November 30, 2026: it extends nothing/)
  })

  it('may rest on a ground that is not confirmed, which is said and stops nothing', async () => {
    const shown = await show(write('extension', { ...extension, grounds: ['cpra-ground-6'] }))
    expect([shown.lacks, shown.doubts[0]]).toEqual([[], 'Gov. Code 7922.535(c)(6) (6. Cyberattack) is not confirmed.'])
  })
})

describe('a denial', () => {
  const denied = { outcome: 'in-part', reasons: 'Some messages name patrons.', day: day('2026-12-14') } as const

  it('names its grounds and each person responsible with a title', async () => {
    const shown = await show(write('determination', denied))
    expect(shown.lacks).toEqual([
      expect.stringContaining('Choose the exemptions'),
      expect.stringContaining('Name each person responsible for the denial, with title'),
    ])
    const responsible = [{ name: 'Dana Whitfield', title: 'City Attorney' }]
    const whole = await show(write('determination', { ...denied, exemptions: ['gov-7928.300'], responsible }))
    expect(whole.lacks).toEqual([])
    expect(whole.text).toContain(
      '- Gov. Code 7928.300, formerly Gov. Code 6254.3: Public employees’ home and personal details',
    )
    expect(whole.text).toContain('- Dana Whitfield, City Attorney')
  })

  it('does not rest on unconfirmed exemptions alone, until the attorney confirms one', async () => {
    const responsible = [{ name: 'Dana Whitfield', title: 'City Attorney' }]
    const id = write('determination', { ...denied, exemptions: ['gov-7927.200'], responsible })
    expect((await show(id)).lacks).toEqual([expect.stringContaining('unconfirmed exemptions alone')])
    vault.actAs(attorney)
    vault.command(lawConfirm, { rule: 'gov-7927.200', statement: 'Read at leginfo' })
    expect((await show(id)).lacks).toEqual([])
  })
})

it('a letter on a request answers those that were merged into it before, and no longer once they stand alone again', async () => {
  received('26-2', '2026-11-09')
  vault.command(requestMerge, { id: '26-2', into: '26-1', reason: 'Same words' })
  vault.setClock('2026-11-20T19:00:00Z')
  const id = write('determination', determined)
  vault.command(letterSign, { id })
  send(id, '2026-11-20')
  expect((await states('26-2'))['cpra-determination']).toBe('late 2026-11-19')
  vault.command(requestReopen, { id: '26-2', reason: 'Another matter' })
  expect((await states('26-2'))['cpra-determination']).toBe('running 2026-11-19')
})

it('immediate disclosure: the advice, the determination and the records each meet their own date', async () => {
  vault.close()
  vault = openRetentionVault('2026-11-17T18:00:00Z', 'City of Oakland')
  vault.command(requestOpen, {
    ...{ id: '26-1', receivedOn: '2026-11-16', channel: 'email', requester: '', text: 'storm' },
    ...{ ...scope, immediateDisclosure: true },
  })
  const advice = write('idr-advice', { grounds: ['idr-ground-4'], facts: 'Six accounts are asked for.' })
  vault.command(letterSign, { id: advice })
  send(advice, '2026-11-17')
  expect(await states()).toMatchObject({ 'idr-response': 'met 2026-11-19', 'idr-determination': 'running 2026-11-23' })
  vault.setClock('2026-11-18T18:00:00Z')
  const late = await show(write('idr-determination', { ...determined, day: day('2026-12-04') }))
  expect(late.lacks).toEqual(['Under OMC 2.20.230 the records are provided by December 2, 2026 at the latest.'])
  const id = write('idr-determination', { ...determined, day: day('2026-12-02') })
  vault.command(letterSign, { id })
  send(id, '2026-11-18')
  expect(await states()).toMatchObject({
    ...{
      'idr-determination': 'met 2026-11-23',
      'idr-production': 'running 2026-12-02',
      'cpra-determination': 'met 2026-11-30',
    },
  })
  const part = write('instalment', { facts: 'A packet with 12 records.' })
  vault.command(letterSign, { id: part })
  send(part, '2026-11-18')
  expect((await states())['idr-production']).toBe('running 2026-12-02')
  const rest = write('instalment', { facts: 'A packet with the other 30 records.', complete: true })
  vault.command(letterSign, { id: rest })
  send(rest, '2026-11-18')
  expect(await states()).toMatchObject({
    'idr-production': 'met 2026-12-02',
    'estimated-availability': 'met 2026-12-02',
  })
  expect((await show(rest)).text).toContain('Public Ethics Commission for mediation (OMC 2.20.270)')
})
