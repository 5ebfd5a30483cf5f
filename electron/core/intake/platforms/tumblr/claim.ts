// Owns telling what a file of Tumblr's is: the blog's posts as XML and as pages, messages, the account's own data as JSON.

import type { Peek, Survey } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { countOf, isObject, type JsonObject, objectsOf, unwrapped } from '../../kit/value.ts'
import { elementsAt } from './head.ts'

/** What a file is; null where it is nothing of Tumblr's. */
export function claimFile(peek: Peek, survey: Survey): Claim | null {
  if (peek.form === 'xml') return claimXml(peek)
  if (peek.form === 'html') return claimPage(peek, survey)
  return peek.form === 'json' ? claimJson(peek.json) : null
}

function claimXml({ text, member, head }: Peek): Claim | null {
  const inside = xmlOf(text)
  if (inside === 'conversations') return { type: 'messages', weight: 0.95, order: 2 }
  if (inside !== 'posts') return null
  // An answer of the API says how many posts the blog has; only where they all stand in it is that its own count.
  const total = countOf(elementsAt(text, 'posts')[0]?.total)
  const whole = member.size <= head.length && elementsAt(text, 'post').length === total
  return { type: 'posts', weight: 0.97, claimed: whole ? total : null }
}

/** What stands below the root of Tumblr's XML; null where the root is none of its. */
function xmlOf(text: string): 'posts' | 'conversations' | null {
  const start = text.replace(/<!--[\s\S]*?-->/g, '')
  const root = /^\s*(?:<[?!][^<>]*>\s*)*<([a-z]+)\b/.exec(start)?.[1]
  // Some exports write the conversations without the root around them.
  if (root === 'conversations' && /<conversation\b/.test(start) && /<message\b[^<>]*\bparticipant=/.test(start))
    return 'conversations'
  if (root !== 'tumblr') return null
  if (/<conversations\b/.test(start)) return 'conversations'
  return /<posts\b|<post\b/.test(start) ? 'posts' : null
}

const POST_PAGE = /(?:^|\/)(\d{5,})\.html?$/i
const TALK_PAGE = /(?:^|\/)conversations\/[^/]+\.html?$/i

/** The number of a post's page, which is its file's name. */
export function postNumber(name: string): string | null {
  return POST_PAGE.exec(name)?.[1] ?? null
}

function claimPage(peek: Peek, { peeks }: Survey): Claim | null {
  const { text, name } = peek
  const number = postNumber(name)
  if (number !== null && hasPostFooter(text)) return { type: 'pages', weight: 0.85, order: 1 }
  const links = text.match(/href=["'](?:[^"']*\/)?html\/\d{5,}\.html?["']/g)
  if (links !== null) {
    const note = 'The list of the posts’ pages: compared with the pages that are there, not read.'
    return { type: 'index', weight: 0.6, use: 'unread', group: 'viewer', note }
  }
  const isOurs = (one: Peek) =>
    (one.form === 'html' && postNumber(one.name) !== null && hasPostFooter(one.text)) ||
    (one.form === 'xml' && xmlOf(one.text) !== null)
  // A long post's footer lies beyond the beginning: its number, and the pages beside it, say what it is.
  if (number !== null && peeks.some(isOurs)) return { type: 'pages', weight: 0.2, order: 1 }
  if (!TALK_PAGE.test(peek.member.name) || !peeks.some(isOurs)) return null
  const twin = peeks.some((one) => one.form === 'xml' && xmlOf(one.text) === 'conversations')
  const note = 'A page of a conversation that is in messages.xml too: kept, not read twice.'
  return twin
    ? { type: 'conversation pages', weight: 0.1, use: 'unread', group: 'viewer', note }
    : { type: 'conversation pages', weight: 0.1, order: 3 }
}

const hasPostFooter = (text: string) => /id=["']timestamp["']/.test(text) && /id=["']footer["']|<footer\b/.test(text)

const ACCOUNT = [
  'blog_names',
  'registration_time',
  'last_post_time',
  'most_used_tags',
  'last_active_times',
  'unfollows',
]

function claimJson(json: unknown): Claim | null {
  const first = Array.isArray(json) ? json.find(isObject) : json
  if (!isObject(first)) return null
  const data = unwrapped(first, 'data')
  if (ACCOUNT.filter((key) => key in data).length >= 2) return { type: 'account', weight: 0.9, order: -1 }
  if (isPost(first)) return { type: Array.isArray(json) ? 'posts json' : 'post json', weight: 0.85 }
  const answer = unwrapped(first, 'response')
  const [post] = [answer.posts, answer.liked_posts].flatMap(objectsOf)
  return post !== undefined && isPost(post) ? { type: 'posts json', weight: 0.85 } : null
}

/** A post as the API gives it, with blocks or without. */
export function isPost(one: JsonObject): boolean {
  return 'blog_name' in one && ('id' in one || 'id_string' in one) && ('reblog_key' in one || 'timestamp' in one)
}
