// A request from its entry to a packet that checks out, through the archive that the app and the command line use.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordLock } from '../../../shared/contract/correction.ts'
import { holdList } from '../../../shared/contract/hold.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { jobShow } from '../../../shared/contract/job.ts'
import { keyConfirm, keyMake } from '../../../shared/contract/key.ts'
import {
  packetKeptBack,
  packetOpen,
  packetSave,
  packetSent,
  packetSignOpening,
} from '../../../shared/contract/packet.ts'
import { personAdd } from '../../../shared/contract/people.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import {
  packetBuild,
  packetVerify,
  requestClock,
  requestList,
  requestOpen,
  requestShow,
} from '../../../shared/contract/request.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { AccountId, CommandId, GrantId, JobId, PersonId, RequestId } from '../../../shared/domain/id.ts'
import type { RequestDraft } from '../../../shared/domain/request/request.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { holding } from '../../support/x-files.ts'

const folders: string[] = []
const open: TestArchive[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const id = RequestId.parse('26-0007')

async function received(): Promise<{ vault: TestArchive; folder: string; records: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-packet-'))
  folders.push(folder)
  const vault = await openTestArchive()
  open.push(vault)
  const { path } = await smallExport(folder)
  const { grant } = vault.archive.grant(path, 'read')
  await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
  const draft = draftOf(vault)
  await vault.call(requestOpen, draft)
  return { vault, folder, records: (await vault.call(requestShow, { id })).responsive }
}

function draftOf(vault: TestArchive): z.input<typeof RequestDraft> {
  return {
    id,
    receivedOn: LocalDate.parse('2026-11-16'),
    channel: 'portal',
    requester: 'R. Ortiz',
    text: 'Everything that the City published or wrote.',
    immediateDisclosure: false,
    accounts: [vault.account],
    from: null,
    to: null,
    search: '',
  }
}

describe('a public records request', () => {
  it('holds its accounts, tells its dates, and is answered by a packet that checks out', async () => {
    const { vault, folder, records } = await received()
    expect(records).toBeGreaterThan(0)
    expect(await vault.call(requestShow, { id })).toMatchObject({
      state: 'open',
      held: records,
      searched: 'All records, in @AlderBayCity.',
    })
    expect(await vault.call(holdList, {})).toMatchObject([
      { records, request: '26-0007', hold: { basis: 'records-request', releasedAt: null } },
    ])
    const { dates } = await vault.call(requestClock, { id })
    expect(dates.map(({ duty }) => duty)).toEqual(['cpra-determination', 'cpra-extension'])

    const path = join(folder, 'packet.zip')
    const built = await vault.run(packetBuild, { request: id, to: vault.archive.grant(path, 'write').grant })
    expect(built).toMatchObject({ production: 1, items: records, name: 'packet-26-0007-1.zip', undrawable: 0 })
    const read = vault.archive.grant(path, 'read').grant
    expect(await vault.call(packetVerify, { packet: read })).toMatchObject({
      digest: built.digest,
      issuedHere: true,
      findings: [],
    })
    expect(await vault.call(requestList, {})).toMatchObject([
      {
        id: '26-0007',
        state: 'produced',
        openedBy: 'clerk',
        productions: [{ items: records, preparedBy: 'clerk', packetDigest: built.digest }],
      },
    ])
    expect((await vault.run(vaultVerify, {})).findings).toEqual([])

    const again = join(folder, 'again.zip')
    await vault.run(packetSave, { production: built.production, to: vault.archive.grant(again, 'write').grant })
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true)
    const sending = { on: LocalDate.parse('2026-11-23'), time: null, how: 'portal', proof: 'Entry 17' } as const
    await vault.call(packetSent, { production: built.production, sending })
    expect((await vault.call(requestShow, { id })).productions).toMatchObject([{ sealedBy: 'clerk', sent: [sending] }])

    const opening = join(folder, 'opening.json')
    const opened = {
      ...{ production: built.production, number: 'AB-2026-000001', fields: ['text'], source: true, reason: 'Order' },
      to: vault.archive.grant(opening, 'write').grant,
    }
    expect((await vault.start(packetOpen, opened)).problem?.code).toBe('ATTORNEY_REQUIRED')
    const attorney = PersonId.parse('dana')
    await vault.call(personAdd, { id: attorney, name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
    const signal = new AbortController().signal
    const act = { command: CommandId.parse('open-0001'), actor: attorney, signal }
    const begun = z.object({ job: JobId }).parse(await vault.archive.call(packetOpen.name, opened, act))
    const state = async () => (await vault.call(jobShow, { id: begun.job })).state
    await expect.poll(state, { timeout: 60_000 }).toBe('succeeded')
    expect(await vault.call(packetKeptBack, { production: built.production })).toMatchObject({
      ...{ commitments: true, total: 0, items: [] },
      openings: [{ number: 'AB-2026-000001', fields: ['text', 'source'], reason: 'Order', by: 'Dana Whitfield' }],
    })
    const shown = { packet: read, opening: vault.archive.grant(opening, 'read').grant }
    const { findings, said } = await vault.call(packetVerify, shown)
    expect([findings, said.proved.at(-1)]).toEqual([
      [],
      'The whole source of the record is shown. It leads to the root taken when the City received 1 export.',
    ])

    expect([said.not.join(' ').includes('There is no key'), findings]).toEqual([true, []])
    const passphrase = 'correct horse battery'
    const as = (operation: { readonly name: string }, input: object, by: PersonId) =>
      vault.archive.call(operation.name, input, { command: CommandId.parse(crypto.randomUUID()), actor: by, signal })
    const { id: key } = keyMake.output.parse(await as(keyMake, { passphrase }, attorney))
    const { to: _to, ...what } = opened
    const [typed] = (await vault.call(packetKeptBack, { production: built.production })).openings
    const at = Instant.parse(typed?.at)
    const ask = packetSignOpening.input.parse({ ...what, at, key, passphrase })
    await expect(vault.call(packetSignOpening, ask)).rejects.toMatchObject({ code: 'KEY_REFUSED' })
    await as(keyConfirm, { key }, PersonId.parse('clerk'))
    await expect(vault.call(packetSignOpening, { ...ask, passphrase: 'another horse battery' })).rejects.toThrow(
      'does not open',
    )
    const { signature } = await vault.call(packetSignOpening, ask)
    const signedTo = join(folder, 'signed.json')
    const finished = async (more: object) => {
      const input = {
        ...opened,
        signed: { key, at, signature },
        to: vault.archive.grant(signedTo, 'write').grant,
        ...more,
      }
      const { job } = z.object({ job: JobId }).parse(await as(packetOpen, input, attorney))
      await expect
        .poll(async () => (await vault.call(jobShow, { id: job })).endedAt, { timeout: 60_000 })
        .not.toBeNull()
      return (await vault.call(jobShow, { id: job })).problem?.code ?? null
    }
    expect(await finished({ reason: 'Another' })).toBe('KEY_REFUSED')
    expect(await finished({})).toBeNull()
    const held = { packet: read, opening: vault.archive.grant(signedTo, 'read').grant }
    expect(await vault.call(packetVerify, held)).toMatchObject({ findings: [], openingKey: 'Dana Whitfield' })
    const { openings } = await vault.call(packetKeptBack, { production: built.production })
    expect(openings.map((one) => one.key === null)).toEqual([true, false])

    const bytes = readFileSync(path)
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    writeFileSync(path, bytes)
    const tampered = await vault.call(packetVerify, { packet: read })
    expect(tampered.issuedHere).toBe(false)
    expect(tampered.findings.length).toBeGreaterThan(0)
  })

  it('gives nobody a locked record, and says in the packet how many were left out so', async () => {
    const { vault, folder, records } = await received()
    const { rows } = await vault.call(recordPage, { search: 'kind:post', before: null, limit: 1, live: false })
    const locked = rows.map((row) => row.id)
    await vault.call(recordLock, { records: locked, basis: 'juvenile', reason: 'WIC § 827' })
    const path = join(folder, 'packet.zip')
    const built = await vault.run(packetBuild, { request: id, to: vault.archive.grant(path, 'write').grant })
    expect(built.items).toBe(records - 1)
    expect(holding(folder, '1 record that answers the request is locked')).toContain('packet.zip')
  })

  it('is refused in words when it cannot be entered, and nothing of it is kept', async () => {
    const { vault } = await received()
    const draft = draftOf(vault)
    const other = RequestId.parse('26-0008')
    await expect(vault.call(requestOpen, draft)).rejects.toMatchObject({ code: 'REQUEST_EXISTS' })
    await expect(
      vault.call(requestOpen, { ...draft, id: other, accounts: [AccountId.parse(99)] }),
    ).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' })
    await expect(vault.call(requestOpen, { ...draft, id: other, search: 'road) (street' })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    const backwards = { from: LocalDate.parse('2024-01-02'), to: LocalDate.parse('2024-01-01') }
    await expect(vault.call(requestOpen, { ...draft, id: other, ...backwards })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    await expect(vault.call(requestShow, { id: other })).rejects.toMatchObject({ code: 'REQUEST_UNKNOWN' })
    expect(await vault.call(holdList, {})).toHaveLength(1)
  })

  it('starts no packet that could not be delivered', async () => {
    const { vault, folder } = await received()
    const nowhere = vault.archive.grant(join(folder, 'no such folder', 'packet.zip'), 'write').grant
    const unknown = GrantId.parse('never-granted')
    expect(await vault.start(packetBuild, { request: id, to: nowhere })).toMatchObject({
      state: 'failed',
      problem: { code: 'FILE_UNREADABLE' },
    })
    expect(await vault.start(packetBuild, { request: id, to: unknown })).toMatchObject({
      state: 'failed',
      problem: { code: 'GRANT_UNKNOWN' },
    })
    expect((await vault.call(requestShow, { id })).productions).toEqual([])
  })
})
