// Fees that come by signed files: shown with the lines they change, charged by once the attorney confirmed them, and never for search, review or redaction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import feeDraft from '../../../electron/core/disclosure/commands/fee.draft.ts'
import feeInvoice from '../../../electron/core/disclosure/commands/fee.invoice.ts'
import lawApply from '../../../electron/core/disclosure/commands/law.apply.ts'
import lawConfirm from '../../../electron/core/disclosure/commands/law.confirm.ts'
import lawFees from '../../../electron/core/disclosure/commands/law.fees.ts'
import lawTrust from '../../../electron/core/disclosure/commands/law.trust.ts'
import lawWithdraw from '../../../electron/core/disclosure/commands/law.withdraw.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import feeListAnswer from '../../../electron/core/disclosure/queries/fee.list.ts'
import lawReadFileAnswer from '../../../electron/core/disclosure/queries/law.read-file.ts'
import lawShowAnswer from '../../../electron/core/disclosure/queries/law.show.ts'
import { feeList } from '../../../shared/contract/fee.ts'
import { lawShow } from '../../../shared/contract/law.ts'
import { lawReadFile } from '../../../shared/contract/law-file.ts'
import { feeChanges } from '../../../shared/domain/request/fee.ts'
import { hexOf, league, rules, signed } from '../../support/rule-file.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from '../retention/support.ts'

const request = '26-1'
const statement = 'Compared with Resolution 90001'
const paper = { kind: 'copy', words: 'Paper copy', per: 'page', cents: 10 }
const drive = { kind: 'media', words: 'USB drive', per: 'drive', cents: 850 }
const disc = { kind: 'media', words: 'DVD', per: 'disc', cents: 500 }
const programming = { kind: 'programming', words: 'Programming', per: 'hour', cents: 9000 }
const dearer = { ...paper, cents: 25 }
/** Counts already on the day of these tests, November 20, 2026. */
const came = {
  ...{ id: 'alder-bay-fees-2026-11', name: 'Fees of November', validFrom: '2026-11-01', source: 'Resolution 90001' },
  lines: [dearer, drive, programming],
}
const law = { ...rules, clocks: [], holidays: [], issuedOn: '2026-10-01', fees: [came] }
const bytesOf = (words: object) => Buffer.from(JSON.stringify(signed(words))).toString('base64')

let vault: RetentionVault
beforeAll(() => {
  vault = openRetentionVault()
  vault.command(requestOpen, {
    ...{ id: request, receivedOn: '2026-11-16', channel: 'email', requester: 'R. Ito', text: 'tunnel' },
    ...{ accounts: [1], from: null, to: null, search: '', immediateDisclosure: false },
  })
  enter({ name: 'Fees of 2020', validFrom: '2020-01-01', lines: [paper] })
  enter({ name: 'Fees of 2026', validFrom: '2026-01-01', lines: [paper, drive, disc] })
  vault.actAs(attorney)
  vault.command(lawTrust, { name: 'League of Cities', publicKey: hexOf(league.publicKey) })
  vault.actAs(clerk)
})
afterAll(() => vault.close())

const enter = (draft: object) => vault.command(lawFees, { source: 'Resolution 1', ...draft })
const read = async (words: object) =>
  lawReadFile.output.parse(await vault.ask(lawReadFileAnswer, { file: bytesOf(words) }))
const refused = (part: object) =>
  expect(vault.ask(lawReadFileAnswer, { file: bytesOf({ ...law, fees: [{ ...came, ...part }] }) })).rejects
const book = async () => lawShow.output.parse(await vault.ask(lawShowAnswer, {}))
const entryOf = async (id: string) => (await book()).entries.find((entry) => entry.id === id)
const list = async (on = '2026-11-20') => feeList.output.parse(await vault.ask(feeListAnswer, { request, on }))
const draft = (more: object = { line: 0, quantity: 10 }, number: number | null = null) =>
  vault.command(feeDraft, { request, number, lines: [more] })
const byAttorney = (command: Parameters<RetentionVault['command']>[0], input: object) => {
  vault.actAs(attorney)
  try {
    return vault.command(command, input)
  } finally {
    vault.actAs(clerk)
  }
}

