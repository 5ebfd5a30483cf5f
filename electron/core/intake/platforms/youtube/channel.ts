// Owns the channels of an account: what Takeout's tables say of each, and its record.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'
import { columnBy, restOf } from './find-column.ts'
import { channelAddress } from './segments.ts'
import type { Sample } from './table.ts'

export interface Channel {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly visibility: string
  readonly country: string
  /** Names in the channel's addresses, the first one first. */
  readonly names: readonly string[]
  readonly created: string
  readonly other: Readonly<Record<string, string>>
}

export const NO_CHANNEL: Channel = {
  id: '',
  title: '',
  description: '',
  visibility: '',
  country: '',
  names: [],
  created: '',
  other: {},
}

/** How rows of the table of channels are understood: number, [country], [description], title, visibility. */
export function channelSayer(table: Sample): (cells: readonly string[]) => Channel | null {
  const last = table.header.length - 1
  const visibility = or(columnBy(table, /^channel visibility$/), last)
  const title = or(columnBy(table, /^channel title(?: \(original\))?$/, 'title', ['language']), last - 1)
  const description = columnBy(table, /^channel description(?: \(original\))?$/, 'description', ['language'])
  const country = columnBy(table, /^channel country$/)
  const taken = [0, visibility, title, description, country]
  return (cells) => {
    const at = (place: number) => (cells[place] ?? '').trim()
    if (at(0) === '') return null
    return {
      ...NO_CHANNEL,
      id: at(0),
      title: at(title),
      description: at(description),
      visibility: at(visibility),
      country: at(country),
      other: restOf(table, cells, taken),
    }
  }
}

/** A row of the table of addresses: the channel's number, then names. Null for a row without a number. */
export function channelNames(cells: readonly string[]): Channel | null {
  const [id = '', ...names] = cells.map((cell) => cell.trim())
  return id === '' ? null : { ...NO_CHANNEL, id, names: names.filter((name) => name !== '') }
}

/** Adds what another table says. */
export function joinedChannel(known: Channel | undefined, said: Channel): Channel {
  if (known === undefined) return said
  return {
    ...known,
    title: known.title || said.title,
    description: known.description || said.description,
    visibility: known.visibility || said.visibility,
    country: known.country || said.country,
    names: [...new Set([...known.names, ...said.names])],
    other: { ...known.other, ...said.other },
  }
}

/** The same record whichever table it is read from. */
export function channelOutcome({
  id,
  title,
  description,
  visibility,
  country,
  names,
  created,
  other,
}: Channel): Outcome {
  return record({
    kind: 'profile',
    id,
    time: created === '' ? NO_TIME : writtenTime(created, 'UTC'),
    author: id,
    text: [title, description].filter((part) => part !== '').join('\n') || names.join('\n'),
    links: [{ shown: title, target: channelAddress(id) }],
    details: { title, visibility, country, names, other: Object.keys(other).length === 0 ? undefined : other },
    content: { title, description, visibility, names },
  })
}

/** A channel that the account follows; Google gives no time. @param owner the channel that follows, where the export has one */
export function subscriptionOutcome(cells: readonly string[], owner: string): Outcome {
  const [id = '', address = '', title = ''] = cells.map((cell) => cell.trim())
  if (id === '') return failed('subscription-without-id', 'has no number, as a subscription must')
  return record({
    kind: 'contact',
    id: `subscription ${id}`,
    time: NO_TIME,
    author: owner,
    text: title,
    links: [{ shown: title, target: address || channelAddress(id) }],
    details: { title, channel: id },
    content: { channel: id },
  })
}

const or = (place: number, other: number) => (place >= 0 ? place : other)
