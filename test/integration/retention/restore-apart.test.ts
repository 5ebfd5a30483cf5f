// What was made one, taken apart or taken in again since a backup: a restored copy lacks exactly what was destroyed, whatever it was part of then.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import recordMerge from '../../../electron/core/correction/commands/record.merge.ts'
import recordSeparate from '../../../electron/core/correction/commands/record.separate.ts'
import recordSplit from '../../../electron/core/correction/commands/record.split.ts'
import destructionReadmit from '../../../electron/core/retention/commands/destruction.readmit.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import { recordMerge as merging } from '../../../shared/contract/correction.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { holding } from '../../support/x-files.ts'
import { approved, classifyPosts, executed, planned, prepareSchedule } from './approved-plan.ts'
import { backups, rowsIn } from './backed-up.ts'
import { clerk, openRetentionVault, type RetentionVault } from './support.ts'

const { make, restore, restoreBy } = backups('apart')
let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

const words = (id: string) => `Quetzal-${id}-distinctive words of a post that is long enough`
const old = (id: string, text = words(id)) => ({ id, at: '2015-03-10T20:00:00Z', text })
const hold = (id: RecordId) => {
  const scope = { search: null, accounts: [], from: null, to: null, recordIds: [id] }
  vault.command(holdPlace, { label: 'Ruiz', basis: 'litigation', orderedBy: 'Counsel', document: null, scope })
}
const merged = (one: string, other: string) =>
  merging.output.parse(
    vault.command(recordMerge, { one: vault.idOf(one), other: vault.idOf(other), reason: 'one post' }),
  )
/** Destroys what may go, and hands out the certificate. */
const destroyed = async (count: number) => {
  await prepareSchedule(vault)
  const plan = await planned(vault)
  approved(vault, plan)
  const certificate = vault.grantWrite('certificate.json')
  expect(await executed(vault, plan, { json: certificate.grant })).toMatchObject({ destroyed: count })
  return certificate.path
}
const textsIn = (folder: string) =>
  rowsIn<{ text: string }>(folder, 'SELECT text FROM version JOIN record ON record.id = record_id ORDER BY 1').map(
    ({ text }) => text,
  )
/** What each way of restoring brings. */
const restored = async (backup: string, certificate: string) => {
  const after = await restore(backup, vault)
  const told = { certificates: [certificate], lists: [], ledger: null }
  return [after, await restoreBy(backup, told)]
}

describe('a restored backup', () => {
  it('lacks what was destroyed as part of another record', async () => {
    vault.receive([old('a1'), old('b2')], '2015-03-11T00:00:00Z')
    vault.receive([old('c3')])
    const backup = make(vault)
    merged('a1', 'b2')
    hold(vault.idOf('c3'))
    const certificate = await destroyed(1)
    for (const one of await restored(backup, certificate)) {
      expect(textsIn(one.folder)).toEqual([words('c3')])
      for (const id of ['a1', 'b2']) expect(holding(one.folder, words(id))).toEqual([])
      expect(one.destructions).toMatchObject([{ records: 2 }])
    }
  })

  it.each([
    ['kept', 'b2', 'a1'],
    ['taken up', 'a1', 'b2'],
  ])(
    'keeps what was one with the record that was destroyed and was split off since: the one that was %s went',
    async (_, stays, goes) => {
      vault.receive([old('a1')])
      vault.receive([old('b2')])
      const { merge } = merged('a1', 'b2')
      const backup = make(vault)
      vault.command(recordSplit, { merge })
      hold(vault.idOf(stays))
      const certificate = await destroyed(1)
      for (const one of await restored(backup, certificate)) {
        expect(textsIn(one.folder)).toEqual([words(stays)])
        expect(holding(one.folder, words(goes))).toEqual([])
        expect(rowsIn(one.folder, 'SELECT native_id AS id FROM record')).toEqual([{ id: stays }])
      }
    },
  )

  it.each([
    ['its own went', 'a1', words('first')],
    ['the other went', 'a1~2', words('second')],
  ])('keeps the version that was made a record of its own, or its fellow, where %s', async (_, goes, gone) => {
    vault.receive([old('a1', words('second'))], '2015-03-11T00:00:00Z')
    vault.receive([old('a1', words('first'))], '2015-03-20T00:00:00Z')
    const backup = make(vault)
    vault.command(recordSeparate, { record: vault.idOf('a1'), version: 1, reason: 'another post' })
    hold(vault.idOf(goes === 'a1' ? 'a1~2' : 'a1'))
    const certificate = await destroyed(1)
    const kept = textsIn(vault.folder)
    expect(kept).not.toContain(gone)
    for (const one of await restored(backup, certificate)) {
      expect(textsIn(one.folder)).toEqual(kept)
      expect(holding(one.folder, gone)).toEqual([])
    }
  })

  it('keeps what was taken in again since, and names what of it cannot be kept', async () => {
    vault.receive([old('a1', words('before'))], '2015-03-11T00:00:00Z')
    vault.receive([old('a1')], '2015-03-20T00:00:00Z')
    vault.receive([old('b2')])
    const backup = make(vault)
    await destroyed(2)
    vault.command(destructionReadmit, { id: 1, reason: 'asked for again' })
    vault.receive([old('a1'), old('b2')], '2015-03-11T00:00:00Z')
    const after = await restore(backup, vault)
    expect(textsIn(after.folder)).toEqual([words('b2')])
    expect(after).toMatchObject({ destructions: [{ records: 1 }], takenInAgain: 1 })
  })

  it('does not take in what was destroyed, taken in again and destroyed once more', async () => {
    vault.receive([old('a1')])
    const backup = make(vault)
    await destroyed(1)
    vault.command(destructionReadmit, { id: 1, reason: 'asked for again' })
    vault.receive([old('a1')])
    vault.setClock('2026-11-21T18:00:00Z')
    vault.actAs(clerk)
    await classifyPosts(vault)
    const plan = await planned(vault, '2026-11-21')
    approved(vault, plan, {}, '2026-11-21')
    expect(await executed(vault, plan)).toMatchObject({ destroyed: 1 })
    const again = () => db.get('SELECT 1 FROM record')
    let { db } = vault
    vault.take([old('a1')])
    expect(again()).toBeUndefined()
    const own = vault.folder
    vault.reopen((await restore(backup, vault)).folder)
    db = vault.db
    vault.take([old('a1')])
    expect(again()).toBeUndefined()
    vault.reopen(own)
  })
})
