// What typesetting promises about text before it is a page: nothing hidden, nothing lost, nothing reordered by content.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breaksOf } from '../../../electron/core/typeset/breaks.ts'
import { directionOf, visualOrder } from '../../../electron/core/typeset/direction.ts'
import { FontStack, hanFamily, packagedFonts } from '../../../electron/core/typeset/fonts.ts'
import { layOut } from '../../../electron/core/typeset/lines.ts'
import { safeAddress } from '../../../electron/core/typeset/link.ts'
import { examine } from '../../../electron/core/typeset/picture.ts'
import { reveal, revealedPlain } from '../../../electron/core/typeset/reveal.ts'
import type { Line } from '../../../electron/core/typeset/run.ts'

const fonts = new FontStack(packagedFonts())
const style = { bold: false, mono: false, paint: 'ink' } as const

function set(text: string, width = 470): Line[] {
  return layOut([{ text, style }], 9.5, width, fonts)
}

/** What a reader's program would copy out of a line. */
function copied(line: Line): string {
  return line.runs
    .map((run) => {
      const texts = run.glyphs.map((glyph) => glyph.shape.text)
      return run.actual ?? (run.level % 2 === 1 ? texts.reverse() : texts).join('')
    })
    .join('')
}

/** The text with every character that is named in brackets put back. */
function read(text: string): string {
  return text.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'harbor ',
        'Cảng ',
        '港口。',
        'يوم الجمعة ',
        '(قسم 12) ',
        'ถนน',
        'שלום',
        'みなと',
        '항구 ',
        '👩🏽‍🚒',
        '🇺🇸',
        '❤️',
        'e\u0301',
        '\u202e',
        '\ud800',
        '\n',
        '\u200b',
        '\u0300',
        '\u202e\u0301',
        '\u0600',
        '\ufffc',
        '1\u2044',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))

describe('revealing', () => {
  it('names every character that could reorder or hide text', () => {
    const tricks = [
      '\u202a',
      '\u202b',
      '\u202c',
      '\u202d',
      '\u202e',
      '\u2066',
      '\u2067',
      '\u2068',
      '\u2069',
      '\u200e',
      '\u200f',
      '\u061c',
    ]
    const hidden = [
      '\u200b',
      '\u200c',
      '\u200d',
      '\u2060',
      '\ufeff',
      '\u00ad',
      '\u034f',
      '\u3164',
      '\u2800',
      '\u0000',
      '\u001b',
      '\u{e0041}',
      '\ue000',
      '\udc00',
    ]
    for (const character of [...tricks, ...hidden]) {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
      expect(revealedPlain(`a${character}b`)).toBe(`a[U+${code}]b`)
    }
  })

  it('leaves alone what writing needs', () => {
    for (const text of [
      '👩🏽‍🚒👨‍👩‍👧‍👦',
      '❤️‍🔥',
      '1️⃣',
      '🇺🇸',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'می‌خواهم',
      'क्‍ष',
      'Nguyễn',
      'Nguyễn'.normalize('NFD'),
      'a\tb',
      'ستُغلق',
    ]) {
      expect(reveal(text)).toEqual({ text, boxes: new Map() })
    }
  })

  it('shows a second variation selector, a joiner between Latin letters, tags outside a flag and the ninth mark', () => {
    expect(revealedPlain('❤\ufe0f\ufe0f')).toBe('❤\ufe0f[U+FE0F]')
    expect(revealedPlain('a\u200db')).toBe('a[U+200D]b')
    expect(revealedPlain('🏴\u{e0061}\u{e007f}')).toBe('🏴[U+E0061][U+E007F]')
    expect(reveal(`a${'\u0301'.repeat(20)}`).boxes.size).toBe(12)
  })
})

describe('direction', () => {
  it('is that of the first strong character, emoji not being one', () => {
    expect(directionOf('😀 مرحبا Alder Bay').rtl).toBe(true)
    expect(directionOf('12 – Alder Bay مرحبا').rtl).toBe(false)
    expect(directionOf('12 – 😀').levels).toBeUndefined()
  })

  it('orders runs from left to right as UAX #9 rule L2 says', () => {
    expect(visualOrder([0, 1, 0])).toEqual([0, 1, 2])
    expect(visualOrder([1, 1, 1])).toEqual([2, 1, 0])
    expect(visualOrder([1, 2, 1, 0])).toEqual([2, 1, 0, 3])
    expect(visualOrder([0, 1, 2, 2, 1])).toEqual([0, 4, 2, 3, 1])
  })

  it('keeps every run exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 }), { maxLength: 40 }), (levels) => {
        expect(visualOrder(levels).sort((a, b) => a - b)).toEqual([...levels.keys()])
      }),
    )
  })

  it('mirrors brackets in right-to-left text and still copies out what was written', () => {
    const [line] = set('قسم (السجلات)')
    const bracket = line?.runs.find((run) => run.glyphs.some((glyph) => glyph.shape.text === '('))
    const opening = fonts.face('sans', false).glyph(0x28, '(').shape.glyph
    expect(bracket?.glyphs.map((glyph) => glyph.shape.glyph)).not.toContain(opening)
    expect(line && copied(line)).toBe('قسم (السجلات)')
  })
})

