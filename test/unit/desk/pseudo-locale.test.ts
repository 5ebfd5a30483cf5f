// The pseudo-locale, and the help pages of the rooms.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../../../renderer/app/help-text.ts'
import { pseudo } from '../../../renderer/locale/pseudo.ts'

const root = resolve(import.meta.dirname, '../../..')

test('a pseudo-sentence has accents, is a third longer, stands in brackets and keeps its places', () => {
  expect(pseudo('Import {id} is done')).toBe('⟦Ímpóŕţ {id} íš ðóñé~~~~~⟧')
  const words = fc.stringMatching(/^[A-Za-z ]{1,60}$/)
  fc.assert(
    fc.property(words, words, (before, after) => {
      const said = pseudo(`${before}{count}${after}`)
      expect(said).toMatch(/^⟦.*\{count\}.*⟧$/u)
      expect([...said].length).toBeGreaterThanOrEqual(Math.ceil((before.length + after.length) * (4 / 3)))
      expect(said.normalize('NFKD').replace(/\p{M}/gu, '')).toContain(
        before.replaceAll(/[dD]/g, (d) => (d === 'd' ? 'ð' : 'Ð')),
      )
    }),
  )
})

test('every room has a help page, written in the little of Markdown that the window draws', () => {
  const rooms = readdirSync(join(root, 'renderer/rooms')).filter((name) => !name.includes('.'))
  const pages = readdirSync(join(root, 'docs/rooms')).map((name) => name.replace('.md', ''))
  expect(pages).toEqual(rooms)
  for (const page of pages) {
    const blocks = blocksOf(readFileSync(join(root, `docs/rooms/${page}.md`), 'utf8'))
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 })
    expect(blocks.length).toBeGreaterThan(2)
    const left = JSON.stringify(blocks.slice(1)).match(/\*|`|\]\(|"#|\\n/g)
    expect([page, left]).toEqual([page, null])
  }
})

test('a page is taken apart into headings, paragraphs and lists', () => {
  expect(blocksOf('# T\n\nOne **two** _three_\n`four`.\n\n- a\n- b **c**\n')).toEqual([
    { kind: 'heading', level: 1, text: 'T' },
    {
      kind: 'paragraph',
      runs: [
        { kind: 'text', text: 'One ' },
        { kind: 'strong', text: 'two' },
        { kind: 'text', text: ' ' },
        { kind: 'term', text: 'three' },
        { kind: 'text', text: ' ' },
        { kind: 'code', text: 'four' },
        { kind: 'text', text: '.' },
      ],
    },
    {
      kind: 'list',
      items: [
        [{ kind: 'text', text: 'a' }],
        [
          { kind: 'text', text: 'b ' },
          { kind: 'strong', text: 'c' },
        ],
      ],
    },
  ])
})
