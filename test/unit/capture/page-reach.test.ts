// How far a capture of pages reaches, told from how each of them ended.
import { expect, test } from 'vitest'
import { endOf } from '../../../electron/core/capture/ways/page/ends.ts'
import {
  type PageEnd,
  reachOfPages,
  unopenedSentence,
  withoutShells,
} from '../../../electron/core/capture/ways/page/reach.ts'
import { VisitEnd } from '../../../shared/contract/browser.ts'
import { Instant } from '../../../shared/domain/time.ts'

const at = (path: string) => `https://city.example${path}`
const ended = (path: string, end: Partial<VisitEnd> = {}): PageEnd => ({
  page: at(path),
  end: VisitEnd.parse({
    ...{ met: true, why: 'nothing more came', signIn: false, status: 200, wait: null, older: false, items: 3 },
    ...{ rounds: 4, pressed: 0, denied: [] },
    ...end,
  }),
})
const run = (ends: readonly PageEnd[]) =>
  endOf({ ends, unvisited: 0, problem: null, since: null, stopped: false, isAnswered: true })

test('pages whose lists end on them reach back to everything', () => {
  expect(reachOfPages([ended('/news')], null)).toEqual({ since: null, unopened: [] })
})

test('a list that goes on reaches back to the oldest item that it shows, unless its next page was opened, too', () => {
  const list = ended('/news', { pagers: [at('/news/page/2')], back: 500 })
  expect(reachOfPages([list], null)).toEqual({ since: 500, unopened: [at('/news/page/2')] })
  expect(reachOfPages([list, ended('/news/page/2')], null)).toEqual({ since: null, unopened: [] })
})

test('of several lists that go on the nearest end counts, and one without an order leaves nothing to be told', () => {
  const near = ended('/news', { pagers: [at('/news/page/2')], back: 500 })
  const far = ended('/events', { pagers: [''], back: 300 })
  expect(reachOfPages([near, far], null).since).toBe(500)
  const { since, unopened } = reachOfPages([near, ended('/log', { pagers: [''] })], null)
  expect(since).toBeGreaterThan(Date.UTC(9999, 0))
  expect(unopenedSentence(unopened, since)).toContain('of none it is said that it is no longer shown')
})

test('a capture back to a day reaches no further, wherever its lists go on', () => {
  const day = Instant.parse(400)
  expect(reachOfPages([ended('/news', { older: true })], day).since).toBe(400)
  expect(reachOfPages([ended('/news', { older: true, pagers: [''], back: 300 })], day).since).toBe(400)
})

test('a page that shows nothing is met only where nothing was shown there before', () => {
  const empty = ended('/news', { empty: true, items: 0 })
  expect(run(withoutShells([empty], () => 0))).toMatchObject({ outcome: 'complete' })
  const before = (page: string | null) => (page === at('/news') ? 2 : 5)
  expect(run(withoutShells([empty, ended('/about')], before))).toMatchObject({
    stop: { met: false },
    sentence: expect.stringContaining('an earlier capture showed 2 items'),
  })
  // Nothing at all: the pages that led there are not known any more.
  expect(run(withoutShells([ended('/', { empty: true })], before)).sentence).toContain('showed 5 items')
})

test.each([
  ['nothing', 'that nobody answered', {}, false],
  ['incomplete', 'of a server that answered something else', {}, true],
  ['refused', 'that may not be asked', { forbidden: true }, true],
] as const)('a capture is %s of a page %s', (outcome, _what, end, isAnswered) => {
  const unreached = ended('/news', { met: false, status: null, items: 0, why: 'it could not be reached', ...end })
  const told = endOf({ ends: [unreached], unvisited: 0, problem: null, since: null, stopped: false, isAnswered })
  expect(told).toMatchObject({
    outcome,
    stop: { met: false },
    sentence: expect.stringContaining('could not be reached'),
  })
})

test('a page that was asked for too often is tried again on another day', () => {
  expect(run([ended('/news', { met: false, status: 429, wait: 86_400_000 })]).outcome).toBe('incomplete')
})
