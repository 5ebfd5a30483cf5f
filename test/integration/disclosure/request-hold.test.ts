// A request holds its accounts and period from its receipt, past closing what was found for it, until its file's retention ends or the attorney lets go.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import requestClose from '../../../electron/core/disclosure/commands/request.close.ts'
import requestKeepUntil from '../../../electron/core/disclosure/commands/request.keep-until.ts'
import requestLetGo from '../../../electron/core/disclosure/commands/request.let-go.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import requestReopen from '../../../electron/core/disclosure/commands/request.reopen.ts'
import reviewDecide from '../../../electron/core/disclosure/commands/review.decide.ts'
import searchPick from '../../../electron/core/disclosure/commands/search.pick.ts'
import searchSave from '../../../electron/core/disclosure/commands/search.save.ts'
import searchState from '../../../electron/core/disclosure/jobs/search.state.ts'
import requestHoldAnswer from '../../../electron/core/disclosure/queries/request.hold.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import holdList from '../../../electron/core/retention/queries/hold.list.ts'
import explain from '../../../electron/core/retention/queries/retention.explain.ts'
import { requestHold } from '../../../shared/contract/request-hold.ts'
import { attorney, openRetentionVault, type RetentionVault, scheduleFile } from '../retention/support.ts'

let vault: RetentionVault
const id = '26-1'
const records = [
  { id: 'storm', at: '2020-03-01T20:00:00Z', text: 'Storm drains' },
  { id: 'ferry', at: '2020-03-02T20:00:00Z', text: 'The ferry' },
  { id: 'old', at: '2015-03-02T20:00:00Z', text: 'An old storm' },
  { id: 'parks', at: '2020-03-02T20:00:00Z', text: 'Storm in the parks' },
]

beforeEach(() => {
  vault = openRetentionVault()
  vault.receive(records.map((one) => (one.id === 'parks' ? { ...one, account: vault.accounts[1] } : one)))
  vault.db.run("UPDATE accession SET state = 'complete'")
  vault.command(scheduleImport, scheduleFile())
  vault.command(requestOpen, {
    ...{ id, receivedOn: '2026-11-16', channel: 'email', requester: '', text: 'storm', immediateDisclosure: false },
    ...{ accounts: [1], from: '2019-01-01', to: null, search: 'storm' },
  })
})
afterEach(() => vault.close())

const held = async () => {
  const found: string[] = []
  for (const { id: name } of records) {
    const said = await vault.ask(explain, { id: vault.idOf(name), asOf: '2026-11-20' })
    if (
      explain.operation.output.safeParse(said).success &&
      JSON.stringify(said).toLowerCase().includes(`request ${id}`)
    )
      found.push(name)
  }
  return found
}
const close = () =>
  vault.command(requestClose, { id, how: 'elsewhere', on: '2026-11-20', reason: 'Answered by letter' })
const show = async () => requestHold.output.parse(await vault.ask(requestHoldAnswer, { id }))
const decide = (name: string, outcome: string) =>
  vault.command(reviewDecide, {
    ...{ request: id, records: [vault.idOf(name)] },
    decision: { outcome, grounds: [], redactions: [], reason: outcome === 'release' ? '' : 'Another storm' },
  })
const keep = (until: string) => vault.command(requestKeepUntil, { id, until, authority: 'CC-12, request files' })
const letGo = () => vault.command(requestLetGo, { id, reason: 'No longer needed' })

describe('a request', () => {
  it('holds its accounts and period while it is open, and those of the searches settled for it', async () => {
    expect(await held()).toEqual(['storm', 'ferry'])
    const search = { search: 'storm', accounts: [2], from: null, to: null, kinds: [], families: [] }
    vault.command(searchSave, { request: id, searches: [search], seen: null })
    expect(await held()).toEqual(['storm', 'ferry', 'parks'])
  })

  it('holds past closing what was released, found not responsive, taken in or stated, and nothing else', async () => {
    decide('storm', 'release')
    decide('ferry', 'not-responsive')
    vault.command(searchPick, { request: id, records: [vault.idOf('old')], act: 'added', reason: 'Mentioned' })
    expect(await held()).toEqual(['storm', 'ferry', 'old'])
    close()
    expect(await held()).toEqual(['storm', 'ferry', 'old'])
    expect(await show()).toMatchObject({ scope: 'found', records: 3, until: null })
  })

  it('lets what it did not find go when it is closed, and holds all of it again when it is reopened', async () => {
    await vault.run(searchState, { request: id })
    close()
    expect(await held()).toEqual(['storm'])
    vault.command(requestReopen, { id, reason: 'More was asked' })
    expect(await held()).toEqual(['storm', 'ferry'])
  })

  it('that is closed without anybody having said what answers it goes on holding its accounts and period', async () => {
    close()
    expect(await held()).toEqual(['storm', 'ferry'])
    expect(await show()).toMatchObject({ scope: 'accounts-and-period', records: 2 })
  })

  it('holds until the retention of its file has ended, which is two years at least', async () => {
    expect(() => keep('2030-01-01')).toThrow(/is not closed/)
    await vault.run(searchState, { request: id })
    close()
    expect(() => keep('2028-11-19')).toThrow(/until November 20, 2028/)
    keep('2028-11-20')
    expect(await show()).toMatchObject({ until: '2028-11-20', authority: 'CC-12, request files' })
    vault.setClock('2028-11-20T20:00:00Z')
    expect(() => letGo()).toThrow(/Only the City Attorney/)
    vault.setClock('2028-11-21T20:00:00Z')
    letGo()
    expect(await held()).toEqual([])
    expect(await show()).toBeNull()
    expect(() => letGo()).toThrow(/released before/)
  })

  it('is told as ended among the holds once the retention of its file is over, though nobody released it', async () => {
    await vault.run(searchState, { request: id })
    close()
    keep('2028-11-20')
    const told = async () => holdList.operation.output.parse(await vault.ask(holdList, {}))
    expect(await told()).toMatchObject([{ request: id, ended: false }])
    vault.setClock('2028-11-21T20:00:00Z')
    // The vault learns of a day by what is done on it.
    vault.command(requestOpen, {
      ...{
        id: '28-1',
        receivedOn: '2028-11-20',
        channel: 'email',
        requester: '',
        text: 'x',
        immediateDisclosure: false,
      },
      ...{ accounts: [2], from: null, to: null, search: 'x' },
    })
    expect(await told()).toMatchObject([
      { request: '28-1', ended: false, hold: { releasedAt: null } },
      { request: id, ended: true, hold: { releasedAt: null } },
    ])
  })

  it('holds until the attorney releases it, who may at any time once it is closed', async () => {
    vault.actAs(attorney)
    expect(() => letGo()).toThrow(/is not closed/)
    close()
    letGo()
    expect(await held()).toEqual([])
    vault.command(requestReopen, { id, reason: 'More was asked' })
    expect(await held()).toEqual(['storm', 'ferry'])
    close()
    expect(await held()).toEqual(['storm', 'ferry'])
  })

  it('is released by a paper only where the attorney signed it', async () => {
    close()
    const document = { name: 'r.pdf', bytes: 'UmVsZWFzZWQ=' }
    expect(() => vault.command(holdRelease, { id: 1, releasedBy: 'clerk', document })).toThrow(
      /until the City Attorney signs its release, or it ends after/,
    )
    vault.command(holdRelease, { id: 1, releasedBy: 'attorney', document })
    expect(await held()).toEqual([])
  })
})
