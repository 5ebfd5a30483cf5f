// Holds: what they freeze, what they cover later, and that a release destroys nothing and needs a paper and a person.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import holdList from '../../../electron/core/retention/queries/hold.list.ts'
import explain from '../../../electron/core/retention/queries/retention.explain.ts'
import personEnd from '../../../electron/core/vault/commands/person.end.ts'
import { holdPlace as placing } from '../../../shared/contract/hold.ts'
import type { HoldScope } from '../../../shared/domain/disposition/hold.ts'
import { attorney, openRetentionVault, type RetentionVault, scheduleFile, seriesOf } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
  vault.receive([
    { id: 'road', at: '2019-01-05T20:00:00Z', text: 'Road closure on Harbor Street' },
    { id: 'ferry', at: '2020-01-01T07:30:00Z', text: 'The ferry is back' },
    { id: 'parks', at: '2020-06-01T20:00:00Z', text: 'Ferry picnic', account: vault.accounts[1] },
    { id: 'undated', at: null, text: 'No time at all' },
  ])
  vault.command(scheduleImport, scheduleFile())
})
afterEach(() => vault.close())

const paper = (text: string) => ({ name: 'order.pdf', bytes: Buffer.from(`%PDF-1.7 ${text}`).toString('base64') })
const place = (scope: Partial<HoldScope>, label = 'Doe v. City', more: object = {}) => {
  const whole = { search: null, accounts: [], from: null, to: null, recordIds: [], ...scope }
  const order = {
    label,
    basis: 'litigation',
    orderedBy: 'City Attorney',
    scope: whole,
    document: paper(label),
    ...more,
  }
  return placing.output.parse(vault.command(holdPlace, order))
}
const heldBy = async (id: string) => {
  const { holds } = explain.operation.output.parse(
    await vault.ask(explain, { id: vault.idOf(id), asOf: '2026-11-20' }),
  ) as { holds: string[] }
  return holds
}
const frozen = () =>
  vault.db
    .all<{ native_id: string }>(
      'SELECT native_id FROM hold_record JOIN record ON record.id = record_id ORDER BY record.id',
    )
    .map((row) => row.native_id)

