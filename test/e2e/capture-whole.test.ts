// When a capture of pages may say that something is no longer shown: only where it saw, and kept, all that could have shown it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { captureCompare, captureNoLongerShown, captureRun, captureShow } from '../../shared/contract/capture.ts'
import { type CaptureDesk, captureDesk } from './support/capture-desk.ts'
import { type PlainSite, plainSite } from './support/plain-site.ts'

let desk: CaptureDesk
let site: PlainSite

beforeAll(async () => {
  desk = await captureDesk()
  site = await plainSite()
})
afterAll(async () => {
  await desk.close()
  await site.close()
})

const take = (path: string, kinds: string[] = []) => {
  const scope = { address: `${site.origin}${path}`, kinds }
  return desk.vault.run(captureRun, { account: desk.account, way: 'page', scope, terms: 'site-1' })
}
const post = (nth: number, more = '') => `<article id="post-${nth}" ${more}>Notice ${nth}</article>`

/** What two captures say became of items, by their words; and that nothing else was drafted for the log of removed posts. */
async function told(one: number, other: number) {
  const { gone, outOfRange, notReached } = await desk.vault.call(captureCompare, { one, other })
  const drafts = await desk.vault.call(captureNoLongerShown, {})
  expect(drafts.filter(({ missingIn }) => missingIn === other)).toHaveLength(gone.length)
  const words = (items: readonly { text: string }[]) => items.map(({ text }) => text.split('\n')[0]).toSorted()
  return { gone: words(gone), outOfRange: words(outOfRange), notReached: words(notReached) }
}

describe('a page', () => {
  test('whose state is too large to be kept is incomplete, and nothing on it is gone', async () => {
    site.at.set('/heavy', post(1) + post(2))
    const whole = await take('/heavy')
    const grow = '<script>document.querySelector("article").dataset.load = "x".repeat(25 << 20)</script>'
    site.at.set('/heavy', post(1) + post(2) + grow)
    const heavy = await take('/heavy')
    expect([whole.outcome, heavy.outcome]).toEqual(['complete', 'incomplete'])
    expect(heavy.sentence).toContain('its state could not be taken')
    expect(await told(whole.capture, heavy.capture)).toEqual({
      gone: [],
      outOfRange: [],
      notReached: ['Notice 1', 'Notice 2'],
    })
  })

  test('that is higher than a picture may be says so among the limits of its capture', async () => {
    site.at.set('/high', `${post(1, 'style="height: 20000px"')}`)
    const { capture, outcome } = await take('/high')
    expect(outcome).toBe('complete')
    const { facts } = await desk.vault.call(captureShow, { capture })
    expect(facts?.limits.map(({ sentence }) => sentence).join()).toMatch(
      /Of http:\S+\/high: its picture shows the uppermost 16,384 of its 20,\d+ pixels/,
    )
  })
})
