// The office's own files are as old as the last that was entered in them, whatever it is: a note of yesterday is a record of yesterday.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import requestMessage from '../../../electron/core/disclosure/commands/request.message.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import holdRelease from '../../../electron/core/retention/commands/hold.release.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import officeFileHold from '../../../electron/core/retention/commands/office-file.hold.ts'
import officeFileList from '../../../electron/core/retention/queries/office-file.list.ts'
import attachmentPaste from '../../../electron/core/vault/commands/attachment.paste.ts'
import noteWrite from '../../../electron/core/vault/commands/note.write.ts'
import { tablesOfFiles } from '../../../electron/core/vault/repository/disposition/office-content.ts'
import { datesEntered } from '../../../electron/core/vault/repository/disposition/office-entered.ts'
import { officeFileList as listing } from '../../../shared/contract/office-file.ts'
import { closedRemovalEntry, paper, requestOf2016 } from '../disclosure/old-request.ts'
import { producedPacket } from '../import/produced-packet.ts'
import { planned, prepareSchedule } from './approved-plan.ts'
import { openRetentionVault, seriesOf } from './support.ts'

const vault = openRetentionVault('2016-01-04T18:00:00Z')
afterAll(() => vault.close())

const on = async (kind: string, id: string) => {
  const { files } = listing.output.parse(await vault.ask(officeFileList, { at: Date.parse('2030-01-01T18:00:00Z') }))
  return files.find((file) => file.kind === kind && file.id === id)?.on
}

beforeAll(async () => {
  vault.receive([{ id: 'storm', at: '2015-03-10T20:00:00Z', text: 'Storm drains of the whole city' }])
  await prepareSchedule(vault)
  requestOf2016(vault)
  producedPacket(vault, '16-1', vault.idOf('storm'), 'with the letter')
  closedRemovalEntry(vault, 'as asked')
  await planned(vault, '2016-05-02')
  const scope = { search: 'never there', accounts: [], from: null, to: null, recordIds: [] }
  for (const label of ['Ruiz v. City', 'Imai v. City'])
    vault.command(holdPlace, { label, basis: 'claim', orderedBy: 'Counsel', document: null, scope })
  for (const kind of ['request-file', 'packet', 'purge-plan', 'hold-file', 'removal-entry'])
    vault.command(officeFileChoose, { kind, id: null, series: seriesOf.post, startsOn: null, reason: 'x' })
})

describe('a file of the office', () => {
  it('is no older than a note on it', async () => {
    vault.setClock('2017-03-01T18:00:00Z')
    note('request', '16-1')
    expect(await on('request-file', '16-1')).toBe('2020-01-01')
  })

  it.each([
    ['a message', 2018, 'request-file', '16-1', () => message()],
    ['a paper', 2019, 'request-file', '16-1', () => attach('request', '16-1')],
    ['what its hold names', 2020, 'request-file', '16-1', () => name(1)],
    ['the release of its hold', 2021, 'request-file', '16-1', () => release(1)],
    ['a note', 2020, 'purge-plan', '1', () => note('plan', '1')],
    ['a paper', 2021, 'purge-plan', '1', () => attach('plan', '1')],
    ['a file that it names', 2019, 'hold-file', '2', () => name(2)],
    ['a note', 2020, 'hold-file', '2', () => note('hold', '2')],
    ['a paper', 2021, 'hold-file', '2', () => attach('hold', '2')],
  ])('is as old as %s of %i (%s %s)', async (_what, year, kind, id, act) => {
    vault.setClock(`${year}-03-01T18:00:00Z`)
    act()
    expect(await on(kind, id)).toBe(`${year + 3}-01-01`)
  })

  it('is asked for every day that its tables have', () => {
    const dated = datesEntered()
    const missing = [...tablesOfFiles()].flatMap((table) =>
      vault.db
        .all<{ name: string }>("SELECT name FROM pragma_table_info(?) WHERE name GLOB '*_at' OR name = 'at'", table)
        .filter(({ name }) => !(dated.get(table) ?? []).includes(name) && !NOT_ENTERED.includes(`${table}.${name}`))
        .map(({ name }) => `${table}.${name}`),
    )
    expect(missing).toEqual([])
    expect(dated.size).toBeGreaterThan(30)
  })
})

/** Days that are the file's own beginning, told by a row of another table, or said and not entered. */
const NOT_ENTERED = [
  ...['production.frozen_at', 'request.opened_at', 'plan.made_at', 'steward_entry.opened_at'],
  // A merge writes an entry of the trail; the portal's list is read every day and says nothing new of a closed request.
  ...['request_merge.merged_at', 'request_merge.ended_at', 'request_portal.imported_at'],
  ...['removal_demand.received_at', 'removal_demand.due_at', 'review_reply.replied_at'],
]

function message(): void {
  const how = { direction: 'in', channel: 'email', about: 'general', on: '2017-03-01', time: null }
  vault.command(requestMessage, { id: '16-1', message: { ...how, party: 'Jane', text: 'Is there more?' } })
}

function note(kind: string, id: string): void {
  vault.command(noteWrite, { subject: { kind, id }, note: null, text: 'She called again' })
}

function attach(kind: string, id: string): void {
  vault.command(attachmentPaste, { subject: { kind, id }, document: paper('a later scan') })
}

function name(hold: number): void {
  vault.command(officeFileHold, { hold, kind: 'removal-entry', id: '1' })
}

function release(id: number): void {
  vault.command(holdRelease, { id, releasedBy: 'attorney', document: paper('released') })
}
