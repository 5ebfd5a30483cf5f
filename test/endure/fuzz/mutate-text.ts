// Breaks tables and markup where their grammar has its joints: quotes, delimiters, headers, tags, attributes, entities.
import type { Random } from '../../fixtures/x/random.ts'

type Change = (text: string, random: Random) => string

const at = (text: string, mark: RegExp, random: Random): RegExpExecArray | null => {
  const found = [...text.matchAll(mark)]
  return found.length === 0 ? null : random.pick(found)
}

/** One of the places where the mark stands, replaced. */
function replaceOne(text: string, mark: RegExp, random: Random, by: (found: string) => string): string {
  const one = at(text, mark, random)
  if (one === null) return text
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length)
}

const tableChanges: readonly Change[] = [
  (text, random) => replaceOne(text, /"/g, random, () => random.pick(['', '""', '"""', "'", '\\"', '“'])),
  (text, random) =>
    replaceOne(text, /[,;\t]/g, random, (mark) => random.pick(['', mark + mark, ';', '\t', '","', '\u0000'])),
  (text, random) =>
    replaceOne(text, /\r?\n/g, random, () => random.pick(['', '\r', '\n\n\n', '"', '\u2028', ',,,,,,,\n'])),
  (text, random) => text.replaceAll(',', random.pick([';', '\t', '|', ', ', ',"'])),
  (text, random) => lines(text, random, (rows, n) => rows.splice(n, 1)),
  (text, random) => lines(text, random, (rows, n) => rows.splice(n, 0, rows[n] ?? '')),
  (text, random) => lines(text, random, (rows) => rows.reverse()),
  (text, random) => lines(text, random, (rows) => rows.splice(1, rows.length)),
  (text, random) => lines(text, random, (rows, n) => rows.splice(n, 1, `${rows[n]},${'x'.repeat(20_000)}`)),
  (text, random) => lines(text, random, (rows, n) => rows.splice(n, 1, ','.repeat(random.int(1, 3000)))),
  (text, random) => replaceOne(text, /[^",;\t\r\n]+/g, random, () => random.pick(CELLS)),
]

const CELLS = [
  '',
  ' ',
  '=1+1',
  '0000-00-00',
  '99999-99-99 99:99',
  '-1',
  '1e999',
  '\u0000',
  '"',
  '{"text":',
  '[]',
  '\ufeff',
  '__proto__',
]

function lines(text: string, random: Random, change: (rows: string[], at: number) => unknown): string {
  const rows = text.split('\n')
  change(rows, random.int(0, rows.length - 1))
  return rows.join('\n')
}

const TAGS = [
  'div',
  'p',
  'br',
  'script',
  'style',
  'title',
  'textarea',
  'table',
  'item',
  'page',
  'a:b',
  'x'.repeat(500),
  '!',
  '?',
]

const markupChanges: readonly Change[] = [
  (text, random) =>
    replaceOne(text, /<\/[^>]*>/g, random, (tag) =>
      random.pick(['', tag + tag, '</>', '</', `</${random.pick(TAGS)}>`]),
    ),
  (text, random) =>
    replaceOne(text, /<\w[^>]*>/g, random, (tag) =>
      random.pick(['', tag + tag, tag.repeat(500), tag.slice(0, -1), `${tag.slice(0, -1)}/>`]),
    ),
  (text, random) => replaceOne(text, /<\w[\w:]*/g, random, () => `<${random.pick(TAGS)}`),
  (text, random) =>
    replaceOne(text, /"[^"<>]*"/g, random, (value) =>
      random.pick([
        value.slice(0, -1),
        value.slice(1),
        '""',
        '"\u0000"',
        '"&#x110000;&bogus;&"',
        `"${'x'.repeat(5000)}"`,
      ]),
    ),
  (text, random) =>
    replaceOne(
      text,
      />[^<>]+</g,
      random,
      (words) => `>${random.pick(CELLS)}${random.chance(0.5) ? words.slice(1) : '<'}`,
    ),
  (text, random) =>
    replaceOne(text, /&\w+;|&#\w+;/g, random, () =>
      random.pick(['&', '&;', '&#;', '&#xffffffff;', '&nosuch;', '&amp;amp;amp;']),
    ),
  (text, random) =>
    replaceOne(text, /<!\[CDATA\[|\]\]>|<!--|-->/g, random, () => random.pick(['', ']]>', '<![CDATA[', '<!--'])),
  (text, random) =>
    replaceOne(
      text,
      /<\w[^>]*>/g,
      random,
      (tag) => `${random.pick(['<i>', '<x a="', '<!--', '<![CDATA[']).repeat(random.pick([1, 450, 5000]))}${tag}`,
    ),
  (text, random) =>
    replaceOne(
      text,
      /<\?xml[^>]*\?>/g,
      random,
      () => `<?xml version="1.0" encoding="${random.pick(['UTF-16', 'latin1', 'nonsense', 'UTF-7', 'shift_jis'])}"?>`,
    ),
  (text, random) =>
    replaceOne(text, /\d{4}/g, random, () => random.pick(['0000', '9999', '99999', '', '-1', '二〇二四'])),
]

/** A table changed at one of its joints. */
export const changeTable: Change = (text, random) => random.pick(tableChanges)(text, random)

/** Markup changed at one of its joints. */
export const changeMarkup: Change = (text, random) => random.pick(markupChanges)(text, random)
