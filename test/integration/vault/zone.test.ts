// Another time zone of the City: what moves with it, what stays, and that it is changed whole or not at all.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, test } from 'vitest'
import { holdList, holdPlace } from '../../../shared/contract/hold.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { jobCancel, jobList } from '../../../shared/contract/job.ts'
import { ledgerPage } from '../../../shared/contract/ledger.ts'
import { recordPage } from '../../../shared/contract/record.ts'
import { vaultSummary, vaultVerify } from '../../../shared/contract/vault.ts'
import { zoneChange, zoneList, zonePreview } from '../../../shared/contract/zone.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { millionTweets } from '../../fixtures/x/million.ts'
import type { TestArchive } from '../../support/archive.ts'
import { ended, muniment, startMuniment } from '../../support/command-line.ts'
import { workplace } from '../../support/vaults.ts'

const { folder, vault: newVault, closeAfter } = workplace('zone')
const TOKYO = { zone: 'Asia/Tokyo', reason: 'Entered wrongly when the vault was made.' }
const TWEETS = 400

const zoneSaid = (vault: string) => JSON.parse(readFileSync(join(vault, 'vault.json'), 'utf8')).zone

async function withTweets(): Promise<TestArchive> {
  const vault = await newVault()
  const archive = join(folder, `${Math.random()}.zip`)
  await millionTweets(archive, TWEETS)
  const sources = [vault.archive.grant(archive, 'read').grant]
  await vault.run(intakeImport, { sources, account: vault.account, platform: null })
  return vault
}

async function idsOf(vault: TestArchive, search: string): Promise<number[]> {
  const page = await vault.call(recordPage, { search, before: null, limit: 500, live: false })
  return page.rows.map(({ id }) => id)
}

/** The local day of every record, as `Intl` has it. */
async function daysIn(vault: TestArchive, zone: string): Promise<Map<number, string>> {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const page = await vault.call(recordPage, { search: '', before: null, limit: 500, live: false })
  return new Map(page.rows.map(({ id, at }) => [id, format.format(at ?? 0)]))
}

test('the preview counts the records that are of another day, and the change moves exactly those', async () => {
  const vault = await withTweets()
  const [here, there] = [await daysIn(vault, 'America/Los_Angeles'), await daysIn(vault, 'Asia/Tokyo')]
  const moved = [...here].filter(([id, day]) => there.get(id) !== day)
  const years = moved.filter(([id, day]) => there.get(id)?.slice(0, 4) !== day.slice(0, 4))
  expect(moved.length).toBeGreaterThan(TWEETS / 4)
  expect(await vault.call(zonePreview, { zone: 'Asia/Tokyo' })).toMatchObject({
    days: moved.length,
    years: years.length,
    holds: 0,
    requests: 0,
    jobs: [],
  })
  const [id, day] = moved[0] ?? [0, '']
  expect(await idsOf(vault, `on:${day}`)).toContain(id)

  expect(await vault.run(zoneChange, TOKYO)).toEqual({ before: 'America/Los_Angeles', zone: 'Asia/Tokyo', held: 0 })
  expect(await idsOf(vault, `on:${day}`)).not.toContain(id)
  expect(await idsOf(vault, `on:${there.get(id)}`)).toContain(id)
  expect((await vault.call(vaultSummary, {})).zone).toBe('Asia/Tokyo')
  expect(zoneSaid(vault.folder)).toBe('Asia/Tokyo')
  expect(await vault.call(zoneList, {})).toMatchObject([{ ...TOKYO, before: 'America/Los_Angeles', by: 'clerk' }])
  const entries = await vault.call(ledgerPage, { before: null, limit: 20 })
  expect(entries.find(({ kind }) => kind === 'zone.set')?.payload).toMatchObject({
    actor: 'clerk',
    before: 'America/Los_Angeles',
    zone: 'Asia/Tokyo',
  })
  expect(await vault.run(vaultVerify, {})).toMatchObject({ findings: [] })

  const again = await vault.reopen()
  closeAfter(again)
  expect(again.archive.about.zone).toBe('Asia/Tokyo')
  expect(again.archive.warnings).toEqual([])
})

test('a hold by days and a hold by a search for days keep every record that they held', async () => {
  const vault = await withTweets()
  const here = [...(await daysIn(vault, 'America/Los_Angeles'))]
  const there = await daysIn(vault, 'Asia/Tokyo')
  // The last day of which a record is of the next day in Tokyo: in neither hold once the zone is changed.
  const [lost, last] = here.find(([id, day]) => there.get(id) !== day) ?? [0, '']
  const order = { label: 'Doe v. City', basis: 'litigation', orderedBy: 'City Attorney', document: null } as const
  const scope = { search: null, accounts: [], from: null, to: null, recordIds: [] }
  // Placed before the records came, so that nothing of them is frozen: these holds cover by their days alone.
  const catalog = new Database(join(vault.folder, 'catalog.sqlite'))
  await vault.call(holdPlace, { ...order, scope: { ...scope, to: LocalDate.parse(last) } })
  await vault.call(holdPlace, { ...order, scope: { ...scope, search: `on:${last}` } })
  catalog.exec('DELETE FROM hold_record')
  const covered = here.filter(([, day]) => day <= last).map(([id]) => id)
  const gone = covered.filter((id) => (there.get(id) ?? '') > last)
  expect(gone).toContain(lost)

  const onDay = here.filter(([id, day]) => day === last && there.get(id) !== day)
  const { held } = await vault.run(zoneChange, TOKYO)
  expect(held).toBe(gone.length + onDay.length)
  const frozen = catalog.prepare('SELECT record_id FROM hold_record WHERE hold_id = 1 ORDER BY 1').pluck().all()
  expect(frozen).toEqual(gone.toSorted((a, b) => a - b))
  expect((await vault.call(holdList, {})).map(({ records }) => records).toSorted()).toEqual(
    [gone.length, onDay.length].toSorted(),
  )
  catalog.close()
})

