// Fees: lines of the schedule in force alone, programming with an attorney's name, invoiced, paid or waived, and what the letter says of them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import feeDraft from '../../../electron/core/disclosure/commands/fee.draft.ts'
import feeInvoice from '../../../electron/core/disclosure/commands/fee.invoice.ts'
import feeSettle from '../../../electron/core/disclosure/commands/fee.settle.ts'
import lawFees from '../../../electron/core/disclosure/commands/law.fees.ts'
import letterDraft from '../../../electron/core/disclosure/commands/letter.draft.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import feeListAnswer from '../../../electron/core/disclosure/queries/fee.list.ts'
import letterShowAnswer from '../../../electron/core/disclosure/queries/letter.show.ts'
import requestFileAnswer from '../../../electron/core/disclosure/queries/request.file.ts'
import { feeList } from '../../../shared/contract/fee.ts'
import { letterDraft as draftOperation, letterShow } from '../../../shared/contract/letter.ts'
import { requestFile } from '../../../shared/contract/request-life.ts'
import { emptyLetter, type LetterDraft, type LetterKind } from '../../../shared/domain/request/letter.ts'
import { attorney, openRetentionVault, type RetentionVault } from '../retention/support.ts'

let vault: RetentionVault
const request = '26-1'

beforeEach(() => {
  vault = openRetentionVault()
  vault.command(requestOpen, {
    ...{ id: request, receivedOn: '2026-11-16', channel: 'email', requester: 'R. Ito', text: 'tunnel' },
    ...{ accounts: [1], from: null, to: null, search: 'tunnel', immediateDisclosure: false },
  })
})
afterEach(() => vault.close())

const write = (kind: LetterKind, more: Partial<LetterDraft> = {}) =>
  draftOperation.output.parse(
    vault.command(letterDraft, { request, id: null, draft: { ...emptyLetter(kind, 'R. Ito'), ...more } }),
  ).id
const show = async (id: number) => letterShow.output.parse(await vault.ask(letterShowAnswer, { id, signer: 'clerk' }))

describe('fees', () => {
  const lines = [
    { kind: 'copy', words: 'Paper copy', per: 'page', cents: 10 },
    { kind: 'media', words: 'USB drive', per: 'drive', cents: 850 },
    { kind: 'programming', words: 'Programming', per: 'hour', cents: 9000 },
  ]
  const schedule = (validFrom: string, cents: number) =>
    vault.command(lawFees, {
      ...{ name: `Fees ${validFrom}`, validFrom, source: 'Resolution 1' },
      lines: lines.map((one, at) => (at === 0 ? { ...one, cents } : one)),
    })
  const fees = async () => feeList.output.parse(await vault.ask(feeListAnswer, { request, on: '2026-11-20' })).fees

  it('are lines of the schedule in force, so many times, and nothing else', async () => {
    expect(() => vault.command(feeDraft, { request, number: null, lines: [{ line: 0, quantity: 1 }] })).toThrow(
      /No fee schedule/,
    )
    schedule('2027-01-01', 99)
    schedule('2026-01-01', 10)
    schedule('2020-01-01', 50)
    expect(
      vault.command(feeDraft, {
        request,
        number: null,
        lines: [
          { line: 0, quantity: 12 },
          { line: 1, quantity: 1 },
        ],
      }),
    ).toEqual({ number: 1, cents: 970 })
    expect(() => vault.command(feeDraft, { request, number: null, lines: [{ line: 7, quantity: 1 }] })).toThrow(
      /no line 8/,
    )
    const { text } = await show(write('fees', { fee: 1 }))
    expect(text).toContain('“Fees 2026-01-01” in force since January 1, 2026 (Resolution 1)')
    expect(text).toContain('- Paper copy: 12 × $0.10 per page, $1.20')
    expect(text).toContain('The total is $9.70.')
    expect(text).toContain('Nothing is charged for searching, reviewing or redacting')
    expect(text).toContain('inspect them free of charge')
    expect((await show(write('fees', { fee: 2 }))).lacks).toHaveLength(1)
  })

  it('charge programming only with an attorney’s name and the reason', async () => {
    schedule('2026-01-01', 10)
    const draft = (more: object) =>
      vault.command(feeDraft, { request, number: null, lines: [{ line: 2, quantity: 2, ...more }] })
    expect(() => draft({})).toThrow(/only with the name of a City attorney/)
    expect(() => draft({ attorney: 'clerk', because: 'x' })).toThrow(/only with the name of a City attorney/)
    expect(() => draft({ attorney })).toThrow(/Redaction is none of these/)
    draft({ attorney, because: 'the request needs data to be extracted' })
    expect((await show(write('fees', { fee: 1 }))).text).toContain(
      'Dana Whitfield of the City Attorney’s Office has approved it',
    )
  })

  it('are invoiced, then paid or waived, and settled from then on', async () => {
    schedule('2026-01-01', 10)
    const draft = (number: number | null) =>
      vault.command(feeDraft, { request, number, lines: [{ line: 0, quantity: 1 }] })
    const settle = (number: number, how: string) =>
      vault.command(feeSettle, { request, number, how, on: '2026-11-20', words: 'Receipt 7' })
    draft(null)
    draft(null)
    expect(() => settle(1, 'paid')).toThrow(/are a draft/)
    vault.command(feeInvoice, { request, number: 1, on: '2026-11-19' })
    expect(() => draft(1)).toThrow(/were invoiced: their lines are settled/)
    settle(1, 'paid')
    settle(2, 'waived')
    expect(() => settle(1, 'waived')).toThrow(/were paid/)
    expect(await fees()).toMatchObject([
      { number: 1, state: 'paid', invoicedOn: '2026-11-19', settledOn: '2026-11-20', settledHow: 'Receipt 7' },
      { number: 2, state: 'waived', invoicedOn: null },
    ])
    const { events } = requestFile.output.parse(await vault.ask(requestFileAnswer, { id: request }))
    expect(events.filter(({ kind }) => kind === 'fees').map(({ words }) => words)).toContain('1: paid. Receipt 7')
  })
})
