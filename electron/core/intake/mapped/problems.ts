// Owns the sentences for what of rows cannot be read: for one row in a preview, gathered over a file in a reconciliation.
import { visibleControls } from '../../../../shared/text/controls.ts'
import { excerpt } from '../../../../shared/text/excerpt.ts'

export interface Problem {
  readonly code:
    | 'no-id'
    | 'shortened-id'
    | 'id-again'
    | 'no-time'
    | 'unread-time'
    | 'time-twice'
    | 'unread-count'
    | 'row-inside'
    | 'no-character'
  /** What stands there, cut short. */
  readonly shown: string
}

type Code = Problem['code']

const ofOne: Readonly<Record<Code, (shown: string) => string>> = {
  'no-id': () => 'The number is missing: it is told apart by time and author.',
  'shortened-id': (shown) =>
    `The number “${shown}” was shortened by a spreadsheet: its last digits are lost, so it is told apart by time and author.`,
  'id-again': (shown) => `The number “${shown}” stands in an earlier row too: both are taken as states of one record.`,
  'no-time': () => 'It has no time.',
  'unread-time': (shown) => `The time “${shown}” cannot be read as the mapping says. It is kept as it is written.`,
  'time-twice': (shown) => `The clock showed “${shown}” twice that night. The first is taken.`,
  'unread-count': (shown) => `“${shown}” is no count.`,
  'no-character': () => 'It holds “�”: bytes that are no character of the file’s encoding.',
  'row-inside': (shown) =>
    `It holds the line “${shown}”, which looks like a row of the table: a quotation mark may be missing. Look at the file.`,
}

const ofMany: Readonly<Record<Code, string>> = {
  'no-id': 'The number is missing; these rows are told apart by time and author',
  'shortened-id':
    'The number was shortened by a spreadsheet, its last digits are lost; these rows are told apart by time and author',
  'id-again': 'The number stands in an earlier row too; such rows are taken as states of one record',
  'no-time': 'There is no time; the records are kept without one',
  'unread-time':
    'The time cannot be read as the mapping says; the records are kept without one, with what is written there',
  'time-twice': 'The clock showed this time twice that night; the first is taken',
  'row-inside':
    'A cell holds lines that look like rows of the table: a quotation mark may be missing; look at the file in these places',
  'no-character':
    'Bytes that are no character of the file’s encoding are shown as “�”; they are as they were in the source',
  'unread-count': 'What should be a count is none; it stays in the source',
}

/** A problem of one row. */
export function sentenceOf({ code, shown }: Problem): string {
  return ofOne[code](shown)
}

/** A value as a sentence may show it. */
export function shownValue(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value)
  return visibleControls(excerpt(text, [], 60).text)
}

export interface ProblemBook {
  add(where: string, problem: Problem): void
  /** One sentence for each kind of problem, naming the first rows of it. */
  sentences(): readonly { readonly code: Code; readonly sentence: string }[]
}

const NAMED = 20

/** Gathers the problems of a file's rows, in as little room however many there are. */
export function problemBook(): ProblemBook {
  const gathered = new Map<Code, { count: number; readonly rows: string[] }>()
  return {
    add: (where, { code, shown }) => {
      const known = gathered.get(code) ?? { count: 0, rows: [] }
      gathered.set(code, known)
      known.count += 1
      if (known.rows.length < NAMED) known.rows.push(shown === '' ? where : `${where} (“${shown}”)`)
    },
    sentences: () =>
      [...gathered].map(([code, { count, rows }]) => {
        const more = count > rows.length ? ` and ${(count - rows.length).toLocaleString('en-US')} more` : ''
        const many = count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`
        return { code, sentence: `${ofMany[code]}: ${many}, ${rows.join(', ')}${more}.` }
      }),
  }
}
