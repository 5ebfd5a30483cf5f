// The office's own files: request files, packets, plans, holds, the removal log and remainders go by series of their own, by the same plan, approval
// and proof as records; nothing that anybody wrote in them is left, and their numbers are not given again.
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import requestHoldAnswer from '../../../electron/core/disclosure/queries/request.hold.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import officeFileHold from '../../../electron/core/retention/commands/office-file.hold.ts'
import purgeLists from '../../../electron/core/retention/commands/purge.lists.ts'
import purgeStrike from '../../../electron/core/retention/commands/purge.strike.ts'
import purgeWithdraw from '../../../electron/core/retention/commands/purge.withdraw.ts'
import seriesReview from '../../../electron/core/retention/commands/series.review.ts'
import destructionShow from '../../../electron/core/retention/queries/destruction.show.ts'
import officeFileList from '../../../electron/core/retention/queries/office-file.list.ts'
import explain from '../../../electron/core/retention/queries/retention.explain.ts'
import noteWrite from '../../../electron/core/vault/commands/note.write.ts'
import { destructionShow as showing } from '../../../shared/contract/destruction.ts'
import { officeFileList as listing } from '../../../shared/contract/office-file.ts'
import { requestHold } from '../../../shared/contract/request-hold.ts'
import { Certificate } from '../../../shared/domain/disposition/destruction.ts'
import type { OfficeFileKind } from '../../../shared/domain/disposition/office-file.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { holding } from '../../support/x-files.ts'
import { closedRemovalEntry, paper, requestOf2016, WRITTEN } from '../disclosure/old-request.ts'
import { producedPacket } from '../import/produced-packet.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { attorney, clerk, openRetentionVault, type RetentionVault, seriesOf } from './support.ts'

let vault: RetentionVault

beforeEach(async () => {
  vault = openRetentionVault('2016-01-04T18:00:00Z')
  vault.receive([{ id: 'storm', at: '2015-03-10T20:00:00Z', text: 'Storm drains of the whole city' }])
  await prepareSchedule(vault)
})
afterEach(() => vault.close())

const choose = (kind: OfficeFileKind, series: string, startsOn: string | null = null, more: object = {}) =>
  vault.command(officeFileChoose, { kind, id: null, series, startsOn, reason: 'The clerk’s schedule', ...more })
const standing = async (at = '2026-11-20T18:00:00Z') =>
  listing.output.parse(await vault.ask(officeFileList, { at: Date.parse(at) }))
const sentences = async () => (await standing()).files.map(({ kind, id, sentence }) => `${kind} ${id}: ${sentence}`)

/** The files below the vault in which one of some words is left, as it was written or folded. */
const left = (words: readonly string[]) =>
  words.flatMap((one) => [one, one.toLowerCase()]).flatMap((one) => holding(vault.folder, one))

const plan2026 = async () => {
  vault.actAs(clerk)
  vault.setClock('2026-11-20T18:00:00Z')
  const plan = await planned(vault)
  approved(vault, plan)
  return plan
}
const shown = async (id: number) => showing.output.parse(await vault.ask(destructionShow, { id, from: 0, limit: 100 }))
const kept = async (id: number) => (await shown(id)).filesKept.map((one) => `${one.kind} ${one.id}: ${one.reason}`)

