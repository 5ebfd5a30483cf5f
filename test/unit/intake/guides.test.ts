// The guides to exports: one for every platform that can be read, each honest about what it does not know.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { platforms } from '../../../electron/core/intake/platforms.ts'
import { GUIDE_PARTS, omissions, SURENESS } from '../../../shared/domain/intake/guide.ts'
import { guides, guideTo } from '../../../shared/domain/intake/guides.ts'

const folder = resolve(import.meta.dirname, '../../../electron/core/intake/platforms')
/** Readers of what no platform hands out as an export of its own. */
const noPlatforms = new Set(['hand', 'produced', 'files', 'web-archive', 'web'])
const read = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const named = read.map(({ name }) => name).filter((name) => !noPlatforms.has(name))

/** AI 599, II, and what issue 3 adds. */
const wanted =
  'facebook instagram threads x nextdoor medium tumblr youtube vimeo snapchat localwiki mediawiki podcast soundcloud linkedin tiktok bluesky mastodon wordpress flickr reddit slack discord'

describe('the guides', () => {
  test('there is one for every platform that can be read, and for every one that the policy names', () => {
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((name) => guideTo(name) === undefined)).toEqual([])
    expect(wanted.split(' ').filter((name) => guideTo(name) === undefined)).toEqual([])
    expect(guideTo('hand')).toBeUndefined()
  })

  test('each platform has one, listed once', () => {
    const names = guides.map(({ platform }) => platform)
    expect(new Set(names).size).toBe(names.length)
    const files = readdirSync(resolve(import.meta.dirname, '../../../shared/domain/intake/guides'))
    expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(names.toSorted())
  })

  test.each(guides.map((guide) => [guide.title, guide] as const))('%s', (_title, guide) => {
    expect(guide.who.length, 'who may ask').toBeGreaterThan(0)
    expect(guide.steps.length, 'steps').toBeGreaterThan(1)
    for (const part of GUIDE_PARTS) {
      const words = guide[part].map((one) => one.words)
      expect(new Set(words).size, `${part} says nothing twice`).toBe(words.length)
      expect(words.filter((one) => !/^[A-Z].*[.)]$/.test(one) || one.length > 220)).toEqual([])
      expect(guide[part].every(({ sure }) => SURENESS.includes(sure))).toBe(true)
    }
  })

  test.each(platforms.filter(({ name }) => named.includes(name)).map((one) => [one.title, one] as const))(
    'what the export of %s omits is what its reconciliation says, and says nothing twice',
    (_title, { name, neverExported }) => {
      const guide = guideTo(name)
      if (guide === undefined) throw new Error(`no guide to ${name}`)
      const shown = omissions(guide, neverExported).map(({ words }) => words)
      expect(shown).toEqual(expect.arrayContaining([...neverExported]))
      expect(new Set(shown).size).toBe(shown.length)
      expect(shown.length).toBeGreaterThan(0)
    },
  )

  test('every export omits something, whether Muniment reads it or not', () => {
    const silent = guides.filter(({ platform, omits }) => omits.length === 0 && !named.includes(platform))
    expect(silent.map(({ platform }) => platform)).toEqual([])
  })
})
