// Owns making records of the items in Medium's lists: claps, bookmarks, highlights. Their times have no zone.
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { blockText, elementsIn, hasClass, linksIn, plainText } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { type TimeFields, writtenTime } from '../../kit/time.ts'
import { lineOf, numberIn } from './entry.ts'
import type { MediumState } from './state.ts'

type Maker = (item: Element, reading: Reading<MediumState>) => Outcome

const NOTHING = passedOver('An item of a list that names no story.')

/** A story that the account clapped for, and how often. */
export const clapOutcome: Maker = (item, { about }) => {
  const [link] = linksIn(item)
  if (link === undefined) return NOTHING
  const times = /^\s*\+(\d{1,4})/.exec(plainText(item))?.[1]
  return record({
    kind: 'reaction',
    key: `clap ${storyOf(link.target)}`,
    time: timeOf(item),
    author: about.ownerHandle ?? '',
    parent: numberIn(link.target),
    text: `${times === undefined ? '' : `+${times} — `}${oneLine(link.shown)}`,
    links: [link],
    details: { what: 'claps', title: oneLine(link.shown), address: link.target },
    measures: times === undefined ? [] : [['claps', Number(times)]],
    content: { story: storyOf(link.target) },
  })
}

/** A story that the account kept for reading. */
export const bookmarkOutcome: Maker = (item, { about }) => {
  const [link] = linksIn(item)
  if (link === undefined) return NOTHING
  return record({
    kind: 'bookmark',
    key: `bookmark ${storyOf(link.target)}`,
    time: timeOf(item),
    author: about.ownerHandle ?? '',
    parent: numberIn(link.target),
    text: oneLine(link.shown),
    links: [link],
    details: { title: oneLine(link.shown), address: link.target },
    content: { story: storyOf(link.target) },
  })
}

/** Words of somebody's story that the account marked. Medium mostly does not say of which story. */
export const highlightOutcome: Maker = (item, { about }) => {
  const [marked] = elementsIn(item, (one) => hasClass(one, 'markup--highlight') || one.attribs.name === 'selection')
  const [paragraph] = elementsIn(item, (one) => hasClass(one, 'graf') || one.name === 'p')
  const words = lineOf(marked) || lineOf(paragraph)
  const [source] = elementsIn(item, (one) => hasClass(one, 'u-highlight-of') || hasClass(one, 'h-cite'))
  if (words === '') return NOTHING
  const address = source?.attribs.href ?? ''
  return record({
    kind: 'other',
    key: `highlight ${paragraph?.attribs.name ?? ''}`.trim(),
    time: timeOf(item),
    author: about.ownerHandle ?? '',
    parent: numberIn(address),
    text: words,
    links: linksIn(item),
    details: { what: 'highlight', context: blockText(paragraph), title: lineOf(source), address },
    content: { words, address },
  })
}

function timeOf(item: Element): TimeFields {
  const [time] = elementsIn(item, (one) => one.name === 'time' || hasClass(one, 'dt-published'))
  const iso = time?.attribs.datetime ?? ''
  return writtenTime(iso === '' ? lineOf(time) : iso, 'unknown')
}

const storyOf = (address: string) => numberIn(address) ?? address

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
