// When a capture of pages may say that something is no longer shown: only where it saw, and kept, all that could have shown it.
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { captureCompare, captureNoLongerShown, captureRun, captureShow } from '../../shared/contract/capture.ts'
import { type CaptureDesk, captureDesk } from './support/capture-desk.ts'
import { endsOf } from './support/capture-tools.ts'
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

describe('a server', () => {
  test('that leads on to another page leaves the one that was named incomplete, and nothing is gone', async () => {
    site.at.set('/led', post(1) + post(2))
    const before = await take('/led')
    site.at.set('/led', (answer) => answer.writeHead(302, { Location: '/notice' }).end())
    site.at.set('/notice', '<article id="closed">Closed for maintenance</article>')
    const after = await take('/led')
    expect(after.outcome).toBe('incomplete')
    expect(after.sentence).toContain(`it led on to ${site.origin}/notice`)
    expect(await told(before.capture, after.capture)).toMatchObject({ gone: [], notReached: ['Notice 1', 'Notice 2'] })
  })

  test('that cannot be reached brings nothing, and refuses nothing: it is asked again another day', async () => {
    const closed = await plainSite()
    await closed.close()
    const scope = { address: `${closed.origin}/` }
    const ran = await desk.vault.run(captureRun, { account: desk.account, way: 'page', scope, terms: 'site-1' })
    expect(ran).toMatchObject({ outcome: 'nothing', accession: null })
    expect(ran.sentence).toContain('could not be reached')
  })

  test('that sends a page what has no end: that it is not kept stands among the limits', async () => {
    site.at.set('/events', (answer) =>
      answer.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: x\n\n'),
    )
    const open = `new EventSource('/events'); new WebSocket(location.origin.replace('http', 'ws') + '/socket')`
    site.at.set('/live', `${post(1)}<script>${open}</script>`)
    const { capture, outcome } = await take('/live')
    expect(outcome).toBe('complete')
    const { facts } = await desk.vault.call(captureShow, { capture })
    const met = facts?.limits.map(({ sentence }) => sentence).join() ?? ''
    for (const what of ['a WebSocket', 'a stream of events']) expect(met).toContain(`sent it by ${what} was not kept`)
  })

  test('has no more of the bounds than an earlier run of the capture left of them', async () => {
    site.at.set('/two', post(1) + post(2))
    const at = `${site.origin}/two`
    const endWith = async (before: { items: number; bytes: number; waitedMs: number }) =>
      (await endsOf(desk.program, site.origin, [at], null, 10_000, before)).get(at)
    const [items, bytes] = await Promise.all([
      endWith({ items: 999, bytes: 0, waitedMs: 0 }),
      endWith({ items: 0, bytes: 512 << 20, waitedMs: 0 }),
    ])
    expect(items).toMatchObject({ met: false, why: 'the bound of 1000 items was reached' })
    expect(bytes?.met).toBe(false)
    expect(bytes?.why).toContain('the capture holds as much as it may')
  })
})

describe('the pages that a page leads to', () => {
  test('are visited, too, where its list holds no more than what is in view', async () => {
    site.at.set(
      '/long',
      `<div id="list" style="height: 12000px; box-sizing: border-box"></div><script>
      const draw = () => {
        const first = Math.min(26, Math.floor(scrollY / 400))
        list.style.paddingTop = first * 400 + 'px'
        list.innerHTML = [0, 1, 2, 3].map((n) => '<article id="long-' + (first + n) + '" style="height: 400px"><a href="/long/' + (first + n) + '">Notice ' + (first + n) + '</a></article>').join('')
      }
      draw()
      addEventListener('scroll', draw)</script>`,
    )
    for (let nth = 0; nth < 30; nth++) site.at.set(`/long/${nth}`, `<article>Notice ${nth} in full</article>`)
    const { outcome, sentence } = await take('/long', ['linked'])
    expect([outcome, sentence]).toEqual(['complete', '31 pages with 60 items came, all that was shown.'])
  })

  test('and are more than can be told leave it incomplete', async () => {
    site.at.set('/many', post(1) + Array.from({ length: 5100 }, (_, nth) => `<a href="/x/${nth}">${nth}</a>`).join(' '))
    expect(await take('/many')).toMatchObject({ outcome: 'complete' })
    const linked = await take('/many', ['linked'])
    expect(linked.outcome).toBe('incomplete')
    expect(linked.sentence).toContain('it leads to more than 5000 addresses')
  })
})

