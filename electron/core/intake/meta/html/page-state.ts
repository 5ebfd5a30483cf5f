// Owns what is known of a page while its cards are read one after another: title, participants, order of dates.
import type { Element } from 'domhandler'
import { blockText, elementsIn, hasClass } from '../../kit/markup.ts'
import type { FileReader, Reading } from '../../kit/spec.ts'
import { type DayOrder, orderOf } from './dates.ts'

export interface PageState {
  readonly order: DayOrder
  title: string
  /** As the page names them: one line of names. */
  participants: string | null
}

const states = new WeakMap<object, PageState>()
const LONGEST = 64

/** What is known of the page that is read. */
export function pageOf<State>(reading: Reading<State>): PageState {
  const known = states.get(reading)
  if (known !== undefined) return known
  const fresh: PageState = { order: null, title: '', participants: null }
  states.set(reading, fresh)
  return fresh
}

/** A reader that first learns in which order the page writes day and month where it writes them as numbers. */
export function withDayOrder<State>(reader: FileReader<State>): FileReader<State> {
  return async function* (reading) {
    states.set(reading, { order: await orderIn(reading), title: '', participants: null })
    yield* reader(reading)
  }
}

async function orderIn<State>({ tree, file, signal }: Reading<State>): Promise<DayOrder> {
  let tail = ''
  let size = 0
  let numbers = false
  for await (const chunk of tree.set.read(file.member, signal)) {
    const text = tail + chunk.toString('latin1')
    const order = orderOf(text)
    if (order !== null) return order
    numbers ||= /(?<!\d)\d{1,2}[/-]\d{1,2}[/-]\d{4}(?!\d)/.test(text)
    size += chunk.length
    // Dates stand in every card: a page that shows none in numbers at its beginning writes months in words.
    if (!numbers && size > 2 ** 19) return null
    tail = text.slice(-LONGEST)
  }
  return null
}

/** The page's own title, from what stands before its cards. */
export function titleIn(ancestors: readonly Element[]): string {
  for (const one of ancestors) {
    const shown = elementsIn(
      one,
      (inner) => hasClass(inner, '_a70e') || hasClass(inner, '_3b0d') || inner.name === 'h1',
    )[0]
    const text = blockText(shown)
    if (text !== '') return text
  }
  const named = ancestors.flatMap((one) => elementsIn(one, ({ name }) => name === 'title'))[0]
  // A title stands in the head, which is passed over as text: its own children are asked.
  return named === undefined
    ? ''
    : named.children
        .map((node) => ('data' in node ? node.data : ''))
        .join('')
        .trim()
}

/** Whose export it is, as the export says: by the same name as in the records of its JSON form. */
export function ownerOf<State>({ about }: Reading<State>): string {
  return about.ownerHandle ?? about.ownerName ?? ''
}
