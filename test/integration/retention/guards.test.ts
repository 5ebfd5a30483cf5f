// What keeps a plan from being carried out beside its approvals, and what an approval, a list or a schedule is refused for; each guard by itself.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import intakeMove from '../../../electron/core/correction/jobs/intake.move.ts'
import { knownPlan, readPlan } from '../../../electron/core/retention/approval/read-plan.ts'
import eventRulesSave from '../../../electron/core/retention/commands/event.rules-save.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import officeFileHold from '../../../electron/core/retention/commands/office-file.hold.ts'
import purgeApprove from '../../../electron/core/retention/commands/purge.approve.ts'
import purgeLists from '../../../electron/core/retention/commands/purge.lists.ts'
import purgeStrike from '../../../electron/core/retention/commands/purge.strike.ts'
import purgeWithdraw from '../../../electron/core/retention/commands/purge.withdraw.ts'
import retentionUnit from '../../../electron/core/retention/commands/retention.unit.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import personAdd from '../../../electron/core/vault/commands/person.add.ts'
import personEnd from '../../../electron/core/vault/commands/person.end.ts'
import { digestOf } from '../../../electron/core/vault/hex.ts'
import { objectPath } from '../../../electron/core/vault/objects/lease.ts'
import { putBytes } from '../../../electron/core/vault/objects/put-bytes.ts'
import { correctionsOf } from '../../../electron/core/vault/repository/intake/correction.ts'
import { insertObject } from '../../../electron/core/vault/repository/object.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { flaggedLayout, layoutCsv } from '../../fixtures/schedule/layouts.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { adopted, attorney, clerk, openRetentionVault, type RetentionVault, seriesOf } from './support.ts'

let vault: RetentionVault
const page = { name: 'signed.pdf', bytes: Buffer.from('%PDF-1.7 a signed page').toString('base64') }
const old = (id: string) => ({ id, at: '2015-03-10T20:00:00Z' })
const left = () => vault.db.all<{ id: string }>('SELECT native_id AS id FROM record ORDER BY 1').map(({ id }) => id)
/** The schedule with another period for posts, under the same name and resolution. */
const withPosts = (code: string) =>
  layoutCsv(flaggedLayout().map((row) => row.map((cell) => (cell === 'CU+2' ? code : cell))))

async function ready(one: RetentionVault = openRetentionVault()): Promise<PlanSummary> {
  vault.close()
  vault = one
  vault.receive([old('a1'), old('b2')])
  await prepareSchedule(vault)
  const plan = await planned(vault)
  approved(vault, plan)
  return plan
}
const refused = async (plan: PlanSummary, why: string) => {
  await expect(executed(vault, plan)).rejects.toThrow(why)
  expect(left()).toEqual(['a1', 'b2'])
}

beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

describe('nothing is destroyed', () => {
  it('in a practice vault', async () => {
    await refused(await ready(openRetentionVault(undefined, undefined, true)), 'This is a practice vault')
  })

  it('where what is kept together was decided otherwise since', async () => {
    const plan = await ready()
    const decided = { attorney, decidedOn: '2026-11-20', document: null, reason: 'as practised', second: attorney }
    vault.command(retentionUnit, { unit: 'item', ...decided })
    await refused(plan, 'decided otherwise since')
  })

  it('where the schedule was brought in again since, of the same name and resolution with other periods', async () => {
    const plan = await ready()
    vault.setClock('2026-11-20T18:05:00Z')
    vault.command(scheduleImport, adopted(vault.db, { csv: withPosts('CU+1') }))
    await refused(plan, 'The schedule in force is not the one')
  })
})

describe('a plan', () => {
  it('in which nothing is left is not carried out', async () => {
    const plan = await ready()
    const records = ['a1', 'b2'].map((id) => vault.idOf(id))
    vault.command(purgeStrike, { plan: plan.id, records, reason: 'historic' })
    await refused(plan, 'Every record was taken out of the plan')
  })

  it('lists no file of what goes on, and a hold that was released names no file', async () => {
    vault.close()
    vault = openRetentionVault('2016-01-04T18:00:00Z')
    const scope = { search: 'nothing that is there', accounts: [], from: null, to: null, recordIds: [] }
    const hold = { label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null, scope }
    vault.command(holdPlace, hold)
    await prepareSchedule(vault)
    const choice = {
      kind: 'hold-file',
      id: null,
      series: seriesOf.post,
      startsOn: null,
      reason: 'The clerk’s schedule',
    }
    vault.command(officeFileChoose, choice)
    vault.setClock('2026-11-20T18:00:00Z')
    const { files, filesKept } = readPlan(vault.folder, knownPlan(vault.db, (await planned(vault)).id))
    expect([files, filesKept?.map(({ kind, detail }) => ({ kind, detail }))]).toEqual([
      [],
      [{ kind: 'hold-file', detail: 'Ruiz v. City is in force.' }],
    ])
    const document = { name: 'release.pdf', bytes: Buffer.from('%PDF-1.7').toString('base64') }
    vault.command(holdRelease, { id: 1, releasedBy: attorney, document })
    const name = () => vault.command(officeFileHold, { hold: 1, kind: 'hold-file', id: '1' })
    expect(name).toThrow('Hold 1 was released. Nothing was changed.')
  })
})

