// An execution that was killed while it listed its records lists them anew: none is lost or twice, though others joined two of them meanwhile.
import { afterAll, expect, it } from 'vitest'
import purgeExecute from '../../../electron/core/retention/jobs/purge.execute.ts'
import { approved, planned, prepareSchedule } from './approved-plan.ts'
import { attorney, openRetentionVault } from './support.ts'

const vault = openRetentionVault()
afterAll(() => vault.close())
/** More than one batch lists. */
const MANY = 2100

it('an execution that was killed while it listed its records loses none and names none twice', async () => {
  const at = '2015-03-10T20:00:00Z'
  vault.receive(Array.from({ length: MANY }, (_, number) => ({ id: `p${number}`, at, text: `Words ${number}` })))
  await prepareSchedule(vault)
  const plan = await planned(vault)
  approved(vault, plan)
  vault.actAs(attorney)
  const input = { plan: plan.id, to: { pdf: null, json: null } }
  let batches = 0
  vault.watch((moment, batch) => {
    if (moment === 'before' && batch === 'purge.list-items' && ++batches === 2) throw new Error('killed')
  })
  await expect(vault.run(purgeExecute, input)).rejects.toThrow('killed')
  vault.watch(null)
  // The first and the last stand in one thread by now.
  vault.db.run('UPDATE record SET parent_native_id = ? WHERE native_id = ?', 'p0', `p${MANY - 1}`)
  const done = await vault.resume(purgeExecute, input)
  const listed = 'SELECT count(*) AS n, count(DISTINCT record_id) AS distinct_n FROM destruction_item'
  expect(vault.db.get(listed)).toEqual({ n: MANY, distinct_n: MANY })
  expect(done).toMatchObject({ waiting: 0, state: 'certified', destroyed: MANY })
})
