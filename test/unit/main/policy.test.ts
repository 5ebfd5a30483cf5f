// How the policy reads addresses, in forms that a browser would mend before the app sees them.
import { describe, expect, test } from 'vitest'
import { isOwnFrame, isOwnPage, mayLoad, outsideLink } from '../../../electron/main/policy.ts'

const strange = [
  '',
  'muniment',
  'app:muniment/index.html',
  'app:///muniment/index.html',
  'app://evil/?next=app://muniment/index.html',
  'app://muniment@evil/index.html',
  'app://x@muniment/index.html',
  'app://muniment:443/index.html',
  'app://muniment.evil/index.html',
  'app://record/index.html',
  'https://muniment/index.html',
  'https://app://muniment/index.html',
  'file:///app://muniment/index.html',
  'apps://muniment/index.html',
  ' javascript:app://muniment/index.html',
]

describe('addresses', () => {
  test('only the app’s own page is the app’s own page', () => {
    expect(strange.filter(isOwnPage)).toEqual([])
    expect(['app://muniment/index.html', 'app://muniment/assets/a.js', 'APP://muniment/'].map(isOwnPage)).toEqual([
      true,
      true,
      true,
    ])
  })

  test('only the app’s own scheme, and bytes that are here already, may load', () => {
    const addresses = [
      'app://record/x',
      'blob:app://muniment/1',
      'data:,x',
      'https://x',
      'http://x',
      'ws://x',
      'wss://x',
      'ftp://x',
    ]
    const others = [
      'file:///x',
      'devtools://x',
      'chrome://x',
      'chrome-extension://x',
      'filesystem:app://x',
      'about:blank',
      'x',
    ]
    expect([...addresses, ...others].filter(mayLoad)).toEqual(['app://record/x', 'blob:app://muniment/1', 'data:,x'])
  })

  test('only https without credentials goes outside', () => {
    const refused = [
      'http://x',
      'https://a@b',
      'https://:b@c',
      'ftp://x',
      'mailto:x@y',
      'file:///x',
      'javascript:1',
      'x',
      ...strange,
    ]
    expect(refused.filter((address) => outsideLink(address) !== null)).toEqual([
      'https://muniment/index.html',
      'https://app://muniment/index.html',
    ])
    expect(outsideLink('https://Ex\u0430mple.org/')?.host).toBe('xn--exmple-4nf.org')
  })

  test('only the main frame of the own page may speak', () => {
    const own = 'app://muniment/index.html'
    const frames = [
      null,
      { parent: {}, url: own },
      ...strange.map((url) => ({ parent: null, url })),
      { parent: null, url: own },
    ]
    expect(frames.map(isOwnFrame)).toEqual([...frames.slice(1).map(() => false), true])
  })
})
