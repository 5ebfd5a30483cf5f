// Owns telling what a file of a Slack export is, by the entries of its list.
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, listOf, objectsOf, textOf } from '../../kit/value.ts'
import { stampOf } from './when.ts'

/** Lists that say nothing of themselves where they are empty; only then does the name tell which section is there. */
const EMPTY: Readonly<Record<string, string>> = {
  channels: 'conversations',
  groups: 'conversations',
  mpims: 'conversations',
  dms: 'conversations',
  file_conversations: 'conversations',
  users: 'members',
  org_users: 'members',
  integration_logs: 'apps',
  canvases: 'documents',
  lists: 'documents',
  huddle_transcripts: 'documents',
  canvas_in_the_conversation: 'documents',
}
const ORDER: Readonly<Record<string, number>> = { members: -3, conversations: -2, apps: -1, documents: -1 }

/** What a file is; null where it is nothing of Slack's. */
export function claimFile({ form, json, name }: Peek): Claim | null {
  if (form !== 'json') return null
  if (isObject(json)) return claimObject(json)
  const entries = objectsOf(json)
  const found = entries.map(claimEntry).find((claim) => claim !== null) ?? null
  if (found !== null) return found
  if (entries.some((entry) => isCutMessage(entry, name))) return claim('messages', 0.3)
  return listOf(json).length === 0 ? claimEmpty(name) : null
}

function claimEntry(entry: JsonObject): Claim | null {
  const id = textOf(entry.id)
  if (isMessage(entry)) return claim('messages', 0.9)
  if (/^[UW][A-Z0-9]{4,}$/.test(id) && (isObject(entry.profile) || 'team_id' in entry)) return claim('members', 0.85)
  if (/^[CGD][A-Z0-9]{4,}$/.test(id) && ('members' in entry || ('created' in entry && 'creator' in entry)))
    return claim('conversations', 0.85)
  if ('change_type' in entry && 'user_id' in entry && 'date' in entry) return claim('apps', 0.7)
  return /^F[A-Z0-9]{4,}$/.test(id) && ('filetype' in entry || 'mode' in entry) ? claim('documents', 0.6) : null
}

/** Every message of every kind has a stamp of seconds and six digits. */
function isMessage(entry: JsonObject): boolean {
  const stamp = stampOf(entry.ts)
  return (
    stamp?.includes('.') === true &&
    ('user' in entry || 'text' in entry || 'subtype' in entry || entry.type === 'message')
  )
}

/** Of a day among thousands only the beginning is seen: its first message may be cut before its stamp. */
function isCutMessage(entry: JsonObject, name: string): boolean {
  if ('ts' in entry) return false
  const parts = ['text', 'user', 'subtype', 'bot_id', 'client_msg_id', 'attachments', 'blocks', 'files']
  return entry.type === 'message' || (/\d{4}-\d{2}-\d{2}\.json$/.test(name) && parts.some((part) => part in entry))
}

/** What the export says of itself, since 2025; a canvas that lies alone in its channel. */
function claimObject(json: JsonObject): Claim | null {
  const about = json.metadata
  if (isObject(about) && 'export_type' in about && about.exporter === 'slack')
    return {
      type: 'manifest',
      weight: 0.8,
      use: 'unread',
      note: 'What the export says of itself: when and how it was made.',
    }
  return claimEntry(json)?.type === 'documents' ? claim('documents', 0.6) : null
}

function claimEmpty(name: string): Claim | null {
  const base = name.slice(name.lastIndexOf('/') + 1).replace(/\.json$/i, '')
  const type = EMPTY[base.toLowerCase()] ?? (/^\d{4}-\d{2}-\d{2}$/.test(base) ? 'messages' : null)
  return type === null ? null : claim(type, 0.05)
}

function claim(type: string, weight: number): Claim {
  return { type, weight, order: ORDER[type] ?? 0 }
}
