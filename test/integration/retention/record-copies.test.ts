// Copies of a record: packets that hold it and copies outside are told while it is there, and after it was destroyed, when a kept packet is a copy of it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import requestClose from '../../../electron/core/disclosure/commands/request.close.ts'
import requestOpen from '../../../electron/core/disclosure/commands/request.open.ts'
import officeFileChoose from '../../../electron/core/retention/commands/office-file.choose.ts'
import { putBytes } from '../../../electron/core/vault/objects/put-bytes.ts'
import recordCopiesAnswer from '../../../electron/core/vault/queries/record.copies.ts'
import { insertObject } from '../../../electron/core/vault/repository/object.ts'
import { type IssuedCopy, registerCopy } from '../../../electron/core/vault/repository/packet/issued.ts'
import { recordCopies } from '../../../shared/contract/record-copies.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { holding } from '../../support/x-files.ts'
import { producedPacket } from '../import/produced-packet.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { clerk, openRetentionVault, type RetentionVault, seriesOf } from './support.ts'

let vault: RetentionVault
beforeEach(async () => {
  vault = openRetentionVault('2016-01-04T18:00:00Z')
  vault.receive([{ id: 'storm', at: '2013-03-10T20:00:00Z', text: 'Storm drains of the whole city' }])
  await prepareSchedule(vault)
})
afterEach(() => vault.close())

it('are told before and after its destruction, and stand on the certificate one by one', async () => {
  const id = vault.idOf('storm')
  const scope = { accounts: [1], from: null, to: null, search: 'storm', immediateDisclosure: false }
  vault.command(requestOpen, {
    id: '16-1',
    receivedOn: '2016-01-04',
    channel: 'email',
    requester: '',
    text: 'storm',
    ...scope,
  })
  const packet = producedPacket(vault, '16-1', id, 'Storm drains of the whole city')
  const copy = (kind: IssuedCopy['kind'], subject: string, place: string) => {
    const made = { digest: Buffer.alloc(32), size: 1, at: Instant.parse(Date.parse('2016-03-01T18:00:00Z')) }
    registerCopy(vault.db, { kind, subject, name: place.slice(1), place, ...made })
  }
  copy('backup', 'vault', '/backup-of-march')
  copy('record', `record ${id}`, '/storm.pdf')
  copy('record', 'record 7', '/another.pdf')
  copy('deadlines', 'all', '/deadlines.ics')
  const posting = 'INSERT INTO packet_posting (production_id, place, posted_on, entered_at) VALUES (?, ?, ?, ?)'
  vault.db.run(
    posting,
    Number(packet),
    'https://portal.example/16-1',
    '2016-02-02',
    vault.db.get<{ at: number }>('SELECT max(at) AS at FROM ledger')?.at ?? 0,
  )
  const painted = putBytes(vault.folder, Buffer.from('a picture with a black box over a face, made for a packet'))
  insertObject(vault.db, { ...painted, member: null }, 0)
  const decision = JSON.stringify({ outcome: 'redact', files: [{ made: Buffer.from(painted.digest).toString('hex') }] })
  vault.db.run('INSERT INTO production_decision VALUES (?, 0, ?)', Number(packet), decision)
  vault.setClock('2016-05-02T18:00:00Z')
  vault.command(requestClose, { id: '16-1', how: 'elsewhere', on: '2016-05-02', reason: 'Answered' })
  const told = async () => recordCopies.output.parse(await vault.ask(recordCopiesAnswer, { id }))
  const held = { production: Number(packet), request: '16-1', kept: true, posted: ['https://portal.example/16-1'] }
  expect(await told()).toMatchObject({
    ...{ destroyed: null, packets: [held], more: 0 },
    outside: [
      { place: '/storm.pdf', sure: true },
      { place: '/another.pdf', sure: false },
      { place: '/backup-of-march', sure: true },
    ],
  })

  const choose = { id: null, reason: 'the clerk’s schedule' }
  vault.command(officeFileChoose, { ...choose, kind: 'request-file', series: seriesOf.claims, startsOn: 'closed' })
  vault.command(officeFileChoose, { ...choose, kind: 'packet', series: seriesOf.minutes, startsOn: null })
  vault.actAs(clerk)
  vault.setClock('2026-11-20T18:00:00Z')
  const plan = await planned(vault)
  approved(vault, plan)
  const { destroyed, files, proof } = await executed(vault, plan)
  expect([destroyed, files]).toEqual([1, 0])
  expect(proof?.left).toEqual([])
  expect(holding(vault.folder, 'a black box over a face')).toEqual([])
  expect(vault.db.all('SELECT 1 FROM object WHERE digest = ?', painted.digest)).toEqual([])
  expect(await told()).toMatchObject({ destroyed: '2026-0001', packets: [held] })
  const residual = proof?.residual.map(({ place, sentence }) => `${place}: ${sentence}`).join('\n') ?? ''
  expect(residual).toContain(`production ${packet}: The packet of request 16-1 is a copy of 1 destroyed record`)
  expect(residual).toContain('https://portal.example/16-1: The packet of request 16-1 is published there since')
  expect(residual).toContain('/backup-of-march: backup-of-march: a backup of the vault')
  expect(residual).toContain('/storm.pdf')
  expect(residual).toContain('x/AlderBayCity: 1 record stood on the platform')
  expect(residual).toContain('other desks')
  expect(residual).not.toContain('deadlines')
  await expect(vault.ask(recordCopiesAnswer, { id: 4711 })).rejects.toThrow('has no record 4711, and destroyed none')
})
