// The law that dates and withholdings rest on: unconfirmed until the City Attorney confirms it, and a bill is used only from then on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import calendarYear from '../../../electron/core/disclosure/commands/calendar.year.ts'
import lawConfirm from '../../../electron/core/disclosure/commands/law.confirm.ts'
import lawFees from '../../../electron/core/disclosure/commands/law.fees.ts'
import lawWithdraw from '../../../electron/core/disclosure/commands/law.withdraw.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import { lawBook } from '../../../electron/core/disclosure/law-book.ts'
import lawShowAnswer from '../../../electron/core/disclosure/queries/law.show.ts'
import requestClockAnswer from '../../../electron/core/disclosure/queries/request.clock.ts'
import { lawShow } from '../../../shared/contract/law.ts'
import { requestClock } from '../../../shared/contract/request.ts'
import { attorney, openRetentionVault, type RetentionVault } from '../retention/support.ts'

let vault: RetentionVault
beforeAll(() => {
  vault = openRetentionVault('2027-01-05T18:00:00Z')
  const days = [{ date: '2027-01-18', name: 'Martin Luther King Jr. Day', doubt: null }]
  for (const set of ['city', 'judicial']) vault.command(calendarYear, { set, year: 2027, days, source: 'test' })
  const scope = { accounts: [], from: null, to: null, search: '', immediateDisclosure: false }
  const draft = { id: '27-1', receivedOn: '2027-01-04', channel: 'email', requester: '', text: 'posts' }
  vault.command(requestOpen, { ...draft, ...scope })
})
afterAll(() => vault.close())

const entryOf = async (id: string) =>
  lawShow.output.parse(await vault.ask(lawShowAnswer, {})).entries.find((entry) => entry.id === id)
const dates = async () => {
  const { dates: all } = requestClock.output.parse(await vault.ask(requestClockAnswer, { id: '27-1' }))
  return all.map(({ rule, due, confirmed }) => [rule, due, confirmed])
}
const act = { rule: 'cpra-10-business-days', statement: 'Chaptered, read at leginfo' }

describe('the law', () => {
  it('is confirmed by the City Attorney alone', async () => {
    expect(() => vault.command(lawConfirm, act)).toThrow(/Only the City Attorney confirms a rule: Rosa Imai is not/)
    vault.actAs(attorney)
    expect(() => vault.command(lawConfirm, { ...act, rule: 'x' })).toThrow(/no rule “x”/)
    expect(() => vault.command(lawWithdraw, act)).toThrow(/is not confirmed/)
    expect(await entryOf('cpra-ground-6')).toMatchObject({ confirmed: false, confirmedBy: null })
    vault.command(lawConfirm, { rule: 'cpra-ground-6', statement: 'Read' })
    expect(await entryOf('cpra-ground-6')).toMatchObject({
      confirmedBy: { name: 'Dana Whitfield', statement: 'Read' },
      changed: false,
    })
    const entry = vault.db.get<{ payload: string }>('SELECT payload FROM ledger_payload ORDER BY seq DESC LIMIT 1')
    expect(entry?.payload).toMatch(/"rule":"cpra-ground-6"/)
  })

  it('of a bill is used from its confirmation on, moves dates, and is left again when that is taken back', async () => {
    expect(await dates()).toEqual([
      ['cpra-10-days', '2027-01-14', true],
      ['cpra-14-days', '2027-01-28', true],
    ])
    expect(await entryOf(act.rule)).toMatchObject({ enabled: false })
    vault.command(lawConfirm, act)
    expect((await dates())[0]).toEqual(['cpra-10-business-days', '2027-01-19', true])
    expect(await entryOf(act.rule)).toMatchObject({ enabled: true })
    vault.command(lawWithdraw, act)
    expect((await dates())[0]).toEqual(['cpra-10-days', '2027-01-14', true])
  })

  it('tells which dates a confirmed bill moves', () => {
    expect(vault.command(lawConfirm, act)).toEqual({
      moved: [
        {
          ...{ request: '27-1', duty: 'cpra-determination', before: '2027-01-14', after: '2027-01-19' },
          ...{ statutoryBefore: '2027-01-14', statutoryAfter: '2027-01-19' },
        },
        {
          ...{ request: '27-1', duty: 'cpra-extension', before: '2027-01-28', after: '2027-02-02' },
          ...{ statutoryBefore: '2027-01-28', statutoryAfter: '2027-02-02' },
        },
      ],
    })
  })

  it('asks for its confirmation again when it reads otherwise', async () => {
    vault.db.run("UPDATE law_confirmation SET rule_digest = zeroblob(32) WHERE rule_id = 'cpra-ground-6'")
    expect(await entryOf('cpra-ground-6')).toMatchObject({ confirmedBy: null, changed: true })
  })

  it('has years of holidays that are confirmed as they were entered, and asked again where another list takes their place', async () => {
    vault.command(lawConfirm, { rule: 'entered-city-2027', statement: 'Compared with the resolution' })
    expect(await entryOf('entered-city-2027')).toMatchObject({
      title: 'The City’s holidays of 2027: 1 day',
      confirmedBy: { statement: 'Compared with the resolution' },
    })
    const days = [{ date: '2027-01-18', name: 'King Day', doubt: null }]
    vault.command(calendarYear, { set: 'city', year: 2027, days, source: 'test' })
    expect(await entryOf('entered-city-2027')).toMatchObject({ confirmedBy: null, changed: true })
  })

  it('has fees for copies and media, and none for search, review or redaction', async () => {
    const line = { kind: 'copy', words: 'Letter size', per: 'page', cents: 10 }
    const schedule = { name: 'Master Fee Schedule', validFrom: '2026-07-01', source: 'Resolution 90000', lines: [line] }
    expect(vault.command(lawFees, schedule)).toEqual({ id: 1 })
    for (const kind of ['search', 'review', 'redaction']) {
      expect(() => vault.command(lawFees, { ...schedule, lines: [{ ...line, kind }] })).toThrow()
    }
    expect(lawShow.output.parse(await vault.ask(lawShowAnswer, {})).fees).toMatchObject([{ ...schedule, id: 1 }])
  })
})

describe('the book', () => {
  it.each(['City of Oakland', 'City of Alder Bay'])('of the %s has one entry an id, each with a source', (city) => {
    const book = lawBook(city)
    expect(new Set(book.map(({ id }) => id)).size).toBe(book.length)
    expect(book.filter(({ source, text }) => source === '' || text === '')).toEqual([])
    expect(book.some(({ citation }) => citation.startsWith('OMC'))).toBe(city === 'City of Oakland')
  })

  it('asks of every permissive exemption whether the ordinance requires release, and of none other', () => {
    const exemptions = lawBook('City of Oakland').filter(({ group }) => group === 'exemption')
    expect(exemptions.length).toBeGreaterThan(12)
    for (const one of exemptions) expect([one.id, one.asksRelease]).toEqual([one.id, one.exemption?.basis === 'A'])
    expect(lawBook('City of Alder Bay').filter(({ asksRelease }) => asksRelease)).toEqual([])
  })
})
