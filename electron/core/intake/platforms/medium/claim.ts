// Owns telling what a page of Medium's export is, by its microformats; where pages are alike (lists of links), their folder says which.
import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'

/** What a page is; null where it is nothing of Medium's. */
export function claimFile({ form, text, member: { name } }: Peek): Claim | null {
  if (form !== 'html') return null
  const markup = text.replace(/<style[\s\S]*?(?:<\/style>|$)/gi, '')
  return claimEntry(markup, name) ?? claimPrivate(markup, name) ?? claimLinks(markup, name) ?? claimFrame(markup, name)
}

/** Marks that nobody else's pages have; other sites use the same microformats, and may link to Medium. */
const isOfMedium = (markup: string) =>
  /class=["'][^"']*\b(?:graf|section--body)\b|>\s*Exported from <a [^<>]*medium\.com/.test(markup) ||
  (/data-field=["']/.test(markup) && /medium\.com\b/.test(markup))

/** Whole entries: stories, drafts and responses are alike; reading lists and the page about the author are told apart. */
function claimEntry(markup: string, name: string): Claim | null {
  const body = /data-field=["']body["']|class=["'][^"']*\be-content\b/.test(markup)
  if (/(?:^|\/)profile\/about\.html?$/i.test(name) && (body || isFrame(markup))) return { type: 'about', weight: 0.3 }
  if (!/<article\b[^<>]*class=["'][^"']*\bh-entry\b/.test(markup)) return null
  const sure = isOfMedium(markup)
  if (/data-field=["'](?:lists|post)["']/.test(markup)) return { type: 'lists', weight: sure ? 0.9 : 0.4, order: 4 }
  return body ? { type: 'posts', weight: sure ? 0.93 : 0.4 } : null
}

/** The account, and what was logged of its use. */
function claimPrivate(markup: string, name: string): Claim | null {
  if (/(?:^|\/)readme\.html?$/i.test(name) && /medium/i.test(markup)) {
    return unread('readme', 0.3, 'viewer', 'Medium’s words about the export: kept, not read.')
  }
  if (/class=["'][^"']*\bh-card\b/.test(markup) && /<section\b/.test(markup)) {
    const sure = /Medium user ID|medium\.com\/@/.test(markup)
    return { type: 'profile', weight: sure ? 0.85 : 0.3, order: -1 }
  }
  if (/<li>\s*IP:/.test(markup)) {
    return unread('ips', 0.6, 'log-ins', 'Addresses from which the account was used: kept, not read.')
  }
  if (/<br\s*\/?>\s*(?:Last seen at|User agent):/.test(markup)) {
    return unread('sessions', 0.6, 'log-ins', 'Log-ins and devices: kept, not read.')
  }
  return /<li>\s*(?:Membership ID:|Created at:[^<]*<br\s*\/?>\s*Amount:)/.test(markup)
    ? unread('memberships', 0.4, 'other', 'What the account paid to Medium: kept, not read.')
    : null
}

/** Lists of links to stories and to people. */
function claimLinks(markup: string, name: string): Claim | null {
  const timed = /class=["'][^"']*\bdt-published\b/.test(markup)
  const cites = /<a\b[^<>]*class=["'][^"']*\bh-cite\b/.test(markup)
  const likes = /<a\b[^<>]*class=["'][^"']*\bu-like-of\b/.test(markup)
  const marked = /markup--highlight|u-highlight-of/.test(markup)
  const quoted = /<li\b/.test(markup) && /class=["'][^"']*\bgraf\b/.test(markup)
  if (marked || (timed && !cites && quoted)) {
    return { type: 'highlights', weight: 0.85, order: 3 }
  }
  if (likes && timed) return { type: 'claps', weight: 0.85, order: 1 }
  // How often somebody clapped stands before the story; without that mark a list of claps is one of bookmarks.
  if (cites && timed && /<li\b[^<>]*>\s*\+\d/.test(markup)) return { type: 'claps', weight: 0.7, order: 1 }
  if (cites && timed) return { type: 'bookmarks', weight: 0.7, order: 2 }
  if (cites) return people(0.5)
  if (/<li\b[^<>]*h-entry[^<>]*>\s*<a\b[^<>]*>[^<]*<\/a>[^<]*\$[\d.,]+/.test(markup)) {
    return unread('partner program', 0.4, 'other', 'What stories earned in Medium’s Partner Program: kept, not read.')
  }
  const roles = isFrame(markup) && /<h4[^<>]*>[^<]*<\/h4>\s*<[ou]l/.test(markup)
  return roles || /(?:^|\/)profile\/publications\.html?$/i.test(name)
    ? { type: 'publications', weight: roles ? 0.4 : 0.1, order: 5 }
    : null
}

/** Pages that hold nothing but a heading and plain links, or nothing at all: only their folder says what of. */
function claimFrame(markup: string, name: string): Claim | null {
  if (!isFrame(markup) && !isOfMedium(markup)) return null
  const folder = /(?:^|\/)([a-z-]+)\/[^/]+$/.exec(name)?.[1] ?? ''
  const empty = { claps: 1, bookmarks: 2, highlights: 3 }[folder]
  if (empty !== undefined) return { type: folder, weight: 0.1, order: empty }
  if (/-following$|^blocks$|^twitter$/.test(folder)) return people(0.2)
  if (folder === 'interests') {
    return unread('interests', 0.2, 'advertising', 'What Medium thinks the account likes: kept, not read.')
  }
  const logged = /^(?:sessions|ips)$/.test(folder) || /(?:^|\/)ips(?:[-_]?\d+)?\.html?$/.test(name)
  return logged ? unread('sessions', 0.1, 'log-ins', 'Log-ins and devices: kept, not read.') : null
}

const isFrame = (markup: string) => /<body[^<>]*>\s*<section[^<>]*>\s*<h[1-4]\b/.test(markup)

const people = (weight: number) =>
  unread('people', weight, 'contacts', 'Whom and what the account follows or blocks, and suggestions: kept, not read.')

function unread(type: string, weight: number, group: FileGroup, note: string): Claim {
  return { type, weight, use: 'unread', group, note }
}
