// Earlier wordings that a WordPress site keeps of its posts: asked for with a log-in alone, a version each with its time, never the wording of now.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { captureCompare, captureRun } from '../../../shared/contract/capture.ts'
import { recordPage, recordShow } from '../../../shared/contract/record.ts'
import { openTestArchive } from '../../support/archive.ts'
import { captureBy, type Replay, type Reply, replay } from '../../support/replay.ts'
import { Site } from '../../support/wordpress-site.ts'

const LOG_IN = { user: 'clerk', password: 'planted-password-88' }
const kinds = ['posts']
const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

let site: Site
let server: Replay
let refuse: (url: URL) => Reply | undefined
beforeEach(async () => {
  site = new Site()
  refuse = () => undefined
  server = await replay((asked) => refuse(asked.url) ?? site.answer(asked))
  stops.push(() => server.stop())
})
const capture = (secrets = {}) =>
  captureBy({ way: 'api/wordpress', address: server.address, scope: { kinds }, secrets })

test('a post that was edited three times has three earlier wordings before that of now, each with its time, and who saved it where the site tells', async () => {
  site.publish(12, '10:00', 'The pool opens.')
  site.edit(12, '11:00', 'The pool opens at nine.', 2)
  site.edit(12, '12:00', 'The pool opens at ten.')
  site.edit(12, '13:00', 'The pool is closed.')
  const { end, drafts, outcomes } = await capture(LOG_IN)
  expect(end).toMatchObject({ outcome: 'complete', sentence: '1 item was seen.' })
  expect(
    drafts.map(({ nativeId, kind, text, details }) => [nativeId, kind, text, details.modified, details.editor]),
  ).toEqual([
    ['12', 'post', 'Notice 12\nThe pool opens.', '2026-10-01T10:00:00Z', 'clerk'],
    ['12', 'post', 'Notice 12\nThe pool opens at nine.', '2026-10-01T11:00:00Z', undefined],
    ['12', 'post', 'Notice 12\nThe pool opens at ten.', '2026-10-01T12:00:00Z', 'clerk'],
    ['12', 'post', 'Notice 12\nThe pool is closed.', '2026-10-01T13:00:00Z', undefined],
  ])
  expect(outcomes).toContainEqual({ type: 'passed-over', reason: expect.stringContaining('what the item says now') })
})

test('an autosave is no wording, and what was saved before the post stood there, or of a post that never did, was a draft', async () => {
  site.save(7, '09:00', 'Nobody sees this yet.')
  site.publish(7, '10:00', 'The fair is on.')
  site.edit(7, '11:00', 'The fair is off.')
  site.autosave(7, '12:00', 'The fair is')
  site.save(8, '09:00', 'First thoughts.')
  site.save(8, '10:00', 'Second thoughts.')
  const { drafts, outcomes } = await capture(LOG_IN)
  const told = drafts.map(({ text, state, details }) => [text, state, details.hidden ?? false, details.hiddenHow])
  expect(told).toEqual([
    [
      'Notice 7\nNobody sees this yet.',
      'live',
      true,
      expect.stringContaining('a draft then, as far as the site tells'),
    ],
    ['Notice 7\nThe fair is on.', 'live', false, undefined],
    ['Notice 8\nFirst thoughts.', 'draft', true, expect.stringContaining('was not published')],
    ['Notice 7\nThe fair is off.', 'live', false, undefined],
    ['Notice 8\nSecond thoughts.', 'draft', true, 'A draft: not shown.'],
  ])
  expect(outcomes).toContainEqual({ type: 'passed-over', reason: expect.stringContaining('An autosave') })
})

test('without a log-in nobody asks for them', async () => {
  site.publish(12, '10:00', 'The pool opens.')
  site.edit(12, '11:00', 'The pool is closed.')
  const { end, drafts } = await capture()
  expect(end.outcome).toBe('complete')
  expect(drafts.map(({ text }) => text)).toEqual(['Notice 12\nThe pool is closed.'])
  const routes = server.asked.map(({ url }) => [url.searchParams.get('rest_route'), url.searchParams.get('_fields')])
  expect(routes).toEqual([
    ['/wp/v2/types', null],
    ['/wp/v2/posts', null],
  ])
})

