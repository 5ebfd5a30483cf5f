// An execution tells when each thing was done, not when it was begun: with what others do meanwhile its entries stand in the ledger in the order of time.
import { expect, it } from 'vitest'
import { dispositionSettle } from '../../../shared/contract/approval.ts'
import { purgeExecute } from '../../../shared/contract/destruction.ts'
import { usualOffice } from '../../../shared/domain/disposition/approval.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { openTestArchive } from '../../support/archive.ts'
import { approveByPages, drawPlan, importPosts, putInSeries } from '../../support/purgeable.ts'
import { workplace } from '../../support/vaults.ts'
import { rowsIn } from './backed-up.ts'

const SINCE =
  "SELECT at, kind FROM ledger WHERE seq >= (SELECT min(seq) FROM ledger WHERE kind = 'purge.begin') ORDER BY seq"
const { folder, closeAfter } = workplace('execution-times')
const start = performance.now()
/** A clock that goes as clocks do. */
const clock = () => Instant.parse(Date.parse('2026-11-23T17:00:00Z') + Math.floor(performance.now() - start))

it('an execution tells when each record was destroyed, and its entries in the ledger never run backwards', async () => {
  const one = await openTestArchive({ clock })
  closeAfter(one)
  const settle = (reason: string) =>
    one.call(dispositionSettle, { office: { ...usualOffice, alone: true }, reason: `${reason}: a small office` })
  await settle('first')
  await importPosts(one, folder, [1, 2, 3], true)
  await putInSeries(one)
  const plan = await drawPlan(one)
  await approveByPages(one, plan)
  const going = one.run(purgeExecute, { plan: plan.id, to: { pdf: null, json: null } })
  for (let times = 0; times < 20; times += 1) await settle(`again ${times}`)
  await going

  const entries = rowsIn<{ at: number; kind: string }>(one.folder, SINCE)
  expect(entries.filter(({ kind }) => kind === 'purge.destroy')).not.toEqual([])
  expect(entries.filter(({ at }, place) => at < (entries[place - 1]?.at ?? 0))).toEqual([])
  const moments = `SELECT began_at AS began, min(decided_at) AS decided, executed_at AS executed, certified_at AS certified
    FROM destruction JOIN destruction_item ON destruction_id = id`
  const [first] = rowsIn<Record<'began' | 'decided' | 'executed' | 'certified', number>>(one.folder, moments)
  expect(first?.decided).toBeGreaterThan(first?.began ?? Number.POSITIVE_INFINITY)
  expect(first?.certified).toBeGreaterThan(first?.executed ?? Number.POSITIVE_INFINITY)
})