describe('a series', () => {
  it('is chosen for each kind by the office; without one nothing goes, and an event is never guessed', async () => {
    requestOf2016(vault)
    expect(await sentences()).toEqual(['request-file 16-1: No series of the schedule is assigned to it'])
    expect(() => choose('request-file', 'parks/nothing')).toThrow(/has no series/)
    expect(() => choose('request-file', seriesOf.claims)).toThrow(/closed: the day on which the request was closed/)
    expect(() => choose('remainder', seriesOf.claims)).toThrow(/No day of such files is an event/)
    choose('request-file', seriesOf.claims, 'closed')
    expect(await sentences()).toEqual([
      'request-file 16-1: It may be destroyed since May 2, 2021, once it is approved.',
    ])
    const { kinds } = await standing('2020-01-01T00:00:00Z')
    expect(kinds.find(({ kind }) => kind === 'request-file')).toMatchObject({ files: 1, may: 0, next: '2021-05-02' })
  })

  it('of a shorter time than before needs a second person, and one file can have a series of its own', async () => {
    requestOf2016(vault)
    choose('request-file', seriesOf.claims, 'closed')
    expect(() => choose('request-file', seriesOf.post)).toThrow(/a second person must stand behind this/)
    choose('request-file', seriesOf.minutes, null, { id: '16-1' })
    expect(await sentences()).toEqual([expect.stringContaining('is kept permanently')])
    expect(() => choose('request-file', seriesOf.post, null, { id: '16-1' })).toThrow(/second person/)
    choose('request-file', seriesOf.post, null, { id: '16-1', second: PersonId.parse('attorney') })
    expect((await standing()).files).toMatchObject([
      { own: true, series: seriesOf.post, reason: null, on: '2019-01-01' },
    ])
    expect(() => choose('request-file', seriesOf.post, null, { id: '99-9' })).toThrow(/has no request file 99-9/)
  })
})

describe('a purge plan', () => {
  it('is as old as the last that was entered on it: a reason, a list or an approval taken back is a record of its own day', async () => {
    choose('purge-plan', seriesOf.post)
    vault.setClock('2022-03-01T18:00:00Z')
    const plan = await planned(vault, '2022-03-01')
    approved(vault, plan, {}, '2022-03-01')
    const next = async () =>
      (await standing('2027-01-01T18:00:00Z')).files.find(({ kind }) => kind === 'purge-plan')?.on
    expect(await next()).toBe('2025-01-01')
    const newer = { name: 'list.csv', csv: 'Number', datedOn: '2023-03-01' }
    const strike = { plan: plan.id, records: [vault.idOf('storm')], reason: 'A historian asked' }
    const acts = [
      ['2023', () => vault.command(purgeLists, { plan: plan.id, openRequests: newer, claims: newer })],
      ['2024', () => vault.command(purgeStrike, strike)],
      ['2025', () => vault.command(purgeWithdraw, { approval: 1, reason: 'after a second look' })],
    ] as const
    for (const [year, act] of acts) {
      vault.setClock(`${year}-03-01T18:00:00Z`)
      act()
      expect(await next(), year).toBe(`${Number(year) + 3}-01-01`)
    }
  })
})

describe('what a request holds', () => {
  it('it holds past closing until its file’s own retention ends, by the series of request files', async () => {
    requestOf2016(vault)
    choose('request-file', seriesOf.claims, 'closed')
    const held = async (asOf: string) => {
      const told = explain.operation.output.parse(await vault.ask(explain, { id: vault.idOf('storm'), asOf }))
      return JSON.stringify(told).includes('Public records request 16-1')
    }
    expect(requestHold.output.parse(await vault.ask(requestHoldAnswer, { id: '16-1' }))).toMatchObject({
      until: '2021-05-01',
      authority: expect.stringContaining('Claims against the City, Alder Bay schedule (Resolution 24-031)'),
    })
    expect(await held('2021-05-01')).toBe(true)
    expect(await held('2021-05-02')).toBe(false)
    choose('request-file', seriesOf.minutes)
    expect(await held('2026-11-20')).toBe(true)
  })
})

