// What an office can rely on in the register of channels: asked for and approved in writing, given up only with the last export in the vault.
import { describe, expect, it } from 'vitest'
import {
  channelApproveName,
  channelList,
  channelRequest,
  channelStep,
  channelTakeBack,
} from '../../../shared/contract/channel.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { type AccountDraft, PlatformName } from '../../../shared/domain/account/account.ts'
import type { ChannelState } from '../../../shared/domain/account/channel.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import type { TestArchive } from '../../support/archive.ts'
import { workplace } from '../../support/vaults.ts'
import { xFiles } from '../../support/x-files.ts'

const { put, vault } = workplace('channel')
const day = (text: string) => LocalDate.parse(text)
const items = {
  ...{ purpose: 'News of the parks', guidelines: 'Guide 3', management: 'Two people', opportunities: 'Libraries' },
  ...{ design: 'The City’s seal and colours', username: '@AlderParks; credentials with the PIO' },
}

const stepTo = (one: TestArchive, state: ChannelState, on: string, more: object = {}) =>
  one.call(channelStep, { account: one.account, state, on: day(on), by: 'K. Fell, Communications Director', ...more })
const standing = async (one: TestArchive) =>
  (await one.call(channelList, {})).find(({ account }) => account === one.account)

describe('an account', () => {
  it('is asked for with all six items, approved in writing, and used; each step keeps its person, day and paper', async () => {
    const one = await vault()
    expect(await standing(one)).toMatchObject({ state: null, steps: [], request: null })
    await stepTo(one, 'draft', '2026-11-02')
    await one.call(channelRequest, { account: one.account, request: { ...items, design: ' ', username: '' } })
    await expect(stepTo(one, 'requested', '2026-11-03')).rejects.toThrow('leaves out item v, vi, which AI 599 asks for')
    await one.call(channelRequest, { account: one.account, request: items })
    await stepTo(one, 'requested', '2026-11-03')
    await expect(stepTo(one, 'approved', '2026-11-04')).rejects.toThrow('made in writing')
    await expect(stepTo(one, 'approved', '2026-11-04', { attachment: 7 })).rejects.toThrow('File 7 is not attached')
    await expect(stepTo(one, 'active', '2026-11-04')).rejects.toThrow(
      'is asked for: from there no step leads to “active”',
    )
    await expect(stepTo(one, 'approved', '2026-11-01', { document: 'a' })).rejects.toThrow('cannot be earlier')
    await expect(stepTo(one, 'approved', '2026-12-24', { document: 'a' })).rejects.toThrow('has not come yet')
    await stepTo(one, 'approved', '2026-11-10', { document: 'Memo 26-41, PIO files' })
    await stepTo(one, 'active', '2026-11-12')
    const now = await standing(await one.reopen())
    expect(now?.state).toBe('active')
    expect(now?.steps.map(({ state, on, by, document }) => [state, on, by, document])).toEqual([
      ['active', '2026-11-12', 'K. Fell, Communications Director', ''],
      ['approved', '2026-11-10', 'K. Fell, Communications Director', 'Memo 26-41, PIO files'],
      ['requested', '2026-11-03', 'K. Fell, Communications Director', ''],
      ['draft', '2026-11-02', 'K. Fell, Communications Director', ''],
    ])
    expect(now?.request).toEqual(items)
  })

  it('is given up only with its last export in the vault, or with the reason why there is none', async () => {
    const one = await vault()
    await stepTo(one, 'active', '2026-11-02')
    const paper = { document: 'Memo 26-50' }
    await expect(stepTo(one, 'dissolved', '2026-11-20', paper)).rejects.toThrow('Say on which day')
    const used = { ...paper, lastUsed: day('2026-11-19') }
    await expect(stepTo(one, 'dissolved', '2026-11-20', used)).rejects.toThrow('The vault holds no export of it')
    const zip = rawZip(Object.entries(xFiles()).map(([name, data]) => ({ name, data, method: 8 })))
    const sources = [one.archive.grant(put('last.zip', zip), 'read').grant]
    await one.run(intakeImport, { sources, account: one.account, platform: null })
    await expect(stepTo(one, 'dissolved', '2026-11-23', { ...paper, lastUsed: day('2026-11-23') })).rejects.toThrow(
      'used until November 23, 2026. Import its last export first',
    )
    await stepTo(one, 'dissolved', '2026-11-23', used)
    expect((await standing(one))?.state).toBe('dissolved')
    await one.call(channelTakeBack, { account: one.account, reason: 'It goes on after all' })
    const without = { ...paper, lastUsed: day('2026-11-23'), withoutExport: 'The platform closed it first' }
    await stepTo(one, 'dissolved', '2026-11-23', without)
    const now = await standing(one)
    expect(now?.steps.map(({ state, takenBack }) => [state, takenBack?.reason ?? null])).toEqual([
      ['dissolved', null],
      ['dissolved', 'It goes on after all'],
      ['active', null],
    ])
  })

  it('says what in its name needs a look, until somebody lets this very name stand; the ledger tells of it without words', async () => {
    const one = await vault()
    await expect(
      one.call(channelApproveName, { account: one.account, by: 'K. Fell', reason: 'Why not' }),
    ).rejects.toThrow('Nothing in the name of')
    const named: AccountDraft = {
      ...{
        platform: PlatformName.parse('x'),
        handle: 'AlderBayClerk',
        name: '',
        department: '',
        liaison: '',
        nativeId: null,
      },
    }
    const { id } = await one.call(accountAdd, named)
    const found = async () => (await one.call(channelList, {})).find(({ account }) => account === id)
    expect(await found()).toMatchObject({ concerns: [{ kind: 'title', words: 'clerk' }], nameApproval: null })
    await one.call(channelApproveName, { account: id, by: 'K. Fell', reason: 'It is the office, no person' })
    expect((await found())?.nameApproval).toMatchObject({ by: 'K. Fell', reason: 'It is the office, no person' })
    const [entry] = await one.call(ledgerPage, { before: null, limit: 1 })
    expect(entry?.kind).toBe('channel.approve-name')
    expect(JSON.stringify(entry)).not.toContain('office')
  })
})
