// Two accounts of the City in one thread: what one answers of the other, where the platform's number says so.
import { afterEach, beforeEach, expect, it } from 'vitest'
import classifyRecords from '../../../electron/core/retention/commands/classify.records.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import retentionExplain from '../../../electron/core/retention/queries/retention.explain.ts'
import { gatherThreads, threadAround } from '../../../electron/core/retention/thread/threads.ts'
import { retentionExplain as explained } from '../../../shared/contract/schedule.ts'
import { RecordId } from '../../../shared/domain/id.ts'
import { approved, executed, planned, prepareSchedule } from './approved-plan.ts'
import { openRetentionVault, type RetentionVault, seriesOf } from './support.ts'

let vault: RetentionVault
beforeEach(() => {
  vault = openRetentionVault()
})
afterEach(() => vault.close())

/** A post of the first account, and what the second one answers to its number. */
function answered(platforms: readonly [string, string], number: string, kind = 'reply') {
  for (const [at, platform] of platforms.entries())
    vault.db.run('UPDATE account SET platform = ? WHERE id = ?', platform, vault.accounts[at] ?? 0)
  vault.receive([{ id: number, at: '2015-03-10T20:00:00Z' }])
  const by = { account: vault.accounts[1], answers: number, at: '2015-03-11T20:00:00Z' }
  vault.receive([{ id: `${number}7`, kind, ...by }])
  return [vault.idOf(number), vault.idOf(`${number}7`, kind)] as const
}
const tied = ([post, reply]: readonly [RecordId, RecordId]) => {
  const { of } = gatherThreads(vault.db)
  const all = of(post) !== undefined && of(post) === of(reply)
  expect([threadAround(vault.db, post).includes(reply), threadAround(vault.db, reply).includes(post)]).toEqual([
    all,
    all,
  ])
  return all
}

it.each([
  ['x', '573129600000000000'],
  ['facebook', '102345678901234'],
  ['mastodon', 'https://social.example/users/city/statuses/1'],
  ['bluesky', 'at://did:plc:abc/app.bsky.feed.post/3kabc'],
  ['reddit', 't3_abc12'],
  ['linkedin', 'urn:li:activity:7000000000000000000'],
  ['youtube', 'UgxKREWxIgDrw8w2e_Z4AaABAg'],
  ['tumblr', '141234567890'],
])('an answer on %s to a post of the other account stands in its thread', (platform, number) => {
  expect(tied(answered([platform, platform], number))).toBe(true)
})

it.each([
  [['x', 'facebook'], '573129600000000000'],
  [['x', 'x'], '117'],
  [['x', 'x'], 'post @ 2019-03-02T18:04:11Z'],
  [['wordpress', 'wordpress'], '573129600000000000'],
  [['discourse', 'discourse'], '1234567890123'],
  [['mediawiki', 'mediawiki'], '1234567890123'],
] as const)('%j: an equal number, %s, ties nothing', (platforms, number) => {
  expect(tied(answered(platforms, number))).toBe(false)
})

it('holds and ages the answer with the post, and a plan lets neither go without the other', async () => {
  const [post, reply] = answered(['x', 'x'], '573129600000000000')
  vault.receive([{ id: '573129600000009999', at: '2015-03-10T20:00:00Z' }])
  await prepareSchedule(vault)
  vault.command(classifyRecords, { records: [reply], series: seriesOf.post, reason: 'an answer' })
  const plan = await planned(vault)
  expect(plan.eligible).toBe(3)
  approved(vault, plan)
  const scope = { search: null, accounts: [], from: null, to: null, recordIds: [post] }
  vault.command(holdPlace, { label: 'Doe v. City', basis: 'litigation', orderedBy: 'Attorney', scope, document: null })
  const why = explained.output.parse(
    await vault.ask(retentionExplain, { id: RecordId.parse(reply), asOf: '2026-11-20' }),
  )
  expect(why.holds).toEqual(['Doe v. City'])
  expect(await executed(vault, plan)).toMatchObject({ destroyed: 1, skipped: 2 })
})

it('is aged from what comes last in either account', async () => {
  const [post] = answered(['x', 'x'], '573129600000000000')
  vault.receive([
    {
      id: '573129600000000009',
      kind: 'reply',
      account: vault.accounts[1],
      answers: '573129600000000000',
      at: '2026-03-10T20:00:00Z',
    },
  ])
  await prepareSchedule(vault)
  const { trace } = explained.output.parse(await vault.ask(retentionExplain, { id: post, asOf: '2026-11-20' }))
  expect(trace.map(({ sentence }) => sentence).join(' ')).toContain('March 10, 2026, the day it was last added to')
})