describe('a request file', () => {
  it('is destroyed by a plan, and nothing that anybody wrote in it is left; the certificate names it', async () => {
    requestOf2016(vault)
    choose('request-file', seriesOf.claims, 'closed')
    expect(left(WRITTEN)).not.toEqual([])
    const plan = await plan2026()
    expect(plan.files).toEqual([{ kind: 'request-file', eligible: 1, kept: 0 }])
    const json = vault.grantWrite('certificate.json')
    const pdf = vault.grantWrite('certificate.pdf')
    const done = await executed(vault, plan, { json: json.grant, pdf: pdf.grant })
    expect(done).toMatchObject({ destroyed: 1, files: 1, filesKept: 0, state: 'certified' })
    expect(done.proof?.left).toEqual([])
    expect(done.proof?.residual.filter(({ sentence }) => sentence.includes('copied by hand'))).toEqual([])
    expect(left(WRITTEN)).toEqual([])
    expect(Certificate.parse(JSON.parse(readFileSync(json.path, 'utf8'))).files).toMatchObject([
      {
        ...{
          kind: 'request-file',
          id: '16-1',
          series: seriesOf.claims,
          cutoff: '2016-05-02',
          eligibleOn: '2021-05-02',
        },
        ...{ authority: 'Alder Bay schedule (Resolution 24-031); GC 34090; CCP 337', files: 2 },
      },
    ])
    expect(() => requestOf2016(vault)).toThrow(/was destroyed under a plan, and its number is not given again/)
  })

  it('stays while a hold names it, covers a record of it, or where it was touched or taken out since', async () => {
    for (const id of ['16-1', '16-2', '16-3', '16-4', '16-5', '16-6']) requestOf2016(vault, id)
    choose('request-file', seriesOf.claims, 'closed')
    const plan = await plan2026()
    const hold = { label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null }
    const scope = { search: 'nothing that is there', accounts: [], from: null, to: null, recordIds: [] }
    vault.command(holdPlace, { ...hold, scope })
    const id = vault.db.get<{ id: number }>('SELECT max(id) AS id FROM hold')?.id
    vault.command(officeFileHold, { hold: id, kind: 'request-file', id: '16-1' })
    vault.command(noteWrite, { subject: { kind: 'request', id: '16-2' }, note: null, text: 'One more word' })
    const files = [{ kind: 'request-file', id: '16-3' }]
    vault.command(purgeStrike, { plan: plan.id, records: [], files, reason: 'A historian asked' })
    choose('request-file', seriesOf.post, null, { id: '16-5', second: PersonId.parse('attorney') })
    // Nothing that a person does: an entry has its day, and the file is as young as that.
    vault.db.run("UPDATE request_message SET text = 'another text' WHERE request_id = '16-6'")
    const done = await executed(vault, plan)
    expect(await kept(done.id)).toEqual([
      ...['request-file 16-1: on-hold', 'request-file 16-2: no-longer-eligible'],
      ...['request-file 16-3: struck-from-plan', 'request-file 16-5: drifted', 'request-file 16-6: drifted'],
    ])
    expect((await shown(done.id)).files.map((one) => one.id)).toEqual(['16-4'])
  })

  it('stays where an approval is taken back before its turn, and that is certified', async () => {
    requestOf2016(vault)
    choose('request-file', seriesOf.claims, 'closed')
    const plan = await plan2026()
    const withdraw = () => vault.command(purgeWithdraw, { approval: 1, reason: 'after a second look' })
    vault.beforeNextBatch(withdraw, 'purge.destroy-file')
    const done = await executed(vault, plan)
    expect(done).toMatchObject({ destroyed: 1, files: 0, filesKept: 1, state: 'certified' })
    expect(done.stopped).toMatch(/has not approved/)
  })

  it('is listed as on hold where a hold covers a record that it is about', async () => {
    requestOf2016(vault)
    const packet = producedPacket(vault, '16-1', vault.idOf('storm'), 'with the letter')
    choose('packet', seriesOf.post)
    const of = async () => (await sentences()).find((one) => one.startsWith(`packet ${packet}: `))
    expect(await of()).toContain('It may be destroyed since')
    const scope = { search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf('storm')] }
    vault.command(holdPlace, { label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'Court', document: null, scope })
    expect(await of()).toBe(`packet ${packet}: On hold: Ruiz v. City`)
  })

  it('stays where a hold covers everything, and one placed between two runs wins', async () => {
    requestOf2016(vault)
    choose('request-file', seriesOf.claims, 'closed')
    const plan = await plan2026()
    const scope = { search: null, accounts: [], from: null, to: null, recordIds: [] }
    const hold = { label: 'Consent decree', basis: 'consent-decree', orderedBy: 'Court', document: null, scope }
    vault.beforeNextBatch(() => vault.command(holdPlace, hold), 'purge.destroy-file')
    const done = await executed(vault, plan)
    expect(await kept(done.id)).toEqual(['request-file 16-1: on-hold'])
    expect(left(['Quagga-Ortiz'])).not.toEqual([])
  })
})

