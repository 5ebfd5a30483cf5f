// Destruction: what the plan and the day allow goes, what a hold covers stays, nothing is left behind, and the certificate says so.
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import recordLock from '../../../electron/core/correction/commands/record.lock.ts'
import destructionReadmit from '../../../electron/core/retention/commands/destruction.readmit.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import purgeStrike from '../../../electron/core/retention/commands/purge.strike.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import purgePage from '../../../electron/core/retention/jobs/purge.page.ts'
import destructionShow from '../../../electron/core/retention/queries/destruction.show.ts'
import purgeState from '../../../electron/core/retention/queries/purge.state.ts'
import { everyFragment } from '../../../electron/core/vault/record/frame.ts'
import { insertUnit } from '../../../electron/core/vault/repository/retention/retention-unit.ts'
import { destructionShow as showing } from '../../../shared/contract/destruction.ts'
import { heldPackagesWords } from '../../../shared/domain/disposition/approval.ts'
import { Certificate } from '../../../shared/domain/disposition/destruction.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { holding } from '../../support/x-files.ts'
import { allowAlone, approved, classifyPosts, executed, planned, prepareSchedule } from './approved-plan.ts'
import { adopted, attorney, clerk, openRetentionVault, type RetentionVault, seriesOf } from './support.ts'

let vault: RetentionVault
const words = (id: string) => `Quetzal-${id}-distinctive words of a post that is long enough`
const old = (id: string, more: object = {}) => ({ id, at: '2015-03-10T20:00:00Z', text: words(id), ...more })

