// What a page capture judges by itself: when a page is at its end, which addresses are the account's own, what is blanked, how frames travel.
import { describe, expect, test } from 'vitest'
import { secretsOf } from '../../../electron/browser/secrets.ts'
import { isOfSite, isSameHost, isWithin } from '../../../electron/browser/site.ts'
import { judge, type Seen } from '../../../electron/browser/stop.ts'
import { behaviourFor } from '../../../electron/core/capture/ways/page/behaviours.ts'
import { dropOwn } from '../../../electron/core/capture/ways/page/drop-own.ts'
import { isOwnAddress } from '../../../electron/core/capture/ways/page/may-capture.ts'
import { said } from '../../../electron/core/capture/ways/page/robots.ts'
import { frameBytes, framesOf, type VisitLimits } from '../../../shared/contract/browser.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'

const limits: VisitLimits = {
  pages: 5,
  items: 100,
  rounds: 20,
  pageMs: 10_000,
  viewMs: 3000,
  answerMs: 1000,
  answerBytes: 1000,
  allBytes: 10_000,
  quietMs: 10,
}
const quiet: Seen = {
  ...{ items: 10, pressed: 0, height: 500, signIn: false, older: false, open: 0 },
  ...{ drawn: true, broken: '', lost: 0 },
}
const four = [quiet, quiet, quiet, quiet]

describe('a page is at its end', () => {
  test('when three rounds brought nothing, and not before', () => {
    expect(judge([quiet], 0, 0, [], limits)).toEqual({ go: true })
    expect(judge(four.slice(1), 0, 0, [], limits)).toEqual({ go: true })
    expect(judge(four, 0, 0, [], limits)).toEqual({ go: false, met: true, why: 'nothing more came' })
  })
  test.each<[string, Seen]>([
    ['an item came', { ...quiet, items: 11 }],
    ['the page grew', { ...quiet, height: 501 }],
    ['something was pressed', { ...quiet, pressed: 1 }],
    ['a request is under way', { ...quiet, open: 1 }],
    ['it was not drawn, and so has not heard of the scrolling', { ...quiet, drawn: false }],
  ])('not when %s', (_what, last) => {
    expect(judge([...four.slice(1), last], 0, 0, [], limits)).toEqual({ go: true })
  })
  test('when it was scrolled back to the day that was asked for, once nothing is under way', () => {
    const back: Seen = { ...quiet, older: true }
    expect(judge([back], 0, 0, [], limits)).toMatchObject({ go: false, met: true })
    expect(judge([{ ...back, open: 1 }], 0, 0, [], limits)).toEqual({ go: true })
    expect(judge([{ ...back, pressed: 1 }], 0, 0, [], limits)).toEqual({ go: true })
    expect(judge([back], 0, 0, ['a.example/more was answered with 500'], limits)).toMatchObject({ met: false })
  })
  test('but not met where part of its data did not come', () => {
    const judged = judge(four, 0, 0, ['a.example/more was answered with 500'], limits)
    expect(judged).toMatchObject({ go: false, met: false })
    expect(JSON.stringify(judged)).toContain('a.example/more was answered with 500')
  })
  test('and not met where a button that says how many more there are brought nothing', () => {
    const broken: Seen = { ...quiet, broken: 'view 2 more comments' }
    expect(judge([...four, broken], 0, 0, [], limits)).toEqual({
      go: false,
      met: false,
      why: 'part of it did not come: “view 2 more comments” was pressed, and nothing came',
    })
  })
  test('and not met where it took items out again that nobody could keep', () => {
    expect(judge([...four, { ...quiet, lost: 2 }], 0, 0, [], limits)).toEqual({
      go: false,
      met: false,
      why: 'part of it did not come: it took 2 items out again that it had shown',
    })
  })
  test.each([
    ['items', () => judge([{ ...quiet, items: 60 }], 0, 40, [], limits), 'bound of 100 items'],
    [
      'rounds',
      () =>
        judge(
          Array.from({ length: 20 }, (_, n) => ({ ...quiet, items: n })),
          0,
          0,
          [],
          limits,
        ),
      '20 rounds',
    ],
    ['time', () => judge([quiet], 10_000, 0, [], limits), '10 seconds'],
    ['a log-in', () => judge([{ ...quiet, signIn: true }], 0, 0, [], limits), 'log-in'],
  ])('and not met at the bound of %s', (_what, run, words) => {
    expect(run()).toMatchObject({ go: false, met: false, why: expect.stringContaining(words) })
  })
})

