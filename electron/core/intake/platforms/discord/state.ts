// Owns what must be known of an export before its messages are read: channels by the folder of their messages, names by number.

import { parseLossless } from '../../../json/lossless.ts'
import { MemberError } from '../../archive/archive.ts'
import type { Claims } from '../../kit/claims.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { idOf, isObject, type JsonObject, textOf } from '../../kit/value.ts'
import type { ExportTree, FilePlan } from '../../platform.ts'
import { exportedPlace, type Place, placeOf } from './channel.ts'
import type { Names } from './words.ts'

export interface DiscordState {
  /** By the folder of the messages, or by the file where one holds both. */
  readonly places: ReadonlyMap<string, Place>
  readonly channels: ReadonlyMap<string, string>
  /** Names of servers by the folder of their files. */
  readonly servers: ReadonlyMap<string, string>
}

const MOST = 64 * 2 ** 20

/** Reads the small files that say where and among whom messages were written. */
export async function discordState({ tree }: Survey, claims: Claims, signal: AbortSignal): Promise<DiscordState> {
  const channels = new Map<string, string>()
  for (const [peek, { type }] of claims) {
    if (type !== 'channel names') continue
    const index = await wholeObject(tree, peek, signal)
    for (const [id, name] of Object.entries(index))
      if (textOf(name) !== '' && name !== 'None') channels.set(id, textOf(name))
  }
  const places = new Map<string, Place>()
  const servers = new Map<string, string>()
  for (const [peek, { type }] of claims) {
    if (type === 'server') servers.set(folderOf(peek.name), textOf(isObject(peek.json) ? peek.json.name : ''))
    if (type === 'exported channel' && isObject(peek.json)) places.set(peek.name, exportedPlace(peek.json))
    if (type !== 'channel') continue
    const channel = await wholeObject(tree, peek, signal)
    places.set(folderOf(peek.name), placeOf(channel, channels.get(idOf(channel.id) ?? '') ?? ''))
  }
  return { places, channels, servers }
}

/** Where the messages of a file were written: as the channel beside says, else by the number in the folder's name. */
export function placeAt({ places, channels }: DiscordState, { name, member }: FilePlan): Place {
  const known = places.get(name) ?? places.get(folderOf(name))
  if (known !== undefined) return known
  const folder = folderOf(name) || folderOf(member.name)
  const id = /(?:^|\D)(\d{15,20})$/.exec(folder)?.[1] ?? ''
  return { id, name: channels.get(id) ?? '', kind: '', server: '', serverId: '', recipients: [], topic: '' }
}

/** Whose names a text may mention. */
export function namesIn({ channels }: DiscordState, { ownerHandle, ownerNativeId }: About): Names {
  return { owner: { id: ownerNativeId, handle: ownerHandle }, channels }
}

/** The folder that a file lies in; `''` at the root. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')))
}

/** A file that is one object. One that cannot be read says nothing; it is named in the reconciliation all the same. */
async function wholeObject(tree: ExportTree, { member, json }: Peek, signal: AbortSignal): Promise<JsonObject> {
  const seen = isObject(json) ? json : {}
  if (member.size > MOST) return seen
  try {
    const chunks: Buffer[] = []
    for await (const chunk of tree.set.read(member, signal)) chunks.push(chunk)
    const value = parseLossless(
      Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
    return isObject(value) ? value : seen
  } catch (error) {
    if (error instanceof MemberError || error instanceof SyntaxError) return seen
    throw error
  }
}