describe('a hold', () => {
  it.each([
    ['everything', {}, ['undated', 'road', 'ferry', 'parks']],
    ['a search', { search: 'ferry' }, ['ferry', 'parks']],
    ['an account', { accounts: [2] }, ['parks']],
    ['a search in an account', { search: 'ferry', accounts: [1] }, ['ferry']],
    ['local days: the post of 2020-01-01 in UTC is of 2019 here', { to: '2019-12-31' }, ['undated', 'road', 'ferry']],
    ['days that no record is of, but the one without a time', { from: '2030-01-01' }, ['undated']],
  ])('freezes %s', (_, scope, expected) => {
    expect(place(scope as Partial<HoldScope>).covered).toBe(expected.length)
    expect(frozen()).toEqual(expected)
  })

  it('covers what comes later, and keeps what its search no longer finds', async () => {
    place({ search: 'ferry untagged' })
    vault.command(classifyRecords, { records: [vault.idOf('ferry')], series: seriesOf.post, reason: 'x' })
    vault.receive([{ id: 'later', at: '2018-05-05T20:00:00Z', text: 'An old ferry post, received late' }])
    expect(await Promise.all(['ferry', 'later', 'road'].map(heldBy))).toEqual([['Doe v. City'], ['Doe v. City'], []])
  })

  it('prints its public label and nowhere its privileged matter', async () => {
    place({ search: 'ferry' }, 'Hold 2026-4', { matter: 'PRIVILEGED Doe settlement', attorney: 'Dana Whitfield' })
    const [to, csv] = [vault.grantWrite('plan.json'), vault.grantWrite('list.csv')]
    await vault.run(purgePlan, {
      asOf: '2026-11-20',
      openRequests: null,
      claims: null,
      to: { plan: to.grant, pdf: null, csv: csv.grant },
    })
    const ledger = JSON.stringify(vault.db.all('SELECT CAST(payload AS TEXT) AS payload FROM ledger_payload'))
    const outputs = [readFileSync(to.path, 'utf8'), readFileSync(csv.path, 'utf8')]
    expect(outputs.map((text) => text.includes('Hold 2026-4'))).toEqual([true, true])
    expect([...outputs, ledger].map((text) => text.includes('PRIVILEGED'))).toEqual([false, false, false])
    expect(await heldBy('ferry')).toEqual(['Hold 2026-4'])
    expect(await vault.ask(holdList, {})).toMatchObject([
      { hold: { matter: 'PRIVILEGED Doe settlement', reviewOn: null } },
    ])
  })

  it('keeps its order in the vault as an object', async () => {
    place({ search: 'ferry' })
    const list = (await vault.ask(holdList, {})) as { hold: { orderDocument: string } }[]
    const digest = list[0]?.hold.orderDocument ?? ''
    expect(readFileSync(join(vault.folder, 'objects', digest.slice(0, 2), digest.slice(2)), 'utf8')).toBe(
      '%PDF-1.7 Doe v. City',
    )
    expect(list).toMatchObject([{ hold: { label: 'Doe v. City', releasedAt: null }, records: 2, request: null }])
  })

  it('is not placed on an account or record that is not there, or by a search that is not understood', () => {
    expect(() => place({ accounts: [99] as never })).toThrow(/no account 99/)
    expect(() => place({ recordIds: [99] as never })).toThrow(/no record 99/)
    expect(() => place({ search: 'kind:nonsense' })).toThrow(/not understood/)
    expect(vault.db.all('SELECT * FROM hold')).toEqual([])
  })

  it('is released by a person that the vault knows, in writing; then it holds nothing', async () => {
    const { id } = place({ search: 'ferry' })
    const release = { id, releasedBy: 'Dana Whitfield', document: paper('release') }
    expect(() => vault.command(holdRelease, { ...release, releasedBy: 'Somebody Else' })).toThrow(/The hold stands/)
    expect(() => vault.command(holdRelease, { ...release, releasedBy: 'Rosa Imai' })).toThrow(
      `Rosa Imai is not registered as City Attorney. Hold ${id} stands until the City Attorney signs its release.`,
    )
    expect(await heldBy('ferry')).toEqual(['Doe v. City'])
    vault.command(holdRelease, release)
    expect(await heldBy('ferry')).toEqual([])
    expect(await vault.ask(holdList, {})).toMatchObject([{ hold: { releasedBy: 'Dana Whitfield' }, records: 2 }])
    expect(() => vault.command(holdRelease, { ...release, releasedBy: attorney })).toThrow(/released before/)
    expect(() => vault.command(holdRelease, { ...release, id: 77 })).toThrow(/no hold 77/)
  })

  it('is released by nobody who has left the office', async () => {
    const { id } = place({ search: 'ferry' })
    vault.command(personEnd, { id: attorney, reason: 'Retired' })
    const release = { id, releasedBy: 'Dana Whitfield', document: paper('release') }
    expect(() => vault.command(holdRelease, release)).toThrow(
      'Dana Whitfield acts in this vault no more. The hold stands.',
    )
    expect(await heldBy('ferry')).toEqual(['Doe v. City'])
  })

  it('is not the only thing that holds: an open request holds its accounts and period until it is closed', async () => {
    const document = { accounts: [1], from: '2019-06-01', to: null, search: 'nothing of this' }
    vault.db.run("INSERT INTO request VALUES ('26-0007', ?, '2026-11-02', 1, NULL, 'open')", JSON.stringify(document))
    expect(await Promise.all(['road', 'ferry', 'parks', 'undated'].map(heldBy))).toEqual([
      [],
      ['Request 26-0007'],
      [],
      ['Request 26-0007'],
    ])
    vault.db.run("UPDATE request SET state = 'closed'")
    expect(await heldBy('ferry')).toEqual([])
  })
})

it('an edit that a later export shows counts for holds and for the age, at the latest day it can be of', async () => {
  vault.receive(
    [{ id: 'road', at: '2019-01-05T20:00:00Z', text: 'Road closure on Harbor Street, corrected' }],
    '2026-10-01T12:00:00Z',
  )
  vault.command(classifyRecords, { records: [vault.idOf('road')], series: seriesOf.post, reason: 'x' })
  place({ from: '2026-09-01' as never, to: '2026-12-31' as never, accounts: [1] as never })
  const told = (await vault.ask(explain, { id: vault.idOf('road'), asOf: '2026-11-20' })) as {
    holds: string[]
    on: string
  }
  expect([told.holds, told.on]).toEqual([['Doe v. City'], '2029-01-01'])
})