test('it is refused while a job runs or can be taken up again, for the zone that it is, and says why', async () => {
  const vault = await newVault()
  const archive = join(folder, 'long.zip')
  await millionTweets(archive, 30_000)
  const same = await vault.start(zoneChange, { zone: 'America/Los_Angeles', reason: 'x' })
  expect(same).toMatchObject({ state: 'failed', problem: { code: 'INPUT_INVALID' } })

  const sources = [vault.archive.grant(archive, 'read').grant]
  const importing = vault.start(intakeImport, { sources, account: vault.account, platform: null })
  const records = async () => (await vault.call(vaultSummary, {})).counts.records
  await expect.poll(records, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
  const [waiting] = (await vault.call(zonePreview, { zone: 'Asia/Tokyo' })).jobs
  expect(waiting?.kind).toBe('intake.import')
  const beside = await vault.start(zoneChange, TOKYO)
  expect(beside).toMatchObject({ state: 'failed', problem: { code: 'ZONE_REFUSED' } })
  expect(beside.problem?.sentence).toContain('intake.import')

  const [running] = (await vault.call(jobList, { limit: 20 })).filter(({ kind }) => kind === 'intake.import')
  await vault.call(jobCancel, { id: running?.id ?? '' })
  expect(await importing).toMatchObject({ state: 'cancelled', resumable: true })
  expect((await vault.start(zoneChange, TOKYO)).problem?.sentence).toContain('The time zone was not changed')
  expect(zoneSaid(vault.folder)).toBe('America/Los_Angeles')
  expect(await vault.call(zoneList, {})).toEqual([])
})

test('where the change was cut off before vault.json followed, the next opening lets it follow and says so', async () => {
  const vault = await newVault()
  await vault.run(zoneChange, TOKYO)
  const file = join(vault.folder, 'vault.json')
  writeFileSync(file, readFileSync(file, 'utf8').replace('Asia/Tokyo', 'America/Los_Angeles'))
  const again = await vault.reopen()
  closeAfter(again)
  expect(again.archive.about.zone).toBe('Asia/Tokyo')
  expect(again.archive.warnings).toEqual([
    expect.stringContaining('vault.json named the time zone America/Los_Angeles'),
  ])
  expect(zoneSaid(vault.folder)).toBe('Asia/Tokyo')
})

test('killed at any moment, the zone is the old one or the new one everywhere, with its entry in the ledger or without', async () => {
  await millionTweets(join(folder, 'killed.zip'), 3000)
  await muniment(folder, 'init', 'Killed.muniment', '--city', 'City of Alder Bay')
  await muniment(
    folder,
    'import',
    'killed.zip',
    '--account',
    'AlderBayCity',
    '--create-account',
    '--vault',
    'Killed.muniment',
  )
  const order = [
    'hold',
    'place',
    '--label',
    'x',
    '--search',
    'before:2020',
    '--ordered-by',
    'x',
    '--vault',
    'Killed.muniment',
  ]
  writeFileSync(join(folder, 'order.pdf'), '%PDF-1.4')
  expect((await muniment(folder, ...order, '--document', 'order.pdf')).code).toBe(0)
  const zones = ['Asia/Tokyo', 'America/Los_Angeles']
  const begun = performance.now()
  await muniment(folder, 'zone', 'change', zones[0] ?? '', '--reason', 'x', '--vault', 'Killed.muniment')
  const length = performance.now() - begun
  for (let kill = 0; kill < 4; kill += 1) {
    const before = zoneSaid(join(folder, 'Killed.muniment'))
    const next = zones.find((zone) => zone !== before) ?? ''
    const child = startMuniment(folder, 'zone', 'change', next, '--reason', 'x', '--vault', 'Killed.muniment')
    // Heard from the beginning: it may end by itself before it is killed.
    const end = ended(child)
    await sleep(length * (0.4 + kill * 0.18))
    child.kill('SIGKILL')
    await end
    const { zone, changes } = JSON.parse((await muniment(folder, 'zone', '--vault', 'Killed.muniment', '--json')).out)
    const sets = new Database(join(folder, 'Killed.muniment', 'catalog.sqlite'), { readonly: true })
    const entries = sets.prepare("SELECT count(*) FROM ledger WHERE kind = 'zone.set'").pluck().get()
    sets.close()
    expect(entries).toBe(changes.length)
    expect(changes[0].zone).toBe(zone)
    expect(zoneSaid(join(folder, 'Killed.muniment'))).toBe(zone)
    expect([before, next]).toContain(zone)
  }
  expect((await muniment(folder, 'verify', '--vault', 'Killed.muniment')).code).toBe(0)
}, 240_000)