test('a site that refuses them gives its posts all the same, and the capture says so', async () => {
  site.publish(12, '10:00', 'The pool opens.')
  site.edit(12, '11:00', 'The pool is closed.')
  refuse = ({ searchParams }) =>
    searchParams.get('rest_route')?.endsWith('/revisions') === true
      ? { status: 403, json: { code: 'rest_cannot_read', message: 'Not for you' } }
      : undefined
  const { end, drafts } = await capture(LOG_IN)
  expect(end).toMatchObject({ outcome: 'complete', stop: { met: true } })
  expect(end.sentence).toContain('1 answers beside them did not come')
  expect(drafts.map(({ text }) => text)).toEqual(['Notice 12\nThe pool is closed.'])
})

test('a capture of so many items asks for the wordings of those alone', async () => {
  for (const id of [1, 2, 3]) site.publish(id, '10:00', 'The fair is on.')
  for (const id of [1, 2, 3]) site.edit(id, '11:00', 'The fair is off.')
  const scope = { kinds, depth: 1 }
  await captureBy({ way: 'api/wordpress', address: server.address, scope, secrets: LOG_IN })
  const revised = server.asked.flatMap(
    ({ url }) => /posts\/(\d+)\/revisions$/.exec(url.searchParams.get('rest_route') ?? '')?.[1] ?? [],
  )
  expect(revised).toEqual(['1'])
})

test('more than a hundred of them come page by page', async () => {
  site.publish(12, '00:00', 'Wording 0')
  for (let nth = 1; nth <= 250; nth++) site.edit(12, `${Math.floor(nth / 60)}:${nth % 60}`, `Wording ${nth}`)
  const { end, drafts } = await capture(LOG_IN)
  expect(end.outcome).toBe('complete')
  expect(drafts.map(({ text }) => text)).toEqual(Array.from({ length: 251 }, (_, nth) => `Notice 12\nWording ${nth}`))
})

test('a wording that a capture had as that of the day is the same version when it is an earlier one, and the wording of now is current', async () => {
  const vault = await openTestArchive()
  stops.push(() => vault.close())
  vault.archive.credential(vault.account, LOG_IN, false)
  const run = async () => {
    const scope = { address: server.address, kinds }
    const done = await vault.run(captureRun, { account: vault.account, way: 'api/wordpress', scope })
    expect(done).toMatchObject({ outcome: 'complete', unexplained: 0 })
    return done.capture
  }
  const shown = async () => {
    const { rows } = await vault.call(recordPage, { search: '', before: null, limit: 5, live: false })
    const post = rows.find(({ nativeId }) => nativeId === '12')
    const { versions } = await vault.call(recordShow, { id: post?.id ?? 0 })
    const words = versions.toSorted((one, other) => one.number - other.number).map(({ text }) => text.split('\n')[1])
    return { now: post?.text.split('\n')[1], words }
  }
  const changes = async (one: number, other: number) => {
    const { changed, same, gone } = await vault.call(captureCompare, { one, other })
    return [changed.length, same.length, gone.length]
  }
  site.publish(12, '10:00', 'One')
  const first = await run()
  expect(await shown()).toEqual({ now: 'One', words: ['One'] })
  site.edit(12, '11:00', 'Two')
  site.tags = ['Pools']
  site.edit(12, '12:00', 'Three')
  const second = await run()
  expect(await shown()).toEqual({ now: 'Three', words: ['One', 'Two', 'Three'] })
  expect(await changes(first, second)).toEqual([1, 0, 0])
  const third = await run()
  expect(await shown()).toEqual({ now: 'Three', words: ['One', 'Two', 'Three'] })
  expect(await changes(second, third)).toEqual([0, 1, 0])
  // An edit that is taken back makes the older version current again.
  site.tags = []
  site.edit(12, '14:00', 'One')
  await run()
  expect(await shown()).toEqual({ now: 'One', words: ['One', 'Two', 'Three'] })
})

test('wordings that a site keeps from before the first capture are versions before none, and do not hide that of now', async () => {
  const vault = await openTestArchive()
  stops.push(() => vault.close())
  site.publish(12, '10:00', 'One')
  site.edit(12, '11:00', 'Two')
  const scope = { address: server.address, kinds }
  const run = () => vault.run(captureRun, { account: vault.account, way: 'api/wordpress', scope })
  // A log-in that comes later: the words of now are known already when the earlier ones come.
  refuse = ({ searchParams }) =>
    searchParams.get('rest_route')?.endsWith('/revisions') === true ? { status: 404 } : undefined
  vault.archive.credential(vault.account, LOG_IN, false)
  await run()
  refuse = () => undefined
  await run()
  const { rows } = await vault.call(recordPage, { search: '', before: null, limit: 5, live: false })
  expect(rows.map(({ nativeId, text, versions }) => [nativeId, text, versions])).toEqual([['12', 'Notice 12\nTwo', 2]])
})
