// Reads a request that was pasted: an email with its headers, a notice of the portal, or the bare words.

import { readWrittenTime, type WrittenTime } from '../loose-date.ts'
import { contactIn } from './immediate.ts'

/** What a pasted text tells; null where it does not. The words are kept as they stand, headers taken off. */
export interface PastedRequest {
  readonly text: string
  readonly requester: string | null
  readonly contact: string | null
  readonly received: WrittenTime | null
  readonly portal: string | null
  readonly channel: 'email' | 'portal' | null
}

const HEADER = /^(from|to|cc|date|sent|subject|reply-to)\s*:\s*(.*)$/i
const PORTAL = /\brequest\s*(?:no\.?|number|#|:)?\s*#?\s*(\d{2,4}-\d{1,6})\b/i

/** Takes the text apart. @param zone the City's, in which times with an offset are told */
export function readPastedRequest(pasted: string, zone: string): PastedRequest {
  const lines = pasted.replace(/\r\n?/g, '\n').trim().split('\n')
  const headers = new Map<string, string>()
  let at = 0
  for (; at < lines.length; at += 1) {
    const [, name, value] = HEADER.exec(lines[at] ?? '') ?? []
    if (name === undefined) break
    headers.set(name.toLowerCase(), (value ?? '').trim())
  }
  // A line such as “To: the Clerk” alone is no head of an email.
  const isEmail = headers.has('from') && headers.size > 1
  const body = isEmail ? lines.slice(at).join('\n').trim() : lines.join('\n')
  const subject = isEmail ? (headers.get('subject') ?? '') : ''
  const from = isEmail ? (headers.get('from') ?? '') : ''
  const portal = PORTAL.exec(`${subject}\n${body}`)?.[1] ?? null
  const written = headers.get('date') ?? headers.get('sent')
  return {
    text: subject === '' ? body : `${subject}\n\n${body}`,
    requester: isEmail ? nameIn(from) : null,
    contact: contactIn(from) ?? contactIn(body),
    received: isEmail && written !== undefined ? readWrittenTime(written, zone) : null,
    portal,
    channel: portal !== null ? 'portal' : isEmail ? 'email' : null,
  }
}

function nameIn(from: string): string | null {
  const name = from
    .replace(/<[^>]*>|\[[^\]]*\]/g, '')
    .replaceAll('"', '')
    .trim()
  return name === '' || name.includes('@') ? null : name
}
