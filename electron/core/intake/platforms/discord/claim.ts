// Owns telling what a file of a Discord data package or of DiscordChatExporter is.
import { headerKeys, type Peek, type Survey } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, listOf, objectsOf, textOf } from '../../kit/value.ts'
import { isSnowflake } from './snowflake.ts'
import { folderOf } from './state.ts'

/** What a file is, whatever language its folder is named in; null where it is nothing of Discord's. */
export function claimFile(peek: Peek, survey: Survey): Claim | null {
  const { form, json, text, name } = peek
  if (form === 'csv' || form === 'text') return claimText(peek)
  if (form !== 'json') return null
  if (/^\s*\{[^\n]*"event_type"\s*:/.test(text) && /"(?:event_id|client_track_timestamp|timestamp)"\s*:/.test(text))
    return unread(
      'activity',
      0.3,
      'Events that Discord notes of each use: devices, places, addresses, clicks.',
      'log-ins',
    )
  if (isObject(json)) return claimObject(json, name, survey) ?? claimBeside(name, survey)
  const entries = objectsOf(json)
  if (entries.some((one) => 'ID' in one && 'Timestamp' in one && 'Contents' in one))
    return { type: 'messages', weight: 0.9 }
  if (entries.some((one) => 'action_type' in one && 'user_id' in one))
    return { type: 'audit log', weight: 0.5, order: 1 }
  if (entries.some((one) => 'quest_id' in one))
    return unread('advertising', 0.2, 'Promotions that were shown.', 'advertising')
  if (listOf(json).length === 0 && besideChannel(name, survey)) return { type: 'messages', weight: 0.05 }
  return claimBeside(name, survey)
}

function claimText({ rows: [first], text, name }: Peek): Claim | null {
  const columns = headerKeys(first)
  const has = (...wanted: readonly string[]) => wanted.every((one) => columns.includes(one))
  if (has('id', 'timestamp', 'contents', 'attachments')) return { type: 'messages table', weight: 0.9 }
  if (has('authorid', 'author', 'date', 'content', 'reactions')) {
    const note =
      'A table of DiscordChatExporter gives messages no numbers. Export the channel as JSON to have them read.'
    return { type: 'exported table', weight: 0.7, use: 'unread', note }
  }
  const isReadMe = /\.txt$/i.test(name) && /\bDiscord\b/.test(text) && !name.includes('/')
  return isReadMe ? unread('read me', 0.1, 'How the package is laid out.', 'viewer') : null
}

function claimObject(json: JsonObject, name: string, survey: Survey): Claim | null {
  const has = (...keys: readonly string[]) => keys.every((key) => key in json)
  const isNumbered = isNumber(json.id)
  if (isObject(json.channel) && isObject(json.guild) && has('messages'))
    return { type: 'exported channel', weight: 0.95 }
  if (
    isNumbered &&
    has('username') &&
    ['discriminator', 'global_name', 'email', 'relationships'].some((key) => key in json)
  )
    return unread(
      'account',
      0.85,
      'Whose account it is, with friends, devices and payments. The name stands in this report.',
      'settings',
    )
  if (has('discord_id', 'username'))
    return unread('activities', 0.3, 'Games and activities inside Discord.', 'settings')
  if (isNumbered && (has('bot_public') || (isObject(json.bot) && has('flags'))))
    return unread('applications', 0.3, 'Apps and bots that the account made.', 'settings')
  if (isNumbered && has('type') && isChannel(json)) {
    return {
      type: 'channel',
      weight: 0.6,
      use: 'unread',
      note: 'Where messages were written; it stands with each of them.',
    }
  }
  if (isNumbered && has('name')) return { type: 'server', weight: 0.15, use: 'unread', note: 'A server’s name.' }
  if (has('user_id') && Object.keys(json).some((key) => /^day_pt$|_l\d+$/.test(key)))
    return unread('advertising', 0.3, 'What advertising is chosen by.', 'advertising')
  return claimNames(json, name, survey)
}

/** A number as Discord gives all its things; here, at a first look, a bare one may have lost its last digits. */
function isNumber(id: unknown): boolean {
  return isSnowflake(id) || (typeof id === 'number' && id > 1e14)
}

/** A channel of any era: its kind is a number or a word in capitals. */
function isChannel({ type }: JsonObject): boolean {
  return typeof type === 'number' || /^[A-Z_]{2,}$/.test(textOf(type))
}

/** Names by number: of channels where folders beside are named by these numbers, else of servers. */
function claimNames(json: JsonObject, name: string, survey: Survey): Claim | null {
  const entries = Object.entries(json)
  const isIndex = entries.every(([id, value]) => isSnowflake(id) && (value === null || typeof value === 'string'))
  if (entries.length === 0 || !isIndex) return null
  const around = folderOf(name) === '' ? '' : `${folderOf(name)}/`
  const isOfServers = entries.some(([id]) => survey.byName(`${around}${id}/guild.json`) !== undefined)
  const [type, note] = isOfServers
    ? ['server names', 'Names of servers by number.']
    : ['channel names', 'Names of channels by number; they stand with the messages.']
  return { type, weight: 0.3, use: 'unread', note }
}

/** What lies beside a server's name, such as its emoji and webhooks. */
function claimBeside(name: string, survey: Survey): Claim | null {
  const server = survey.byName(`${folderOf(name)}/guild.json`)?.json
  const isServer = isObject(server) && isNumber(server.id)
  return isServer ? unread('server settings', 0, 'Settings of a server.', 'settings') : null
}

function besideChannel(name: string, survey: Survey): boolean {
  const channel = survey.byName(`${folderOf(name)}/channel.json`)?.json
  return isObject(channel) && isNumber(channel.id)
}

function unread(type: string, weight: number, note: string, group: NonNullable<Claim['group']>): Claim {
  return { type, weight, use: 'unread', note, group }
}