describe('an approval', () => {
  const approve = (plan: PlanSummary, role: string, name: string, more: object = {}) =>
    vault.command(purgeApprove, {
      ...{ plan: plan.id, role, name, title: '', signedOn: '2026-11-20', heldPackages: false },
      ...{ by: { way: 'attached', document: page } },
      ...more,
    })
  const signature = { way: 'signed', signature: Buffer.alloc(64, 1).toString('base64') }

  it('is taken of no office outside the chain, of no day to come, and consents to held packages by the attorney alone', async () => {
    const plan = await ready()
    expect(() => approve(plan, 'city-auditor', 'Kim Ode')).toThrow('is not in the chain of this office')
    expect(() => approve(plan, 'city-clerk', 'Asha Rao', { signedOn: '2026-11-21' })).toThrow('has not come yet')
    expect(() => approve(plan, 'city-clerk', 'Asha Rao', { heldPackages: true })).toThrow('Only the City Attorney')
  })

  it('is signed by one person of the register who acts still', async () => {
    const plan = await ready()
    const lee = { id: 'lee', name: 'Lee Park', title: 'Director', role: 'department-head' }
    const sign = () => approve(plan, 'department-head', 'Lee Park', { by: signature })
    expect(sign).toThrow('Nobody of this vault is called Lee Park')
    vault.command(personAdd, lee)
    expect(sign).toThrow('none of the keys')
    vault.command(personEnd, { id: 'lee', reason: 'retired' })
    expect(sign).toThrow('acts in this vault no more')
    vault.command(personAdd, { ...lee, id: 'lee2' })
    expect(sign).toThrow('More than one person')
  })

  it('is taken back once', async () => {
    await ready()
    vault.command(purgeWithdraw, { approval: 1, reason: 'after a second look' })
    expect(() => vault.command(purgeWithdraw, { approval: 1, reason: 'again' })).toThrow('was taken back already')
  })
})

describe('lists and schedules', () => {
  it('a list is one, and is of no day to come', async () => {
    const plan = await ready()
    const list = { name: 'list.csv', csv: 'Number\n', datedOn: '2026-11-20' }
    const give = (more: object) =>
      vault.command(purgeLists, { plan: plan.id, openRequests: { ...list, ...more }, claims: list })
    expect(() => give({ csv: '' })).toThrow('it is empty')
    expect(() => give({ datedOn: '2026-11-21' })).toThrow('has not come yet')
    give({})
  })

  it('one that lets records go earlier takes two persons once a plan has touched them, and a look at what it moves', async () => {
    await ready()
    const shorter = { ...adopted(vault.db, { csv: withPosts('CU+1') }), second: null }
    expect(() => vault.command(scheduleImport, shorter)).toThrow('would go earlier by this schedule')
    expect(() => vault.command(scheduleImport, { ...shorter, second: clerk })).toThrow('must be another')
    vault.command(scheduleImport, { ...shorter, second: attorney })
  })
})

describe('an import', () => {
  it('moves to an account to which a standing rule gives the day of an event by two persons, once anything was touched', async () => {
    await ready()
    const source = { kind: 'day', on: '2016-01-10' }
    const rule = { name: 'Station closed', code: 'SU', source, accounts: [vault.accounts[1]], reason: 'closed' }
    vault.command(eventRulesSave, { rules: [rule], second: attorney })
    const move = { accessions: [1], to: vault.accounts[1], reason: 'The wrong archive' }
    const there = () => vault.db.get<{ n: number }>('SELECT count(*) AS n FROM record WHERE account_id = 2')?.n
    await expect(vault.run(intakeMove, move)).rejects.toThrow('moving it there may let records go sooner')
    expect(there()).toBe(0)
    await vault.run(intakeMove, { ...move, second: attorney })
    expect(there()).toBe(2)
    const told = { act: 'moved', by: 'clerk', second: 'attorney', reason: 'The wrong archive' }
    expect(correctionsOf(vault.db, 1)).toMatchObject([told])
    const scope = { search: null, accounts: [vault.accounts[1]], from: null, to: null, recordIds: [] }
    const hold = { label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null, scope }
    vault.command(holdPlace, hold)
    const back = vault.run(intakeMove, { ...move, to: vault.accounts[0], second: attorney })
    await expect(back).rejects.toThrow('It is held by Ruiz v. City')
    expect(there()).toBe(2)
  })
})

describe('a file of a record', () => {
  it('is given out no more from the moment in which its record is destroyed, and one that another record names stays', async () => {
    vault.receive([old('a1')])
    vault.receive([{ id: 'young', at: '2026-03-10T20:00:00Z' }])
    const [own, shared] = ['own', 'shared'].map((one) => putBytes(vault.folder, Buffer.from(`a picture, ${one}`)))
    if (own === undefined || shared === undefined) throw new Error('no pictures')
    for (const { digest, size } of [own, shared])
      insertObject(vault.db, { digest, size, mime: 'image/png', member: null }, 1)
    const name =
      "INSERT INTO media (record_id, number, position, role, name, object_digest) VALUES (?, 1, ?, 'photo', ?, ?)"
    vault.db.run(name, vault.idOf('a1'), 0, 'own.png', own.digest)
    vault.db.run(name, vault.idOf('a1'), 1, 'shared.png', shared.digest)
    vault.db.run(name, vault.idOf('young'), 0, 'shared.png', shared.digest)
    await prepareSchedule(vault)
    const plan = await planned(vault)
    approved(vault, plan)
    expect(await executed(vault, plan)).toMatchObject({ destroyed: 1, skipped: 0 })
    expect(vault.revoked).toEqual([digestOf(own.digest)])
    const lies = ({ digest }: typeof own) => existsSync(join(vault.folder, objectPath(digestOf(digest))))
    expect([lies(own), lies(shared)]).toEqual([false, true])
  })
})