beforeEach(async () => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

const place = (scope: object) =>
  vault.command(holdPlace, {
    ...{ label: 'Ruiz v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null },
    scope: { search: null, accounts: [], from: null, to: null, recordIds: [], ...scope },
  })
const ready = async (...ids: readonly string[]) => {
  vault.receive(ids.map((id) => old(id)))
  await prepareSchedule(vault)
  const plan = await planned(vault)
  approved(vault, plan)
  return plan
}
const left = () => vault.db.all<{ id: string }>('SELECT native_id AS id FROM record ORDER BY 1').map(({ id }) => id)
const shown = async (id: number) => showing.output.parse(await vault.ask(destructionShow, { id, from: 0, limit: 100 }))
const reasons = async (id: number) => (await shown(id)).passedOver.map(({ reason }) => reason)

describe('an approved plan', () => {
  it('is carried out: nothing of the records is left in the folder, and the certificate names them', async () => {
    // What stays came with one that goes: their sources lie in one frame.
    vault.receive([old('b2'), { id: 'young', at: '2026-03-10T20:00:00Z', text: words('young') }])
    const plan = await ready('a1')
    const json = vault.grantWrite('certificate.json')
    const pdf = vault.grantWrite('certificate.pdf')
    const done = await executed(vault, plan, { json: json.grant, pdf: pdf.grant })
    expect(done).toMatchObject({ destroyed: 2, skipped: 0, waiting: 0, state: 'certified', certificate: '2026-0001' })
    expect(done.proof).toMatchObject({ left: [], logEmptied: true })
    expect(done.proof?.counts.traces).toBeGreaterThan(10)
    expect(left()).toEqual(['young'])
    for (const id of ['a1', 'b2']) expect(holding(vault.folder, words(id))).toEqual([])
    expect(holding(vault.folder, words('young'))).not.toEqual([])
    const unpacked = Buffer.concat([...everyFragment(vault.db)].map(({ bytes }) => bytes)).toString()
    expect(['a1', 'b2', 'young'].filter((id) => unpacked.includes(words(id)))).toEqual(['young'])
    const certificate = Certificate.parse(JSON.parse(readFileSync(json.path, 'utf8')))
    expect(certificate.destroyed.map((one) => one.nativeId).sort()).toEqual(['a1', 'b2'])
    expect(certificate.destroyed.every((one) => one.leaves.length === 1)).toBe(true)
    expect(certificate.packages).toMatchObject([
      { members: 1, held: false },
      { members: 1, held: false },
    ])
    expect(certificate.approvals.map((one) => one.way)).toEqual(['attached', 'attached', 'attached'])
    expect(readFileSync(pdf.path).subarray(0, 5).toString()).toBe('%PDF-')
    await expect(vault.run(purgeExecute, { plan: plan.id, to: { pdf: null, json: null } })).rejects.toThrow(
      'carried out already',
    )
  })

  it('leaves no unsalted digest and no word of the index, as another program sees it', async () => {
    const plan = await ready('a1')
    const digests = vault.db
      .all<{ one: string }>('SELECT hex(digest) AS one FROM version UNION SELECT hex(digest) FROM observation')
      .map(({ one }) => one)
    await executed(vault, plan)
    const script = `
import sys, os
root, needles = sys.argv[1], [bytes.fromhex(n) for n in sys.argv[2].split(',')] + [n.lower().encode() for n in sys.argv[2].split(',')] + [b'Quetzal', b'quetzal', b'distinctive']
for folder, _, names in os.walk(root):
  for name in names:
    data = open(os.path.join(folder, name), 'rb').read()
    for needle in needles:
      if needle in data: print(name, needle)
`
    expect(execFileSync('python3', ['-c', script, vault.folder, digests.join(',')]).toString()).toBe('')
    const sql = "SELECT count(*) AS n FROM found WHERE found MATCH 'quetzal'"
    expect(vault.db.get<{ n: number }>(sql)?.n).toBe(0)
  })
})

describe('what stays', () => {
  it('is what a hold covers that was placed between two runs, and after the plan was approved', async () => {
    vault.receive([old('a1')])
    vault.receive([old('b2')])
    const plan = await ready()
    vault.beforeNextBatch(() => place({ recordIds: [vault.idOf('b2')] }), 'purge.destroy')
    const done = await executed(vault, plan)
    expect(done).toMatchObject({ destroyed: 1, skipped: 1 })
    expect(left()).toEqual(['b2'])
    expect((await shown(done.id)).passedOver[0]).toMatchObject({ reason: 'on-hold', detail: 'On hold: Ruiz v. City' })
    expect(holding(vault.folder, words('b2'))).not.toEqual([])
  })

  it('is what lies in a package with a record under a hold, unless the City Attorney consents', async () => {
    vault.receive([old('goes')])
    const plan = await ready('a1', 'b2')
    place({ recordIds: [vault.idOf('b2')] })
    const done = await executed(vault, plan)
    expect(done.destroyed).toBe(1)
    expect(await reasons(done.id)).toEqual(['waits-for-package', 'on-hold'])

    vault.actAs(attorney)
    const again = await planned(vault)
    approved(vault, again)
    allowAlone(vault)
    // A plan is carried out once: one of which no record could go is not used up.
    await expect(executed(vault, again)).rejects.toThrow(/^Every record of the plan lies in a package .* Nothing was/)
    // A page that does not bear the attorney's second sentence proves no consent to it.
    expect(() => approved(vault, again, { heldPackages: true })).toThrow(/No page of this plan was printed that bears/)
    const pages = vault.grantWrite('pages.pdf')
    await vault.run(purgePage, { plan: again.id, roles: ['department-head'], to: pages.grant })
    expect(() => approved(vault, again, { heldPackages: true })).toThrow(/No page of this plan was printed that bears/)
    await vault.run(purgePage, { plan: again.id, roles: ['city-attorney'], to: pages.grant })
    const printed = execFileSync('pdftotext', ['-layout', pages.path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
    expect(printed).toContain(heldPackagesWords)
    expect(printed).toContain('Signature for this choice')
    expect(printed).toMatch(/Packages that would be struck in part.*\(1 record under a hold\)/)
    approved(vault, again, { heldPackages: true })
    const consented = await executed(vault, again)
    expect(consented).toMatchObject({ destroyed: 1, skipped: 0 })
    expect(left()).toEqual(['b2'])
  })

  it('is what was taken out, changed, came again, or was re-tagged since', async () => {
    vault.receive([old('taken')])
    vault.receive([old('changed')], '2015-03-11T00:00:00Z')
    vault.receive([old('again')])
    vault.receive([old('goes')])
    const plan = await ready()
    vault.command(purgeStrike, { plan: plan.id, records: [vault.idOf('taken')], reason: 'historic' })
    vault.receive([old('changed', { text: 'Another wording' })], '2015-03-20T00:00:00Z')
    vault.receive([old('again')])
    const done = await executed(vault, plan)
    expect(left()).toEqual(['again', 'changed', 'taken'])
    expect([...(await reasons(done.id))].sort()).toEqual(['drifted', 'package-not-named', 'struck-from-plan'])
  })

  it('is what was put in another series since, though that one lets it go, too', async () => {
    vault.receive([old('tagged')])
    const plan = await ready('goes')
    vault.db.run('UPDATE record SET series = ? WHERE native_id = ?', seriesOf.message, 'tagged')
    const done = await executed(vault, plan)
    expect(left()).toEqual(['tagged'])
    expect(await reasons(done.id)).toEqual(['drifted'])
  })

  it('is what is locked, or came with an import that is not complete', async () => {
    vault.receive([old('locked')])
    vault.receive([old('open')])
    const plan = await ready('goes')
    vault.command(recordLock, { records: [vault.idOf('locked')], basis: 'court-sealed', reason: 'an order' })
    const unfinished =
      "UPDATE accession SET state = 'receiving' WHERE id IN (SELECT accession_id FROM record WHERE native_id = ?)"
    vault.db.run(unfinished, 'open')
    const done = await executed(vault, plan)
    expect(left()).toEqual(['locked', 'open'])
    expect([...(await reasons(done.id))].sort()).toEqual(['locked', 'unsettled'])
  })

  it('is a thread of which one record stays', async () => {
    vault.receive([old('top'), old('reply', { kind: 'reply', answers: 'top' })])
    vault.receive([old('other')])
    const plan = await ready()
    const asked = { plan: plan.id, records: [vault.idOf('reply', 'reply')], reason: 'historic' }
    // Whoever takes it out hears that the rest of the thread stays with it, and the number that goes says so.
    expect(vault.command(purgeStrike, asked)).toMatchObject({ struck: 1, withThread: 1 })
    const state = await vault.ask(purgeState, { plan: plan.id, at: Date.parse('2026-11-20T19:00:00Z') })
    expect(state).toMatchObject({ withThread: 1 })
    const done = await executed(vault, plan)
    expect(left()).toEqual(['reply', 'top'])
    expect(await reasons(done.id)).toEqual(['with-its-thread', 'struck-from-plan'])
  })

  it('is what stands in a thread with what is held meanwhile, though single items are kept', async () => {
    const decided = { unit: 'item' as const, decidedOn: LocalDate.parse('2026-11-19'), document: null, reason: 'x' }
    insertUnit(vault.db, { ...decided, attorney }, Instant.parse(Date.parse('2026-11-20T18:00:00Z')), attorney)
    vault.receive([old('c1', { kind: 'reply', answers: 'a1' })])
    vault.receive([old('goes')])
    const plan = await ready('a1')
    place({ recordIds: [vault.idOf('c1', 'reply')] })
    const done = await executed(vault, plan, {})
    expect(await reasons(done.id)).toEqual(['on-hold', 'on-hold'])
    expect(left()).toEqual(['a1', 'c1'])
  })

  it('is everything where the schedule changes meanwhile: the rest is not carried out, and that is certified', async () => {
    const plan = await ready('a1')
    vault.beforeNextBatch(
      () => vault.command(scheduleImport, { ...adopted(vault.db, { resolution: 'Another' }), second: clerk }),
      'purge.destroy',
    )
    const done = await executed(vault, plan)
    expect(done).toMatchObject({ destroyed: 0, skipped: 1, state: 'certified' })
    expect(done.stopped).toContain('Draw up a new plan')
  })
})

describe('the whole is refused', () => {
  const refused = async (plan: Awaited<ReturnType<typeof planned>>, why: string) => {
    const before = left()
    await expect(executed(vault, plan)).rejects.toThrow(why)
    expect(left()).toEqual(before)
  }

  it('without approvals, by one person alone, before its day, and by a clock behind the ledger', async () => {
    vault.receive([old('a1')])
    await prepareSchedule(vault)
    const plan = await planned(vault)
    await refused(plan, 'has not approved yet')
    vault.actAs(attorney)
    const own = await planned(vault)
    approved(vault, own)
    await refused(own, 'One person alone')
    const future = await planned(vault, '2027-01-01')
    approved(vault, future)
    await refused(future, 'has not come yet')
    vault.setClock('2026-11-20T10:00:00Z')
    await refused(own, 'clock is behind')
  })

  it('where the file of the plan is not the one that was approved', async () => {
    const plan = await ready('a1')
    const object = vault.db.get<{ d: string }>('SELECT lower(hex(object_digest)) AS d FROM plan')?.d ?? ''
    const path = join(vault.folder, 'objects', object.slice(0, 2), object.slice(2))
    const text = readFileSync(path, 'utf8')
    rmSync(path)
    writeFileSync(path, text.replace('"unit":"thread"', '"unit":"item"'))
    await refused(plan, 'is not the one that was drawn up')
  })
})

describe('afterwards', () => {
  it('an export that brings them again does not bring them back, until that is decided', async () => {
    const plan = await ready('a1', 'b2')
    const done = await executed(vault, plan)
    expect(() => vault.receive([old('a1')])).toThrow()
    expect(left()).toEqual([])
    vault.command(destructionReadmit, { id: done.id, reason: 'Destroyed by mistake' })
    vault.receive([old('a1')])
    expect(left()).toEqual(['a1'])
    await classifyPosts(vault)
  })

  it('the number of a destroyed record names no other, not even one of the same second, nor itself when it comes back', async () => {
    const plan = await ready('a1', 'b2')
    const destroyed = [vault.idOf('a1'), vault.idOf('b2')]
    const done = await executed(vault, plan)
    vault.command(destructionReadmit, { id: done.id, reason: 'Destroyed by mistake' })
    const came = vault.receive([old('c3'), old('d4'), old('a1')])
    expect(came.filter((id) => destroyed.includes(id))).toEqual([])
    expect(new Set([...came, ...destroyed]).size).toBe(5)
  })

  it('goes on where it was interrupted, and ends in the same list', async () => {
    const plan = await ready(...Array.from({ length: 300 }, (_, at) => `p${String(at).padStart(3, '0')}`))
    vault.beforeNextBatch(() => {
      vault.beforeNextBatch(() => {
        throw new Error('the power failed')
      }, 'purge.destroy')
    }, 'purge.destroy')
    vault.actAs(attorney)
    const input = { plan: plan.id, to: { pdf: null, json: null } }
    await expect(vault.run(purgeExecute, input)).rejects.toThrow('power')
    const between = left().length
    expect(between).toBeGreaterThan(0)
    expect(between).toBeLessThan(300)
    await vault.resume(purgeExecute, input)
    expect(left()).toEqual([])
  })
})