test.each([
  ['https://city.example/page', true],
  ['https://city.example/page/', true],
  ['https://city.example/page/12?a=1', true],
  ['https://city.example/pages', false],
  ['https://city.example/', false],
  ['http://city.example/page', false],
  ['https://city.example:8443/page', false],
  ['https://city.example.evil.test/page', false],
  ['https://user:pw@city.example/page', false],
  ['javascript:alert(1)', false],
])('%s is the account’s own: %s', (address, own) => {
  expect(isWithin(address, ['https://city.example/page'])).toBe(own)
})

test.each([
  ['x', 'https://x.com/AlderBayCity/status/1', true],
  ['x', 'https://mobile.twitter.com/alderbaycity', true],
  ['x', 'https://x.com/somebody', false],
  ['x', 'https://x.com/', false],
  ['x', 'https://www.example.gov/AlderBayCity', false],
  ['x', 'https://x.com.evil.example/AlderBayCity', false],
  ['facebook', 'https://www.facebook.com/profile.php?id=10045', true],
  ['youtube', 'https://www.youtube.com/@AlderBayCity/videos', true],
  ['wordpress', 'https://www.example.gov/news', true],
  ['wordpress', 'https://www.facebook.com/AlderBayCity', false],
  ['wordpress', 'https://somebody.tumblr.com/', false],
  ['tumblr', 'https://alderbaycity.tumblr.com/archive', true],
  ['tumblr', 'https://www.tumblr.com/alderbaycity', true],
  ['tumblr', 'https://www.tumblr.com/somebody', false],
  ['tumblr', 'https://www.example.gov/', false],
  ['mastodon', 'https://social.example/@AlderBayCity/1', true],
  ['mastodon', 'https://social.example/users/alderbaycity', true],
  ['mastodon', 'https://social.example/@somebody', false],
  ['mastodon', 'https://social.example/explore', false],
  ['soundcloud', 'https://soundcloud.com/somebody/tracks', false],
])('an account on %s: %s is its own: %s', (platform, address, own) => {
  const account = { platform: PlatformName.parse(platform), handle: 'AlderBayCity', nativeId: '10045' }
  expect(isOwnAddress(account, address)).toBe(own)
})

test('an account whose handle names its server, or is its host, has its addresses', () => {
  const of = (platform: string, handle: string) => ({ platform: PlatformName.parse(platform), handle, nativeId: null })
  expect(isOwnAddress(of('mastodon', '@city@social.example'), 'https://social.example/@city')).toBe(true)
  expect(isOwnAddress(of('mastodon', '@city@social.example'), 'https://social.example/@other')).toBe(false)
  expect(isOwnAddress(of('tumblr', 'blog.example.gov'), 'https://blog.example.gov/post/1')).toBe(true)
})

test('sites are told apart by their hosts', () => {
  expect(isSameHost('https://www.city.example/x', ['http://city.example/'])).toBe(true)
  expect(isSameHost('https://other.example/', ['http://city.example/'])).toBe(false)
  expect(isOfSite('https://api.x.com/graph', 'https://x.com/city')).toBe(true)
  expect(isOfSite('http://127.0.0.1:81/', 'http://127.0.0.1:80/')).toBe(false)
  expect(isOfSite('http://10.0.0.1/', 'http://9.9.0.1/')).toBe(false)
})