describe('a list of the newest ten', () => {
  const day = (nth: number) => new Date(Date.UTC(2026, 9, nth, 12)).toISOString()
  const news = (nth: number) =>
    `<article>Notice ${nth} <a rel="bookmark" href="/news/${nth}"><time datetime="${day(nth)}">${day(nth)}</time></a></article>`
  const list = (newest: number, without: readonly number[] = []) => {
    const all = Array.from({ length: newest }, (_, n) => newest - n).filter((nth) => !without.includes(nth))
    const pages = Math.ceil(all.length / 10)
    for (let page = 1; page <= pages; page++) {
      const body = all
        .slice(page * 10 - 10, page * 10)
        .map(news)
        .join('')
      const older = page < pages ? `<nav><a href="/news/page/${page + 1}">Older posts</a></nav>` : ''
      for (const path of page === 1 ? ['/news', '/news/page/1'] : [`/news/page/${page}`])
        site.at.set(path, body + older)
    }
    for (const nth of all) site.at.set(`/news/${nth}`, news(nth))
  }

  test('whose tenth goes over to an older page says of none but what was taken out among the others that it is gone', async () => {
    list(12)
    const before = await take('/news')
    list(13, [9])
    const after = await take('/news')
    expect([before.outcome, after.outcome]).toEqual(['complete', 'complete'])
    expect(after.sentence).toBe(
      '1 page with 10 items came, all that was shown. Their lists go on at pages that were not opened.',
    )
    expect(await told(before.capture, after.capture)).toEqual({
      gone: [expect.stringContaining('Notice 9')],
      outOfRange: [],
      notReached: [],
    })
    list(15, [9])
    const later = await take('/news')
    const fallen = [expect.stringContaining('Notice 3'), expect.stringContaining('Notice 4')]
    expect(await told(after.capture, later.capture)).toEqual({ gone: [], outOfRange: fallen, notReached: [] })
    const { facts } = await desk.vault.call(captureShow, { capture: later.capture })
    expect(facts?.limits.map(({ sentence }) => sentence).join()).toContain(`goes on at ${site.origin}/news/page/2`)
    expect(facts?.stop.since).toBe(Date.parse(day(5)))
  })

  test('that leads to no older page loses its tenth to want of room, and not to anybody', async () => {
    site.at.set('/latest', [3, 2, 1].map((nth) => post(nth)).join(''))
    const before = await take('/latest')
    site.at.set('/latest', [4, 3, 2].map((nth) => post(nth)).join(''))
    const after = await take('/latest')
    expect(await told(before.capture, after.capture)).toEqual({ gone: [], outOfRange: ['Notice 1'], notReached: [] })
    site.at.set('/latest', [4, 2].map((nth) => post(nth)).join(''))
    const last = await take('/latest')
    expect(await told(after.capture, last.capture)).toEqual({ gone: ['Notice 3'], outOfRange: [], notReached: [] })
  })

  test('is whole where its older pages are captured, too', async () => {
    list(12)
    const before = await take('/news', ['linked'])
    list(13, [2])
    const after = await take('/news', ['linked'])
    expect(after.sentence).not.toContain('not opened')
    expect(await told(before.capture, after.capture)).toMatchObject({ gone: [expect.stringContaining('Notice 2')] })
  })

  test('whose order nobody can tell says of nothing that it is gone', async () => {
    const more = '<a href="/unordered?page=2">2</a>'
    site.at.set('/unordered', [1, 2, 3].map((nth) => post(nth)).join('') + more)
    const before = await take('/unordered')
    site.at.set('/unordered', [4, 1, 2].map((nth) => post(nth)).join('') + more)
    const after = await take('/unordered')
    expect(await told(before.capture, after.capture)).toEqual({
      gone: [],
      outOfRange: ['Notice 3', 'Notice 4'],
      notReached: [],
    })
  })
})

describe('a shell without its data', () => {
  const app = (then: string) =>
    `<main></main><script>fetch('/api/posts').then((answer) => answer.ok ? answer.text() : '').then((html) => {
      document.querySelector('main').innerHTML = html
      ${then}
    })</script>`
  const shell = (path: string) => {
    site.at.set(path, app(''))
    site.at.set('/api/posts', (answer) => answer.writeHead(200, { 'Content-Type': 'text/html' }).end(post(1) + post(2)))
    return take(path)
  }
  const refused = (status: number) => (answer: ServerResponse) => answer.writeHead(status).end('no')

  test.each<[string, string, () => unknown, string]>([
    [
      '/walled',
      'whose data a wall against robots kept back',
      () => site.at.set('/api/posts', refused(403)),
      '/api/posts was answered with 403',
    ],
    [
      '/moved',
      'whose data is not found',
      () => site.at.set('/api/posts', refused(404)),
      '/api/posts was answered with 404',
    ],
    [
      '/error',
      'that says with success that something went wrong',
      () => site.at.set('/error', '<p>Something went wrong.</p>'),
      'it shows no item, where an earlier capture showed 2 items',
    ],
    [
      '/named',
      'that asks for a name first to log in',
      () => site.at.set('/named', '<form><input type="email" name="email"><button>Sign in</button></form>'),
      'asks for a log-in',
    ],
  ])('%s %s is not complete, and nothing is gone', async (path, _what, change, words) => {
    const before = await shell(path)
    expect(before.outcome).toBe('complete')
    change()
    const after = await take(path)
    expect(after.outcome).toBe(words.includes('log-in') ? 'lapsed' : 'incomplete')
    expect(after.sentence).toContain(words)
    expect(await told(before.capture, after.capture)).toEqual({
      gone: [],
      outOfRange: [],
      notReached: ['Notice 1', 'Notice 2'],
    })
  })

  test('a page that asks whether it knows somebody, is told no and shows its posts is complete', async () => {
    site.at.set('/whom', `${post(1)}<script>fetch('/api/me')</script>`)
    site.at.set('/api/me', refused(401))
    expect(await take('/whom')).toMatchObject({ outcome: 'complete' })
  })
})
