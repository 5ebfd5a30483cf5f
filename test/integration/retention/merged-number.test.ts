// The number of a record that is one with another is its own still: nothing else gets it, and nothing of the two goes with whoever has it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import recordMerge from '../../../electron/core/correction/commands/record.merge.ts'
import recordSplit from '../../../electron/core/correction/commands/record.split.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import { recordMerge as merging } from '../../../shared/contract/correction.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { openRetentionVault, type RetentionVault } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
  vault.receive([old('a1')])
  vault.receive([old('b2')])
})
afterEach(() => vault.close())

const old = (id: string) => ({ id, at: '2015-03-10T20:00:00Z', text: `Words of ${id}` })
const merged = () => {
  const pair = { one: vault.idOf('a1'), other: vault.idOf('b2') }
  const { kept, merge } = merging.output.parse(vault.command(recordMerge, { ...pair, reason: 'one post' }))
  return { merge, kept, absorbed: kept === pair.one ? pair.other : pair.one }
}

describe('the number of a record that was joined with another', () => {
  it('is given to no record of the same second, and is its own again when they are split', () => {
    const { merge, absorbed } = merged()
    vault.receive([old('c3')])
    expect(vault.idOf('c3')).not.toBe(absorbed)
    vault.command(recordSplit, { merge })
    expect([vault.idOf('a1'), vault.idOf('b2')]).toContain(absorbed)
  })

  it('ends no merge with the record that got it in a vault of before', async () => {
    const { merge, kept } = merged()
    vault.receive([old('c3')])
    vault.db.run('UPDATE record_merge SET absorbed_id = ? WHERE id = ?', vault.idOf('c3'), merge)
    const scope = { search: null, accounts: [], from: null, to: null, recordIds: [kept] }
    vault.command(holdPlace, { label: 'Ruiz', basis: 'litigation', orderedBy: 'Counsel', document: null, scope })
    await prepareSchedule(vault)
    const plan = await planned(vault)
    approved(vault, plan)
    expect(await executed(vault, plan)).toMatchObject({ destroyed: 1 })
    vault.command(recordSplit, { merge })
    expect(vault.idOf('a1')).not.toBe(vault.idOf('b2'))
  })
})
