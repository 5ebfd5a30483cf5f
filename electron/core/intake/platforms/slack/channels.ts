// Owns which conversation a file of messages belongs to: by the folder it lies in, which is a channel's name or an id.
import { type JsonObject, textOf, textsOf } from '../../kit/value.ts'

export type ChannelKind =
  | 'public channel'
  | 'private channel'
  | 'group messages'
  | 'direct messages'
  | 'comments on a canvas'
  | 'unknown'

export interface Channel {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  /** Ids of members. */
  readonly members: readonly string[]
}

/** Channels by their ids and by where their folders lie. */
export interface Channels {
  readonly byId: ReadonlyMap<string, Channel>
  readonly byPlace: ReadonlyMap<string, Channel>
}

/**
 * One entry of `channels.json`, `groups.json`, `mpims.json`, `dms.json` or `file_conversations.json`; null where it has no id.
 * @param listed the file's base name: since 2021 nothing in an entry tells a private channel from a public one
 */
export function channelOf(entry: JsonObject, listed: string): Channel | null {
  const id = textOf(entry.id)
  if (id === '') return null
  return { id, name: textOf(entry.name), kind: kindOf(entry, id, listed), members: textsOf(entry.members) }
}

function kindOf(entry: JsonObject, id: string, listed: string): ChannelKind {
  const name = textOf(entry.name)
  if (id.startsWith('D') || entry.is_im === true) return 'direct messages'
  if (name.startsWith('mpdm-') || entry.is_mpim === true) return 'group messages'
  if (/^FC:/.test(name)) return 'comments on a canvas'
  if (entry.is_private === true || id.startsWith('G') || /^groups\b/i.test(listed)) return 'private channel'
  return 'public channel'
}

/** Notes a channel. @param folder where the list lies that names it; its messages lie in a folder beside */
export function noteChannel(
  { byId, byPlace }: { byId: Map<string, Channel>; byPlace: Map<string, Channel> },
  channel: Channel,
  folder: string,
): void {
  byId.set(channel.id, channel)
  for (const name of [channel.name, channel.id, canvasOf(channel.name)]) {
    const place = placeOf([folder, name])
    if (name !== '' && !byPlace.has(place)) byPlace.set(place, channel)
  }
}

/**
 * The conversation of a file of messages. Looked for beside the lists of the file's own workspace, then of those around it; where no list names the
 * folder, the folder's name is all that is known.
 * @param path of the file, with at least the folder it lies in
 */
export function channelAt({ byId, byPlace }: Channels, path: string): Channel {
  const steps = path.split('/').slice(0, -1)
  const folder = steps.pop() ?? ''
  for (let depth = steps.length; depth >= 0; depth--) {
    const around = steps.slice(0, depth).join('/')
    const known = byPlace.get(placeOf([around, folder])) ?? byPlace.get(placeOf([around, canvasOf(folder)]))
    if (known !== undefined) return known
  }
  return byId.get(folder) ?? { id: folder, name: folder, kind: 'unknown', members: [] }
}

/** `FC:F0ABC:Title` is the conversation about canvas F0ABC, whatever became of the signs of its title on the way. */
function canvasOf(name: string): string {
  return /^FC[:_](F[A-Z0-9]+)/.exec(name)?.[1] ?? ''
}

const placeOf = (steps: readonly string[]) =>
  steps
    .filter((step) => step !== '')
    .join('/')
    .normalize('NFC')
