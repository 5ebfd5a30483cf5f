// Approving a purge plan: keys, signatures over the plan's digest, pages, mere names, and what the chain comes to.
import { generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import dispositionSettle from '../../../electron/core/retention/commands/disposition.settle.ts'
import purgeApprove from '../../../electron/core/retention/commands/purge.approve.ts'
import purgeLists from '../../../electron/core/retention/commands/purge.lists.ts'
import purgeStrike from '../../../electron/core/retention/commands/purge.strike.ts'
import purgeWithdraw from '../../../electron/core/retention/commands/purge.withdraw.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import purgePage from '../../../electron/core/retention/jobs/purge.page.ts'
import purgePlan from '../../../electron/core/retention/jobs/purge.plan.ts'
import purgeSign from '../../../electron/core/retention/queries/purge.sign.ts'
import purgeState from '../../../electron/core/retention/queries/purge.state.ts'
import purgeStatement from '../../../electron/core/retention/queries/purge.statement.ts'
import keyConfirm from '../../../electron/core/vault/commands/key.confirm.ts'
import keyEnd from '../../../electron/core/vault/commands/key.end.ts'
import keyMake from '../../../electron/core/vault/commands/key.make.ts'
import keyRegister from '../../../electron/core/vault/commands/key.register.ts'
import personAdd from '../../../electron/core/vault/commands/person.add.ts'
import personChange from '../../../electron/core/vault/commands/person.change.ts'
import { objectPath } from '../../../electron/core/vault/objects/lease.ts'
import keyStatement from '../../../electron/core/vault/queries/key.statement.ts'
import {
  purgeApprove as approval,
  PlanState,
  purgeSign as signing,
  purgeStatement as wording,
} from '../../../shared/contract/approval.ts'
import { keyConfirm as confirming, keyMake as made, keyStatement as ownWords } from '../../../shared/contract/key.ts'
import { PlanSummary } from '../../../shared/contract/purge.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { Digest, PersonId } from '../../../shared/domain/id.ts'
import { adopted, attorney, openRetentionVault, type RetentionVault, scheduleFile, seriesOf } from './support.ts'

const passphrase = 'correct horse battery'
const clerk = PersonId.parse('clerk')
const head = PersonId.parse('head')
const list = { name: 'list.csv', csv: 'Number\n' }
const page = { name: 'signed.pdf', bytes: Buffer.from('%PDF-1.7 a signed page').toString('base64') }

let vault: RetentionVault
let plan: PlanSummary
let key: number

const asked = (role: string, name: string, more: object = {}) => ({
  ...{ plan: plan.id, role, name, title: 'Title', signedOn: '2026-11-20' },
  ...more,
})
const approve = (role: string, name: string, by: object, more: object = {}) =>
  approval.output.parse(vault.command(purgeApprove, { ...asked(role, name, more), by }))
const signed = async (more: object = {}) => {
  const answer = await vault.ask(purgeSign, { ...asked('city-attorney', 'Dana Whitfield', more), key, passphrase })
  const { signature } = signing.output.parse(answer)
  return { way: 'signed', signature }
}
const state = async (at = '2026-11-20T19:00:00Z') =>
  PlanState.parse(await vault.ask(purgeState, { plan: plan.id, at: Date.parse(at) }))

beforeAll(async () => {
  vault = openRetentionVault()
  vault.receive([
    { id: 'a', at: '2015-03-10T20:00:00Z' },
    { id: 'b', at: '2015-03-11T20:00:00Z' },
  ])
  vault.command(scheduleImport, scheduleFile())
  vault.command(personAdd, { id: 'head', name: 'Lee Park', title: 'Director', role: 'department-head' })
  await vault.run(classifySearch, { search: '', series: seriesOf.post, reason: 'all posts' })
  const lists = { openRequests: list, claims: list }
  const input = { asOf: '2026-11-20', ...lists, to: { plan: null, pdf: null, csv: null } }
  plan = PlanSummary.parse(await vault.run(purgePlan, input))
  vault.actAs(attorney)
  key = made.output.parse(vault.command(keyMake, { passphrase })).id
  vault.actAs(clerk)
  vault.command(keyConfirm, { key })
})
afterAll(() => vault.close())

describe('a plan that nobody has approved', () => {
  it('says of each office that it is missing', async () => {
    const { roles, missing } = await state()
    expect(roles.map((one) => one.state)).toEqual(['missing', 'missing', 'missing'])
    expect(missing).toHaveLength(3)
    expect(missing[1]).toBe('City Attorney has not approved yet.')
  })

  it('has a page to sign for each office, with its whole digest', async () => {
    const { grant, path } = vault.grantWrite('pages.pdf')
    expect(await vault.run(purgePage, { plan: plan.id, roles: [], to: grant })).toEqual({ pages: 3 })
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('a signature', () => {
  it('counts where a registered key made it over exactly these words, and for nothing else', async () => {
    const by = await signed()
    expect(() => approve('city-attorney', 'Dana Whitfield', by, { title: 'Another' })).toThrow('none of the keys')
    const early = { signedOn: '2026-11-19' }
    expect(() => approve('city-attorney', 'Dana Whitfield', by, early)).toThrow(
      'nobody can have approved it on November 19',
    )
    expect(() => approve('city-attorney', 'Dana Whitfield', by, { heldPackages: true })).toThrow('none of the keys')
    const forged = { way: 'signed', signature: Buffer.alloc(64, 1).toString('base64') }
    expect(() => approve('city-attorney', 'Dana Whitfield', forged)).toThrow('none of the keys')
    expect(approve('city-attorney', 'Dana Whitfield', by)).toMatchObject({ way: 'signed', person: 'attorney' })
    expect((await state()).roles[1]).toMatchObject({ state: 'approved', lapsesOn: '2027-01-19' })
  })

  it('is made by nobody without the passphrase, and for no office that its owner does not hold', async () => {
    const other = { ...asked('city-attorney', 'Dana Whitfield'), key, passphrase: 'wrong horse battery' }
    await expect(vault.ask(purgeSign, other)).rejects.toThrow('passphrase does not open')
    const clerkly = { ...asked('city-clerk', 'Dana Whitfield'), key, passphrase }
    await expect(vault.ask(purgeSign, clerkly)).rejects.toThrow('not registered as City Clerk')
  })

  it('counts by a key that is kept elsewhere, once its public half is registered, and until it is ended', async () => {
    const pair = generateKeyPairSync('ed25519')
    const pem = pair.publicKey.export({ type: 'spki', format: 'pem' })
    const registered = made.output.parse(vault.command(keyRegister, { person: head, publicKey: pem }))
    const shown = await vault.ask(keyStatement, { key: registered.id })
    const mine = sign(null, Buffer.from(ownWords.output.parse(shown).statement), pair.privateKey).toString('base64')
    const words = await vault.ask(purgeStatement, asked('department-head', 'Lee Park'))
    const { statement } = wording.output.parse(words)
    expect(statement).toContain(plan.digest)
    const by = { way: 'signed', signature: sign(null, Buffer.from(statement), pair.privateKey).toString('base64') }
    const unconfirmed = () => expect(() => approve('department-head', 'Lee Park', by)).toThrow('is not confirmed')
    unconfirmed()
    const confirm = (person: PersonId, signature: string | null = null) => {
      vault.actAs(person)
      return confirming.output.parse(vault.command(keyConfirm, { key: registered.id, signature }))
    }
    // The clerk who registered it can neither show it for its holder nor compare it.
    expect(() => confirm(clerk, mine)).toThrow('does not confirm it, too')
    for (const signature of [null, by.signature]) expect(() => confirm(head, signature)).toThrow('and this is none')
    expect(confirm(attorney)).toEqual({ counts: false })
    unconfirmed()
    expect(confirm(head, mine)).toEqual({ counts: true })
    vault.actAs(clerk)
    const one = approve('department-head', 'Lee Park', by)
    expect(one).toMatchObject({ keyRegisteredBy: 'clerk', keyComparedBy: 'Dana Whitfield' })
    // In another office the same key counts once it is confirmed for that.
    const lee = { id: 'head', name: 'Lee Park', title: 'Director', reason: 'new office' }
    vault.command(personChange, { ...lee, role: 'custodian' })
    expect((await state()).missing).toContainEqual(expect.stringContaining('The key of Lee Park'))
    vault.command(personChange, { ...lee, role: 'department-head' })
    expect((await state()).missing).not.toContainEqual(expect.stringContaining('The key of Lee Park'))
    vault.command(purgeWithdraw, { approval: one.id, reason: 'to try again' })
    vault.command(keyEnd, { key: registered.id, reason: 'lost' })
    expect(() => approve('department-head', 'Lee Park', by)).toThrow('none of the keys')
    const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
    expect(() => vault.command(keyRegister, { person: head, publicKey: secret })).toThrow('not the public half')
  })
})

describe('a page and a name', () => {
  it('the page counts as attached and seen; the name is recorded and executes nothing', async () => {
    approve('department-head', 'Lee Park', { way: 'reported' })
    const reported = (await state()).missing
    expect(reported[0]).toContain('only reported')
    approve('department-head', 'Lee Park', { way: 'attached', document: page })
    expect((await state()).roles[0]).toMatchObject({
      state: 'approved',
      approval: { way: 'attached', seenByName: 'Rosa Imai' },
    })
    approve('department-head', 'Lee Park', { way: 'reported' })
    expect((await state()).roles[0]?.state).toBe('approved')
  })

  it('one person does not approve for two offices, unless the office’s settings say so', async () => {
    const twice = approve('city-clerk', 'lee  park', { way: 'attached', document: page })
    expect((await state()).missing).toEqual([expect.stringContaining('two persons are needed')])
    vault.command(purgeWithdraw, { approval: twice.id, reason: 'the wrong name' })
    approve('city-clerk', 'Asha Rao', { way: 'attached', document: page })
    expect((await state()).missing).toEqual([])
  })
})

describe('time and change', () => {
  it('lets approvals and lists lapse, and takes newer lists', async () => {
    const later = await state('2026-12-28T19:00:00Z')
    expect(later.missing).toEqual([expect.stringContaining('open records requests'), expect.stringContaining('claims')])
    expect((await state('2027-01-25T19:00:00Z')).roles.map((one) => one.state)).toEqual(['lapsed', 'lapsed', 'lapsed'])
    vault.setClock('2026-12-28T18:00:00Z')
    vault.command(purgeLists, { plan: plan.id, openRequests: list, claims: list })
    expect((await state('2026-12-28T19:00:00Z')).missing).toEqual([])
  })

  it('says that the clock is behind the ledger', async () => {
    // Nor is a list of a day to come one that counts.
    expect((await state('2026-12-27T00:00:00Z')).missing).toEqual([
      expect.stringContaining('clock is behind'),
      expect.stringContaining('open records requests'),
      expect.stringContaining('claims'),
    ])
  })

  it('keeps approvals where records are taken out, and takes out only what is in', async () => {
    const record = vault.idOf('a')
    vault.command(purgeStrike, { plan: plan.id, records: [record], reason: 'historic' })
    const { missing, struck } = await state('2026-12-28T19:00:00Z')
    expect([missing, struck.map((one) => one.record)]).toEqual([[], [record]])
    const stranger = { plan: plan.id, records: [record + 1], reason: 'x' }
    expect(() => vault.command(purgeStrike, stranger)).toThrow('does not list')
  })

  it('finds an approval that was changed in the catalog', async () => {
    vault.db.run("UPDATE approval SET name = 'Somebody Else' WHERE role = 'city-attorney'")
    expect((await state('2026-12-28T19:00:00Z')).missing).toEqual([expect.stringContaining('was changed since')])
    vault.db.run("UPDATE approval SET name = 'Dana Whitfield' WHERE role = 'city-attorney'")
  })

  it('finds a signature that is not over the plan, and a signed page that is not there', async () => {
    const missing = async () => (await state('2026-12-28T19:00:00Z')).missing
    const { signature } =
      vault.db.get<{ signature: Uint8Array }>('SELECT signature FROM approval WHERE way = ?', 'signed') ?? {}
    vault.db.run('UPDATE approval SET signature = ? WHERE way = ?', Buffer.alloc(64, 1), 'signed')
    expect(await missing()).toEqual([expect.stringMatching(/^The approval of Dana Whitfield .* was changed since/)])
    vault.db.run('UPDATE approval SET signature = ? WHERE way = ?', signature ?? null, 'signed')
    const { document } = (await state()).taken.find(({ way }) => way === 'attached') ?? {}
    const path = join(vault.folder, objectPath(Digest.parse(document)))
    renameSync(path, `${path}.aside`)
    expect(new Set(await missing())).toEqual(
      new Set(['Lee Park', 'Asha Rao'].map((name) => expect.stringContaining(`The approval of ${name}`))),
    )
    renameSync(`${path}.aside`, path)
    expect(await missing()).toEqual([])
  })

  it('refuses a plan whose schedule is no longer the one in force', async () => {
    const newer = { resolution: 'Resolution 26-007' }
    expect(() => vault.command(scheduleImport, scheduleFile(newer))).toThrow('was not looked at yet')
    vault.command(scheduleImport, adopted(vault.db, newer))
    expect((await state('2026-12-28T19:00:00Z')).missing).toEqual([expect.stringContaining('Draw up a new plan')])
  })

  it('lets no setting do without the two offices that the statute names', () => {
    const office = { chain: ['city-clerk'], approvalDays: 60, alone: false }
    expect(() => vault.command(dispositionSettle, { office, reason: 'x' })).toThrow('34090')
  })

  it('is settled for less by two persons alone: one office fewer, a longer time, or one person for all', () => {
    const settle = (more: object, second: string | null = null) =>
      vault.command(dispositionSettle, { office: { ...usualOffice, ...more }, reason: 'x', second })
    const chain = ['department-head', 'city-attorney']
    for (const less of [{ alone: true }, { approvalDays: 61 }, { chain }]) {
      expect(() => settle(less)).toThrow(/a second person must stand behind this/)
    }
    settle({ approvalDays: 30 })
    expect(settle({ chain }, 'attorney')).toMatchObject({ chain })
    expect(vault.db.all('SELECT second_by AS second FROM disposition_office_second')).toEqual([{ second: 'attorney' }])
  })
})
