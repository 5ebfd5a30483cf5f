// Owns what a file of a Snapchat export is, by the keys at its root, of its first elements, or the frame of its page.

import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, objectsOf } from '../../kit/value.ts'

/** Sections that are no records, by a key that only they have. */
const UNREAD: readonly (readonly [key: RegExp, type: string, group: FileGroup, note: string])[] = [
  [
    /^(?:Friend Requests Sent|Deleted Friends|Blocked Users|Hidden Friend Suggestions)$/,
    'friends',
    'contacts',
    'Friends and contacts: kept, not read.',
  ],
  [
    /^(?:Device Information|Device History|Login History|Basic Information)$/,
    'account',
    'log-ins',
    'The account with its devices and log-ins: kept, not read.',
  ],
  [
    /^(?:Frequent Locations|Latest Location|Home & Work|Daily Top Locations|Top Locations Per Six-Day Period|Areas you may have visited.*|Businesses and public places.*|Saved Places|Snap Map.*)$/,
    'location',
    'location',
    'Places: kept, not read.',
  ],
  [/^(?:Search History|Recent Search.*)$/, 'searches', 'searches', 'Searches: kept, not read.'],
  [
    /^(?:App Profile|Ads You Interacted With|Interest Categories|Content Categories|Web Interactions|Mobile Ad Id)$/,
    'advertising',
    'advertising',
    'What Snapchat thinks the account likes, and advertising: kept, not read.',
  ],
  [
    /^(?:Display Name Change|Email Change|Mobile Number Change|Password Change|Snapchat Linked to Bitmoji|Two-Factor Authentication)$/,
    'account-history',
    'log-ins',
    'Changes of names, addresses and passwords: kept, not read.',
  ],
  [
    /^(?:Outgoing Calls|Incoming Calls|Completed Calls|Chat Sessions|Game Sessions)$/,
    'talk-history',
    'other',
    'The list of calls, which holds no words: kept, not read.',
  ],
  [
    /^(?:Number of Stories Viewed|Statistics|Your Story Views|Friend and Public Story Views|Snapchat Terms.*|Terms.*|Connected Apps|Purchases|In-App Purchases|Support Note|Cameo.*|My AI.*|Bitmoji.*)$/,
    'logged',
    'other',
    'What Snapchat counted or logged: kept, not read.',
  ],
]

/** What a file is; null where it is not Snapchat’s. */
export function claimFile(peek: Peek, seen: Survey): Claim | null {
  if (peek.form === 'json') return isObject(peek.json) ? claimJson(peek.json, peek.name) : null
  return peek.form === 'html' ? claimHtml(peek.text, seen) : null
}

function claimJson(json: JsonObject, name: string): Claim | null {
  const keys = Object.keys(json)
  if (keys.length === 0) return claimEmpty(name)
  if (keys.some((key) => /^(?:Received|Sent) (?:Saved |Unsaved )?Chat History$/.test(key)))
    return { type: 'chats', weight: 0.85 }
  if (keys.some((key) => /^(?:Received|Sent) Snap History$/.test(key))) return { type: 'snaps', weight: 0.8, order: 1 }
  if (keys.includes('Saved Media')) return { type: 'memories', weight: 0.85, order: 2 }
  if (keys.includes('Shared Story') || keys.includes('Spotlight History'))
    return { type: 'stories', weight: 0.8, order: 3 }
  for (const [pattern, type, group, note] of UNREAD) {
    if (keys.some((key) => pattern.test(key)))
      return { type, weight: keys.length > 1 ? 0.5 : 0.3, use: 'unread', group, note }
  }
  const type = conversationsIn(json)
  if (type !== null) return { type, weight: type === 'chats' ? 0.85 : 0.7, order: type === 'chats' ? 0 : 1 }
  return null
}

/** Whether lists of messages stand under the names of conversations, and whether those are chats or snaps. */
function conversationsIn(json: JsonObject): 'chats' | 'snaps' | null {
  const lists = Object.values(json).flatMap((value) => (isObject(value) ? Object.values(value) : [value]))
  const first = lists
    .flatMap((list) => objectsOf(list).slice(0, 3))
    .filter((one) => 'Media Type' in one && hasTime(one))
  if (first.length === 0) return null
  const isChat = first.some((one) => ['Content', 'Text', 'IsSaved', 'Media IDs'].some((key) => key in one))
  return isChat ? 'chats' : 'snaps'
}

const hasTime = (one: JsonObject) => 'Created' in one || 'Created(microseconds)' in one

/** Nothing in a file says whose it is: only its name is left, which alone makes nobody sure. */
function claimEmpty(name: string): Claim | null {
  const found = /(?:^|\/)(chat_history|snap_history|memories_history|shared_story)\.json$/.exec(name)
  const type = { chat_history: 'chats', snap_history: 'snaps', memories_history: 'memories', shared_story: 'stories' }[
    found?.[1] ?? ''
  ]
  return type === undefined ? null : { type, weight: 0.2 }
}

const TWIN = 'The same as in the JSON files of this export, for looking at: kept, not read twice.'

function claimHtml(text: string, seen: Survey): Claim | null {
  const type = pageType(text)
  if (type === null) return null
  if (type === 'viewer')
    return {
      type,
      weight: 0.4,
      use: 'unread',
      group: 'viewer',
      note: 'A page for looking through the export: kept, not read.',
    }
  const json = type.replace('html-', '')
  const twin = seen.peeks.some(
    (one) => one.form === 'json' && isObject(one.json) && claimJson(one.json, one.name)?.type === json,
  )
  if (twin) return { type: 'viewer', weight: 0.4, use: 'unread', group: 'viewer', note: TWIN }
  return { type, weight: 0.8, order: type === 'html-chats' ? 0 : 1 }
}

function pageType(text: string): 'html-chats' | 'html-snaps' | 'html-memories' | 'viewer' | null {
  const panel = /class=["'](?:leftpanel|rightpanel)["']/i.test(text)
  if (/downloadMemories\s*\(/.test(text)) return 'html-memories'
  const cells = (...names: string[]) =>
    names.every((name) => new RegExp(`<t[hd][^>]*>(?:\\s*<[^>]+>)*\\s*${name}\\s*<`, 'i').test(text))
  const utc = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC/.test(text)
  if (/<h6[^>]*>\s*\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC/.test(text) && /<h4[\s>]/.test(text)) return 'html-chats'
  if (utc && cells('Media Type', 'Created')) return isChatTable(text) ? 'html-chats' : 'html-snaps'
  return panel && /snap/i.test(text) ? 'viewer' : null
}

/** Chats have words: a column for them, or a row of one cell below each message. */
function isChatTable(text: string): boolean {
  return (
    /<th[^>]*>(?:\s*<[^>]+>)*\s*(?:Text|Content)\s*</i.test(text) ||
    /<td[^>]*colspan/i.test(text) ||
    /Chat History/.test(text)
  )
}
