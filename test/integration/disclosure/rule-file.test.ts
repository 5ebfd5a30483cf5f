// Rules that come by signed files: applied only as the trusted signer signed them, in force from their own day, and refused in words otherwise.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import calendarYear from '../../../electron/core/disclosure/commands/calendar.year.ts'
import lawApply from '../../../electron/core/disclosure/commands/law.apply.ts'
import lawDistrust from '../../../electron/core/disclosure/commands/law.distrust.ts'
import lawTrust from '../../../electron/core/disclosure/commands/law.trust.ts'
import lawWithdraw from '../../../electron/core/disclosure/commands/law.withdraw.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import lawReadFileAnswer from '../../../electron/core/disclosure/queries/law.read-file.ts'
import lawSealAnswer from '../../../electron/core/disclosure/queries/law.seal.ts'
import lawShowAnswer from '../../../electron/core/disclosure/queries/law.show.ts'
import lawSignersAnswer from '../../../electron/core/disclosure/queries/law.signers.ts'
import requestClockAnswer from '../../../electron/core/disclosure/queries/request.clock.ts'
import keyMake from '../../../electron/core/vault/commands/key.make.ts'
import { KeyId, keyMake as keyMakeOperation } from '../../../shared/contract/key.ts'
import { lawShow } from '../../../shared/contract/law.ts'
import { lawReadFile, lawSeal, lawSigners } from '../../../shared/contract/law-file.ts'
import { requestClock } from '../../../shared/contract/request.ts'
import { hexOf, league, rules, signed, twelve } from '../../support/rule-file.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault } from '../retention/support.ts'

const stranger = generateKeyPairSync('ed25519')
const [year] = rules.holidays
const bytesOf = (file: object) => Buffer.from(JSON.stringify(file)).toString('base64')

let vault: RetentionVault
beforeAll(() => {
  vault = openRetentionVault('2027-01-05T18:00:00Z')
  const days = [{ date: '2027-01-18', name: 'Martin Luther King Jr. Day', doubt: null }]
  for (const set of ['city', 'judicial']) vault.command(calendarYear, { set, year: 2027, days, source: 'test' })
  const scope = { accounts: [], from: null, to: null, search: '', immediateDisclosure: false }
  const draft = { receivedOn: '2027-01-04', channel: 'email', requester: '', text: 'posts' }
  vault.command(requestOpen, { id: '27-1', ...draft, ...scope })
})
afterAll(() => vault.close())

const read = async (file: object) =>
  lawReadFile.output.parse(await vault.ask(lawReadFileAnswer, { file: bytesOf(file) }))
const refused = (file: object) => expect(vault.ask(lawReadFileAnswer, { file: bytesOf(file) })).rejects
const entryOf = async (id: string) =>
  lawShow.output.parse(await vault.ask(lawShowAnswer, {})).entries.find((entry) => entry.id === id)
const first = async () => {
  const { dates } = requestClock.output.parse(await vault.ask(requestClockAnswer, { id: '27-1' }))
  return [dates[0]?.rule, dates[0]?.due, dates[0]?.confirmed]
}
const statement = 'Compared with leginfo'

