// Owns where messages were written: channels of servers, threads, direct messages, as the package or DiscordChatExporter names them.
import { idOf, isObject, type JsonObject, textOf, textsOf } from '../../kit/value.ts'

export interface Place {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly server: string
  readonly serverId: string
  /** Who is in a direct message: numbers, or names where the source gives them. */
  readonly recipients: readonly string[]
  readonly topic: string
}

/** Names and numbers of kinds, old and new, to what a clerk reads. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:1|DM|DirectTextChat)$/, 'direct messages'],
  [/^(?:3|GROUP_DM|DirectGroupTextChat)$/, 'group messages'],
  [/^(?:12|(?:GUILD_)?PRIVATE_THREAD|GuildPrivateThread)$/, 'private thread'],
  [/^(?:10|11|(?:GUILD_)?(?:PUBLIC|NEWS|ANNOUNCEMENT)_THREAD|Guild(?:Public|News)Thread)$/, 'thread'],
  [/^(?:5|GUILD_(?:NEWS|ANNOUNCEMENT)|GuildNews)$/, 'announcements'],
  [/^(?:2|13|GUILD_(?:STAGE_)?VOICE|Guild(?:Voice(?:Chat)?|StageVoice))$/, 'voice channel'],
  [/^(?:15|16|GUILD_(?:FORUM|MEDIA)|Guild(?:Forum|Media))$/, 'forum'],
  [/^(?:0|GUILD_TEXT|GuildTextChat)$/, 'server channel'],
]

/** A kind of channel in words; one that is not known by its own name. */
function kindOf(type: unknown): string {
  const own = typeof type === 'number' ? String(type) : textOf(type)
  return KINDS.find(([pattern]) => pattern.test(own))?.[1] ?? own
}

/** What a `channel.json` says. @param indexed the name that the index of all channels gives, such as `general in Alder Bay` */
export function placeOf(channel: JsonObject, indexed: string): Place {
  const guild = isObject(channel.guild) ? channel.guild : {}
  return {
    id: idOf(channel.id) ?? '',
    name: textOf(channel.name) || indexed,
    kind: kindOf(channel.type),
    server: textOf(guild.name),
    serverId: idOf(guild.id) ?? '',
    recipients: textsOf(channel.recipients),
    topic: textOf(channel.topic),
  }
}

/** What DiscordChatExporter says at the beginning of a file. */
export function exportedPlace(json: JsonObject): Place {
  const channel = isObject(json.channel) ? json.channel : {}
  const place = placeOf({ ...channel, guild: json.guild }, '')
  const isDirect = place.kind === 'direct messages' || place.kind === 'group messages'
  return isDirect ? { ...place, server: '', serverId: '' } : place
}

/** What every message shows of where it was written. */
export function placeDetails({ name, kind, server, recipients, topic }: Place): Readonly<Record<string, unknown>> {
  return { channel: name, channelKind: kind, server, participants: recipients, topic }
}