test('cookies and keys are blanked in what servers send back, in every form, and nothing else', () => {
  const secrets = secretsOf()
  secrets.learn({ Authorization: 'Bearer abcdefghijklmnop', 'X-CSRF-Token': 'csrf/value+1234', Accept: 'text/html' }, [
    'cookievalue-0123456789',
    'short',
  ])
  secrets.learnIn(
    Buffer.from('<input type="hidden" name="fb_dtsg" value="handed-out-12345"> {"csrfToken": "json-handed-out-1"}'),
  )
  const sent =
    'handed-out-12345 json-handed-out-1 abcdefghijklmnop csrf%2Fvalue%2B1234 {"c":"cookievalue-0123456789"} short text/html'
  const kept = Buffer.from(secrets.blank(Buffer.from(sent))).toString()
  expect(kept).toBe(
    `${'*'.repeat(16)} ${'*'.repeat(17)} ${'*'.repeat(16)} ${'*'.repeat(19)} {"c":"${'*'.repeat(22)}"} short text/html`,
  )
  const innocent = Buffer.from('nothing here')
  expect(secrets.blank(innocent)).toBe(innocent)
})

test.each([
  ['View more comments', true],
  ['View 12 more replies', true],
  ['See more', true],
  ['Load more…', true],
  ['Show all 34 comments', true],
  ['3 comments', true],
  ['Ver más comentarios', true],
  ['Like', false],
  ['Comment', false],
  ['Log in', false],
  ['Share', false],
  ['Delete', false],
  ['Follow', false],
  ['Report this post', false],
  ['See less', false],
])('a button that says “%s” is pressed: %s', (label, pressed) => {
  const words = behaviourFor('https://city.example/').words.map((word) => new RegExp(`^(?:${word})$`, 'u'))
  expect(words.some((word) => word.test(label.toLowerCase()))).toBe(pressed)
})

test('the way of opening a site is found by its host', () => {
  expect(behaviourFor('https://www.facebook.com/city').name).toBe('Facebook')
  expect(behaviourFor('https://notfacebook.com/city').name).toBe('any site')
})

describe('frames', () => {
  async function* pieces(bytes: Uint8Array, size: number) {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const sent = Buffer.concat([
    ...frameBytes(Buffer.from('{"a":1}'), Buffer.from('body')),
    ...frameBytes(Buffer.from('{}')),
    ...frameBytes(Buffer.from('"é"'), Buffer.alloc(5000, 7)),
  ])
  test.each([1, 3, 8, 100_000])('come out as they went in, in pieces of %i bytes', async (size) => {
    const got: string[] = []
    for await (const { head, body } of framesOf(pieces(sent, size), 5000)) {
      got.push(`${Buffer.from(head).toString()} ${body.length} ${body[0] ?? ''}`)
    }
    expect(got).toEqual(['{"a":1} 4 98', '{} 0 ', '"é" 5000 7'])
  })
  test('that are longer than any may be are refused', async () => {
    const reading = framesOf(pieces(sent, 64), 4999)
    await reading.next()
    await reading.next()
    await expect(reading.next()).rejects.toThrow('longer')
  })
})

describe('robots.txt', () => {
  const url = 'https://www.example.gov/robots.txt'
  test('is told as it is, with its line', () => {
    const text = 'User-agent: *\nDisallow: /news\nCrawl-delay: 10\n'
    expect(said(url, text, 'https://www.example.gov/news/today')).toBe(
      'The robots.txt of www.example.gov asks programs to stay away from /news/today (line 2). The page is the account’s own, and was captured all the same. It asks programs to wait 10 seconds between pages.',
    )
    expect(said(url, text, 'https://www.example.gov/parks')).toContain('lets programs see /parks')
  })
  test('may speak of this program alone', () => {
    const text = 'User-agent: Muniment\nDisallow: /\n\nUser-agent: *\nDisallow:\n'
    expect(said(url, text, 'https://www.example.gov/news')).toContain('stay away from /news (line 2)')
  })
})

describe('what is the operator’s own', () => {
  const { own } = behaviourFor('https://www.example.gov/news')
  test('is overwritten in a stored page, and nothing else is', () => {
    const html = '<main>Señal</main><div id="wpadminbar"><b>Howdy, Pat Planted</b></div><p>Pat Moreno wrote</p>'
    const left = Buffer.from(dropOwn(Buffer.from(html), own)).toString()
    expect(left).toHaveLength(html.length)
    expect(left).toMatch(/^<main>Señal<\/main> +<p>Pat Moreno wrote<\/p>$/)
  })
  test('leaves a page without it byte for byte', () => {
    const bytes = Buffer.from('<p id="wpadminbarX">Señal')
    expect(dropOwn(bytes, own)).toBe(bytes)
  })
})