describe('a rule file', () => {
  it('counts only where the attorney registered the key of its signer', async () => {
    await refused(signed(rules)).toThrow(/is none that the City’s attorney trusts.*Nothing was changed/)
    const signer = { name: 'League of Cities', publicKey: hexOf(league.publicKey) }
    vault.actAs(clerk)
    expect(() => vault.command(lawTrust, signer)).toThrow(/Only the City Attorney trusts a signer of rules/)
    vault.actAs(attorney)
    expect(() => vault.command(lawTrust, { ...signer, publicKey: 'abc' })).toThrow(/not the public half/)
    expect(vault.command(lawTrust, signer)).toMatchObject({ id: 1 })
    expect(() => vault.command(lawTrust, signer)).toThrow(/registered as a signer already/)
    await refused(signed(rules, stranger)).toThrow(/is none that the City’s attorney trusts/)
  })

  it('is refused in words where anything of it was changed, or it does not fit this vault', async () => {
    const good = signed(rules)
    const text = JSON.stringify(rules)
    await refused({ ...good, rules: text.replace('"amount":12', '"amount":90') }).toThrow(/does not fit these rules/)
    await refused({ ...good, rules: `${text} ` }).toThrow(/does not fit these rules/)
    await refused({ ...good, signature: signed(rules, stranger).signature }).toThrow(/does not fit these rules/)
    await refused({ ...good, signature: '' }).toThrow(/does not fit these rules/)
    await refused({ ...good, publicKey: hexOf(stranger.publicKey) }).toThrow(/is none that the City’s attorney trusts/)
    await refused({ ...good, formatVersion: 2 }).toThrow(/is of version 2, and this Muniment reads version 1/)
    await refused({ ...good, extra: true }).toThrow(/This is no signed rule file/)
    await refused({ hello: 'there' }).toThrow(/This is no signed rule file/)
    await refused(signed('{no rules')).toThrow(/cannot be read/)
    await refused(signed({ ...rules, ballots: [] })).toThrow(/cannot be read/)
    await refused(signed({ ...rules, clocks: [{ ...twelve, amount: -1 }] })).toThrow(/clocks 0 amount/)
    await refused(signed({ ...rules, cities: ['City of Elsewhere'] })).toThrow(
      /is for City of Elsewhere, not for City of/,
    )
    await refused(signed({ ...rules, clocks: [{ ...twelve, id: 'cpra-14-days' }] })).toThrow(/is there already/)
    await refused(signed({ ...rules, clocks: [twelve, twelve] })).toThrow(/is there already/)
    await refused(signed({ ...rules, clocks: [{ ...twelve, replaces: 'x' }] })).toThrow(/no such rule of its kind/)
    await refused(signed({ ...rules, clocks: [{ ...twelve, replaces: 'cpra-ground-6' }] })).toThrow(/of its kind/)
    const again = { ...twelve, id: 'cpra-13-days' }
    await refused(signed({ ...rules, clocks: [twelve, again] })).toThrow(/in whose place another came/)
    const astray = { ...year, days: [{ date: '2027-03-31', name: 'Day', doubt: null }] }
    await refused(signed({ ...rules, holidays: [astray] })).toThrow(/2027-03-31 \(Day\) stands in/)
    expect(await first()).toEqual(['cpra-10-days', '2027-01-14', true])
  })

  it('tells what it would change, and changes nothing before the attorney applies it', async () => {
    const preview = await read(signed(rules))
    expect(preview).toMatchObject({ publisher: 'League of Cities', number: 3, signer: 'League of Cities' })
    expect(preview.rules.map(({ entry, replaced }) => [entry.id, entry.validFrom, replaced?.id])).toEqual([
      ['cpra-12-days', '2027-01-01', 'cpra-10-days'],
    ])
    expect(preview.years).toMatchObject([{ set: 'city', year: 2028, replaces: false }])
    expect(preview.moved).toMatchObject([
      { request: '27-1', duty: 'cpra-determination', before: '2027-01-14', after: '2027-01-19' },
      { request: '27-1', duty: 'cpra-extension', before: '2027-01-28', after: '2027-01-30' },
    ])
    expect(await first()).toEqual(['cpra-10-days', '2027-01-14', true])
    expect(await entryOf('cpra-12-days')).toBeUndefined()
    vault.actAs(clerk)
    const file = bytesOf(signed(rules))
    expect(() => vault.command(lawApply, { file, statement })).toThrow(/Only the City Attorney applies a rule file/)
    vault.actAs(attorney)
    expect(vault.command(lawApply, { file, statement })).toMatchObject({ rules: 1, years: 1, moved: preview.moved })
    expect(await first()).toEqual(['cpra-12-days', '2027-01-19', true])
    expect(await entryOf('cpra-12-days')).toMatchObject({
      ...{ enabled: true, source: expect.stringContaining('rule file 3 of League of Cities') },
      confirmedBy: { name: 'Dana Whitfield', statement },
    })
    expect(await entryOf('cpra-10-days')).toMatchObject({ validTo: '2026-12-31' })
    expect(await entryOf('entered-city-2028')).toMatchObject({ confirmedBy: { name: 'Dana Whitfield' } })
    const { applied } = lawSigners.output.parse(await vault.ask(lawSignersAnswer, {}))
    expect(applied).toMatchObject([{ publisher: 'League of Cities', number: 3, rules: 1, appliedBy: 'Dana Whitfield' }])
  })

  it('is not applied twice, nor an older one after it; a version taken back lets the old one count again', async () => {
    expect(() => vault.command(lawApply, { file: bytesOf(signed(rules)), statement })).toThrow(/applied already/)
    await refused(signed({ ...rules, number: 2, clocks: [] })).toThrow(/this is file 2: an older one is not applied/)
    vault.command(lawWithdraw, { rule: 'cpra-12-days', statement: 'Vetoed' })
    expect(await first()).toEqual(['cpra-10-days', '2027-01-14', true])
    expect(await entryOf('cpra-12-days')).toMatchObject({ enabled: false, confirmedBy: null })
    expect(await entryOf('cpra-10-days')).toMatchObject({ validTo: null })
  })

  it('is signed by a key of the vault for others, and files of a signer who is trusted no more are refused', async () => {
    const passphrase = 'correct horse battery'
    const made = keyMakeOperation.output.parse(vault.command(keyMake, { passphrase }))
    const key = KeyId.parse(made.id)
    const seal = (words: object, by = passphrase) =>
      vault.ask(lawSealAnswer, { rules: JSON.stringify(words), key, passphrase: by })
    await expect(seal(rules, 'another passphrase')).rejects.toThrow(/does not open this key/)
    await expect(seal({ ...rules, number: 0 })).rejects.toThrow(/cannot be read/)
    const { file } = lawSeal.output.parse(await seal({ ...rules, number: 1, clocks: [], holidays: [] }))
    vault.command(lawTrust, { name: 'Ourselves', publicKey: made.publicKey })
    const own = Buffer.from(file).toString('base64')
    expect(await vault.ask(lawReadFileAnswer, { file: own })).toMatchObject({ signer: 'Ourselves', rules: [] })
    vault.command(lawDistrust, { signer: 2, reason: 'A try' })
    expect(() => vault.command(lawDistrust, { signer: 2, reason: 'Again' })).toThrow(/No signer 2/)
    await expect(vault.ask(lawReadFileAnswer, { file: own })).rejects.toThrow(/is none that the City’s attorney trusts/)
  })
})