describe('fees by a rule file', () => {
  it('are refused where a line is for what costs nothing, hides programming, or does not fit the vault', async () => {
    for (const kind of ['search', 'review', 'redaction', 'inspection'])
      await refused({ lines: [{ ...paper, kind }] }).toThrow(
        /fees 0 lines 0 kind: only copy, media.*search, review and redaction cost nothing/,
      )
    for (const words of ['Searching, staff', 'Review by counsel', 'Redaction of video', 'Redacted video', 'Inspection'])
      await refused({ lines: [paper, { ...drive, words }] }).toThrow(
        /“alder-bay-fees-2026-11” cannot be used: .* cannot be charged: only copies and media are.*Nothing was changed/,
      )
    await refused({ lines: [{ ...programming, kind: 'copy' }] }).toThrow(/must be of the kind “programming”.*attorney/)
    await refused({ lines: [paper, dearer] }).toThrow(/fees 0 lines: a line stands twice/)
    await refused({ lines: [] }).toThrow(/cannot be read/)
    await refused({ lines: [{ ...paper, cents: 0.5 }] }).toThrow(/fees 0 lines 0 cents/)
    await refused({ id: 'fees-2' }).toThrow(/such an id is that of a schedule that a city entered by hand/)
    await refused({ id: 'cpra-10-days' }).toThrow(/is there already/)
    await refused({ validFrom: '2025-12-31' }).toThrow(
      /from 2025-12-31, before “Fees of 2026” \(2026-01-01\): an older schedule is not taken after a newer/,
    )
    const twice = { ...law, fees: [came, { ...came, id: 'again' }] }
    await expect(vault.ask(lawReadFileAnswer, { file: bytesOf(twice) })).rejects.toThrow(
      /Two of its schedules of fees count from 2026-11-01/,
    )
    expect(() => enter({ name: 'x', validFrom: '2026-12-01', lines: [{ ...paper, words: 'Search time' }] })).toThrow(
      /“Search time” cannot be charged.*Nothing was changed/,
    )
    // A warrant that is copied is a copy.
    expect(
      (await read({ ...law, fees: [{ ...came, lines: [{ ...paper, words: 'Search warrant' }] }] })).rules,
    ).toHaveLength(1)
  })

  it('are shown beside the schedule in whose place they come, with the lines that change and the day', async () => {
    const next = { ...came, id: 'alder-bay-fees-2027', name: 'Fees of 2027', validFrom: '2027-01-01', lines: [dearer] }
    const { rules: shown, moved } = await read({ ...law, fees: [next, came] })
    expect(moved).toEqual([])
    expect(shown.map(({ entry, replaced, confirmedWith }) => [entry.id, replaced?.title, confirmedWith])).toEqual([
      ['alder-bay-fees-2027', 'Fees of November', false],
      ['alder-bay-fees-2026-11', 'Fees of 2026', false],
    ])
    const [, first] = shown
    expect(first?.entry).toMatchObject({ validFrom: '2026-11-01', confirmed: false, enabled: false, confirmedBy: null })
    expect(first?.entry.source).toBe('Resolution 90001 (rule file 3 of League of Cities, 2026-10-01)')
    const changes = feeChanges(first?.replaced?.fees ?? [], first?.entry.fees ?? [])
    expect(changes).toEqual([
      { words: 'Paper copy', per: 'page', before: paper, after: dearer },
      { words: 'Programming', per: 'hour', before: null, after: programming },
      { words: 'DVD', per: 'disc', before: disc, after: null },
    ])
    expect((await book()).fees).toHaveLength(2)
    expect((await list()).schedule?.name).toBe('Fees of 2026')
  })

  it('arrive unconfirmed: fees are drawn up by the schedule that counts until the attorney confirms', async () => {
    expect(() => vault.command(lawApply, { file: bytesOf(law), statement })).toThrow(/Only the City Attorney/)
    expect(byAttorney(lawApply, { file: bytesOf(law), statement })).toMatchObject({
      rules: 1,
      unconfirmed: 1,
      moved: [],
    })
    await refused({ id: 'later' }).toThrow(/applied already, and this is file 3: an older one is not applied after it/)
    expect(await entryOf(came.id)).toMatchObject({ enabled: false, confirmed: false, confirmedBy: null })
    expect((await book()).fees).toMatchObject([
      { id: came.id, waits: true, enteredBy: 'Dana Whitfield' },
      { id: 2, waits: false },
      { id: 1, waits: false },
    ])
    const before = await list()
    expect(before.schedule).toMatchObject({ id: 2, name: 'Fees of 2026' })
    expect(before.waiting).toMatchObject([{ id: came.id, name: 'Fees of November', validFrom: '2026-11-01' }])
    expect((await list('2026-10-01')).waiting).toHaveLength(1)
    expect(draft()).toEqual({ number: 1, cents: 100 })
    expect(draft()).toEqual({ number: 2, cents: 100 })
    vault.command(feeInvoice, { request, number: 1, on: '2026-11-20' })
    expect(() => vault.command(lawConfirm, { rule: came.id, statement })).toThrow(/Only the City Attorney confirms/)
  })

  it('count from the confirmation on; what was invoiced keeps its rates, and programming wants an attorney', async () => {
    byAttorney(lawConfirm, { rule: came.id, statement })
    expect(await entryOf(came.id)).toMatchObject({ enabled: true, confirmedBy: { name: 'Dana Whitfield', statement } })
    expect(await entryOf('fees-2')).toMatchObject({ validFrom: '2026-01-01', validTo: '2026-10-31' })
    expect(await entryOf('fees-1')).toMatchObject({ validFrom: '2020-01-01', validTo: '2025-12-31' })
    expect(await list()).toMatchObject({ schedule: { id: came.id, waits: false }, waiting: [] })
    expect((await list('2026-10-31')).schedule).toMatchObject({ id: 2 })
    expect(draft()).toEqual({ number: 3, cents: 250 })
    expect(() => draft({ line: 2, quantity: 1 })).toThrow(/only with the name of a City attorney/)
    expect(draft({ line: 2, quantity: 1, attorney, because: 'data is extracted' })).toEqual({ number: 4, cents: 9000 })
    const { fees } = await list()
    expect(fees.map(({ number, state, schedule, lines: [line] }) => [number, state, schedule.id, line?.cents])).toEqual(
      [
        [1, 'invoiced', 2, 10],
        [2, 'draft', 2, 10],
        [3, 'draft', came.id, 25],
        [4, 'draft', came.id, 9000],
      ],
    )
    // A draft that is drawn up anew goes by the schedule that counts now.
    expect(draft(undefined, 2)).toEqual({ number: 2, cents: 250 })
  })

  it('give way to the schedule before them where the confirmation is taken back, and to one entered after them', async () => {
    byAttorney(lawWithdraw, { rule: came.id, statement: 'Not adopted' })
    expect(await entryOf(came.id)).toMatchObject({ enabled: false, confirmedBy: null })
    expect(await entryOf('fees-2')).toMatchObject({ validTo: null })
    expect((await list()).schedule).toMatchObject({ id: 2 })
    byAttorney(lawConfirm, { rule: came.id, statement })
    enter({ name: 'Fees corrected', validFrom: '2026-11-10', lines: [paper] })
    expect((await list()).schedule).toMatchObject({ id: 3, name: 'Fees corrected' })
    // One that a later schedule has overtaken waits for nothing.
    byAttorney(lawWithdraw, { rule: came.id, statement: 'Not adopted' })
    expect(await list()).toMatchObject({ schedule: { id: 3 }, waiting: [] })
    byAttorney(lawConfirm, { rule: came.id, statement })
    expect((await list('2026-11-09')).schedule).toMatchObject({ id: came.id })
    const older = { ...law, number: 4, fees: [{ ...came, id: 'late' }] }
    await expect(vault.ask(lawReadFileAnswer, { file: bytesOf(older) })).rejects.toThrow(/before “Fees corrected”/)
  })
})