describe('lines', () => {
  it('lose no character of any text, and none is wider than the page unless it is one character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 60, max: 470 }), (text, width) => {
        const lines = set(text, width)
        const blank = /[\t \u1680\u2000-\u200a\u205f\u3000]|\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
        expect(read(lines.map(copied).join('')).replace(blank, '')).toBe(text.replace(blank, ''))
        for (const line of lines)
          expect(line.width <= width + 0.5 || line.runs.length === 1 || copied(line).length <= 2).toBe(true)
      }),
      { seed: 599, numRuns: 300 },
    )
  })

  it('break Chinese between characters and Thai between words', () => {
    expect(set('市政府将于星期五关闭港口街', 60).length).toBeGreaterThan(1)
    const thai = 'เทศบาลจะปิดถนน'
    expect([...breaksOf(thai)]).toContain(thai.indexOf('ถนน'))
    expect([...breaksOf(thai)].at(-1)).toBe(thai.length)
  })

  it('never end inside a grapheme cluster', () => {
    const family = '👨‍👩‍👧‍👦'
    for (const line of set(family.repeat(60))) expect(copied(line).replaceAll(family, '')).toBe('')
  })

  it('keep the blank at which they were broken, so that words stay apart when copied', () => {
    const text = 'the harbor street trees will be planted in july '.repeat(8).trim()
    expect(set(text, 200).map(copied).join('')).toBe(text)
  })

  it('are not broken inside a short address, and are inside a long one', () => {
    const text = `See the agenda at https://t.co/Pa5YjStXkw, 日程https://t.co/abc请看, https://alderbay.example/${'long/'.repeat(20)}`
    const broken = [...breaksOf(text)]
    for (const address of ['https://t.co/Pa5YjStXkw', 'https://t.co/abc']) {
      const from = text.indexOf(address)
      expect(broken.filter((at) => at > from && at < from + address.length)).toEqual([])
    }
    expect(broken.filter((at) => at > text.indexOf('https://alderbay')).length).toBeGreaterThan(10)
  })

  it('show a dozen blank lines, and of more say how many they are', () => {
    const blank = (count: number) => set(`a${'\n'.repeat(count + 1)}b`).map(copied)
    expect(blank(12)).toEqual(['a', ...Array(12).fill(''), 'b'])
    expect(blank(13)).toEqual(['a', '[13 blank lines]', 'b'])
    expect(set(`\r\n${'\t \n'.repeat(100_000)}`).map(copied)).toEqual(['[100,002 blank lines]'])
  })

  it('do not depend on what was set before', () => {
    const glyphs = () => set('½ 1/2 ستُغلق ❤ ❤️ 👍🏽 👍').map((line) => line.runs.map((run) => [run.actual, run.glyphs]))
    const before = JSON.stringify(glyphs())
    set('1/2/3 Tree trees 👍🏿 لا')
    expect(JSON.stringify(glyphs())).toBe(before)
  })
})

describe('choices', () => {
  it('draw Han characters as the paragraph’s own language does', () => {
    expect([hanFamily('港口街'), hanFamily('港の街'), hanFamily('항구 港口')]).toEqual(['sc', 'jp', 'kr'])
  })

  it('follow links to the web and to mail only', () => {
    expect(safeAddress('https://alderbay.example/ü')).toBe('https://alderbay.example/%C3%BC')
    expect(safeAddress('mailto:clerk@alderbay.example')).toBe('mailto:clerk@alderbay.example')
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'no address']) {
      expect(safeAddress(address)).toBeUndefined()
    }
  })

  it('refuse pictures that are none, are cut short, or are of a kind that would be embedded wrongly', () => {
    expect(examine(new TextEncoder().encode('GIF89a'))).toEqual({ drawable: false, reason: 'not a JPEG or PNG file' })
    expect(examine(new Uint8Array())).toEqual({ drawable: false, reason: 'not a JPEG or PNG file' })
    expect(examine(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16))).toEqual({ drawable: false, reason: 'damaged' })
    const cmyk = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 1, 0, 1, 4)
    expect(examine(cmyk)).toEqual({ drawable: false, reason: 'CMYK colour' })
  })
})