describe('a packet', () => {
  it('goes before the file of its request, which waits for it; what its request held stays held', async () => {
    requestOf2016(vault)
    const packet = producedPacket(vault, '16-1', vault.idOf('storm'), 'with the letter to Jane Quagga-Ortiz')
    choose('request-file', seriesOf.claims, 'closed')
    expect(await sentences()).toEqual([
      expect.stringContaining('No series'),
      `request-file 16-1: Its packet stays, which repeats its letter: production ${packet}.`,
    ])
    choose('packet', seriesOf.post)
    const plan = await plan2026()
    expect(plan.files).toEqual([
      { kind: 'packet', eligible: 1, kept: 0 },
      { kind: 'request-file', eligible: 1, kept: 0 },
    ])
    const files = [{ kind: 'request-file', id: '16-1' }]
    vault.command(purgeStrike, { plan: plan.id, records: [vault.idOf('storm')], files, reason: 'first the packet' })
    const done = await executed(vault, plan)
    expect((await shown(done.id)).files.map((one) => `${one.kind} ${one.id}`)).toEqual([`packet ${packet}`])
    expect(vault.db.all('SELECT record_id AS id FROM request_result')).toEqual([{ id: vault.idOf('storm') }])
    const second = await plan2026()
    await executed(vault, second)
    expect(left(['Quagga-Ortiz'])).toEqual([])
  })
})

describe('plans, holds and the removal log', () => {
  it('are destroyed in their turn, their numbers are not given again, and certificates stay', async () => {
    const claims = { name: 'claims.csv', csv: 'Number,Matter\n22-7,Wombat v. City\n', datedOn: '2016-01-04' }
    const first = await planned(vault, '2016-01-04', 'destruction', { openRequests: claims, claims })
    vault.command(noteWrite, { subject: { kind: 'plan', id: String(first.id) }, note: null, text: 'Zorilla asked why' })
    const hold = {
      label: 'Numbat v. City',
      matter: 'Okapi',
      basis: 'claim',
      orderedBy: 'Counsel',
      document: paper('Axolotl'),
    }
    const scope = { search: 'never there', accounts: [], from: null, to: null, recordIds: [] }
    vault.command(holdPlace, { ...hold, scope })
    vault.command(holdRelease, { id: 1, releasedBy: 'attorney', document: paper('released, Kakapo') })
    vault.command(holdPlace, { ...hold, label: 'Still in force', matter: '', document: null, scope })
    closedRemovalEntry(vault, 'Quagga-Ortiz asked')
    choose('removal-entry', seriesOf.post)
    choose('purge-plan', seriesOf.photographs, 'superseded')
    const reviewed = { series: [seriesOf.photographs], lasting: false, basis: 'looked through', second: attorney }
    vault.command(seriesReview, reviewed)
    choose('hold-file', seriesOf.claims, 'closed')
    vault.setClock('2017-01-04T18:00:00Z')
    await planned(vault, '2017-01-04')
    const plan = await plan2026()
    expect(plan.files).toMatchObject([
      { kind: 'purge-plan', eligible: 1, kept: 1 },
      { kind: 'hold-file', eligible: 1, kept: 1 },
      { kind: 'removal-entry', eligible: 1, kept: 0 },
    ])
    const done = await executed(vault, plan)
    expect(done).toMatchObject({ files: 3 })
    expect(left(['Zorilla', 'Quagga', 'Numbat', 'Okapi', 'Axolotl', 'Kakapo', 'Wombat'])).toEqual([])
    expect(vault.db.all('SELECT id FROM hold')).toEqual([{ id: 2 }])
    vault.actAs(attorney)
    vault.command(holdRelease, { id: 2, releasedBy: 'attorney', document: paper('too') })
    vault.setClock('2033-11-20T18:00:00Z')
    vault.actAs(clerk)
    const later = await planned(vault, '2033-11-20')
    approved(vault, later, {}, '2033-11-20')
    await executed(vault, later)
    expect(vault.db.all('SELECT id FROM hold')).toEqual([])
    vault.command(holdPlace, { ...hold, document: null, scope })
    expect(vault.db.all('SELECT id FROM hold')).toEqual([{ id: 3 }])
    expect(
      vault.db.get<{ n: number }>('SELECT count(*) AS n FROM destruction WHERE document_digest IS NOT NULL')?.n,
    ).toBe(2)
  })
})
