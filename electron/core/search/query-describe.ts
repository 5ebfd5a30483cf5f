// A query as a plain English sentence, for packets and letters: what was searched for.
import { readableDay } from '../../../shared/domain/calendar/day.ts'
import type { ShownAs } from '../../../shared/domain/record/record.ts'
import { visibleControls } from '../../../shared/text/controls.ts'
import { restrictionGrounds } from '../../../shared/text/stand-in.ts'
import type { Having, NamedFilter, Period, QueryFilter, QueryNode, TextNode } from './query-ast.ts'

/**
 * @param ast a query parsed as finished (not live); null finds everything
 * @returns for example `Records from account AlderBayCity, with the words “road” and “closure”, before January 1, 2024`:
 *   the conditions, each of which must hold, without a full stop; days are local to the City
 */
export function describeQuery(ast: QueryNode | null): string {
  if (ast === null) return 'All records'
  const conditions = ast.type === 'and' ? ast.nodes : [ast]
  return `Records ${allOf(conditions).join(', ')}`
}

function describeNode(node: QueryNode): string {
  if (node.type === 'text') return describeWords([node], true)
  if (node.type === 'filter') return describeFilter(node.filter, true)
  if (node.type === 'not') return describeOpposite(node.node)
  if (node.type === 'or') return `either ${node.nodes.map(describeNode).join(' or ')}`
  return `(${allOf(node.nodes).join(', ')})`
}

function describeOpposite(node: QueryNode): string {
  if (node.type === 'text') return describeWords([node], false)
  if (node.type === 'filter') return describeFilter(node.filter, false)
  return `except those ${describeNode(node)}`
}

/** Single words and phrases that must all be there are told in one breath, in the place of the first. */
function allOf(nodes: readonly QueryNode[]): string[] {
  const words = nodes.filter((node) => node.type === 'text')
  return nodes.flatMap((node) => {
    if (node.type !== 'text') return [describeNode(node)]
    return node === words[0] ? [describeWords(words, true)] : []
  })
}

function describeWords(words: readonly TextNode[], wanted: boolean): string {
  const one = words.length === 1 ? words[0] : undefined
  const noun = one === undefined ? 'words' : one.prefix || !/\s/.test(one.text.trim()) ? 'word' : 'phrase'
  return `${wanted ? 'with' : 'without'} the ${noun} ${listed(words.map(quotedWord))}`
}

function quotedWord({ text, prefix }: TextNode): string {
  return `“${visibleControls(text)}${prefix ? '…' : ''}”`
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

const HAVING: Readonly<Record<Having, string>> = {
  photo: 'a photo',
  video: 'a video',
  audio: 'a sound recording',
  file: 'a file',
  media: 'media',
  link: 'a link',
  place: 'a place',
  poll: 'a poll',
  time: 'a known time',
}

const STATE: Readonly<Record<ShownAs, string>> = {
  live: 'still shown on the platform',
  deleted: 'deleted on the platform',
  draft: 'drafts',
  gone: 'no longer shown, as captures tell',
  hidden: 'hidden from the public, as captures tell',
}

/** A value as it was typed; one that may go on ends with dots. */
function named({ value, unfinished }: NamedFilter): string {
  return `${visibleControls(value)}${unfinished ? '…' : ''}`
}

function describeFilter(filter: QueryFilter, wanted: boolean): string {
  const not = wanted ? '' : 'not '
  switch (filter.name) {
    case 'account':
      return `${not}from account ${named(filter)}`
    case 'platform':
      return `${not}on the platform ${named(filter)}`
    case 'kind':
      return `${not}of the kind ${filter.value}`
    case 'series':
      return `${not}in series ${named(filter)}`
    case 'author':
      return `${not}by ${named(filter)}`
    case 'hold':
      return `${not}under hold ${named(filter)}`
    case 'request':
      return `${not}in request ${named(filter)}`
    case 'has':
      return `${wanted ? 'with' : 'without'} ${HAVING[filter.value]}`
    case 'state':
      return `that are ${not}${STATE[filter.value]}`
    case 'untagged':
      return wanted ? 'not in any series' : 'in a series'
    case 'aside':
      return `that are ${not}set aside`
    case 'locked':
      return `that are ${not}locked`
    case 'restricted':
      return `that are ${not}restricted${filter.value === null ? '' : ` (${restrictionGrounds[filter.value].toLowerCase()})`}`
    case 'deleted':
    case 'edited':
      return `that were ${not}${filter.name}`
    case 'on':
    case 'before':
    case 'after':
      return `${not}${describeTime(filter.name, filter.period)}`
  }
}

function describeTime(relation: 'on' | 'before' | 'after', period: Period): string {
  if (relation === 'before') return `before ${readableDay(period.from)}`
  if (relation === 'after') return `on or after ${readableDay(period.until)}`
  if (period.unit === 'day') return `on ${readableDay(period.from)}`
  if (period.unit === 'year') return `in ${period.from.slice(0, 4)}`
  return `in ${readableDay(period.from).replace(' 1,', '')}`
}
