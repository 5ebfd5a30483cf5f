// Owns gathering what is odd in a file into one finding a kind, so that a thousand bogus times are one line of the report.
import type { ImportFinding } from '../../checkpoint.ts'
import type { OddCode } from './drafting.ts'

interface Seen {
  count: number
  readonly position: number
  readonly examples: string[]
}

type Code = OddCode | 'header-without-post' | 'deleted-post-without-content' | 'header-without-message'

const EXAMPLES = 10

const SENTENCES: Record<Code, (count: number, examples: string) => string> = {
  'time-impossible': (count, examples) =>
    `${items(count)} a time that cannot be right (${examples}). ${stored(count)} without a time.`,
  'not-utf8': (count) =>
    `${count === 1 ? 'One item holds' : `${count} items hold`} bytes that are not text. Where they stand a � is shown; the package keeps the bytes.`,
  'note-twice': (count, examples) =>
    `${count === 1 ? 'One post begins' : `${count} posts begin`} like a long text that another post of the same second carries already (${examples}). ${stored(count)} with the short text.`,
  'header-without-post': (count, examples) =>
    `${count === 1 ? 'One post is' : `${count} posts are`} listed in the headers, and the content is not in the export (${examples}).`,
  'deleted-post-without-content': (count, examples) =>
    `${count === 1 ? 'One deleted post is' : `${count} deleted posts are`} known by number and time only: the content is not in the export (${examples}).`,
  'header-without-message': (count, examples) =>
    `${count === 1 ? 'One message is' : `${count} messages are`} listed in the headers, and the content is not in the export (${examples}).`,
}

export interface Oddities {
  add(code: Code, position: number, example: string): void
  /** One finding a kind, in the order in which the kinds were met. */
  findings(file: string): ImportFinding[]
}

/** An empty gathering, for one file. */
export function oddities(): Oddities {
  const seen = new Map<Code, Seen>()
  return {
    add: (code, position, example) => {
      const known = seen.get(code)
      if (known === undefined) seen.set(code, { count: 1, position, examples: [example] })
      else {
        known.count += 1
        if (known.examples.length < EXAMPLES) known.examples.push(example)
      }
    },
    findings: (file) =>
      [...seen].map(([code, { count, position, examples }]) => {
        const list = [...new Set(examples)].join(', ')
        return { code, file, position, sentence: SENTENCES[code](count, count > examples.length ? `${list} …` : list) }
      }),
  }
}

const items = (count: number) => (count === 1 ? 'One item gives' : `${count} items give`)
const stored = (count: number) => (count === 1 ? 'It is stored' : 'They are stored')
