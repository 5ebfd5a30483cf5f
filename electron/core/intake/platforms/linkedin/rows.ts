// Owns making records of the rows of LinkedIn's tables.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { blockText, parseFragment } from '../../kit/markup.ts'
import type { Row } from '../../kit/row.ts'
import { clockTime, hourOf, type TimeFields, writtenTime } from '../../kit/time.ts'

const link = (address: string) => (address === '' ? [] : [{ shown: address, target: address }])

/** A row of `Shares.csv`. */
export function shareOutcome(row: Row, owner: string): Outcome {
  const [address, words, shared] = [row.get('sharelink'), commentary(row.get('sharecommentary')), row.get('sharedurl')]
  return record({
    kind: 'post',
    id: address || null,
    time: timeOf(row.get('date')),
    author: owner,
    text: words,
    links: [...link(address), ...link(shared), ...link(row.get('mediaurl'))],
    details: { visibility: row.get('visibility'), shared, media: row.get('mediaurl') },
    content: { words, shared, media: row.get('mediaurl').replace(/\?.*$/s, '') },
  })
}

/** LinkedIn quotes each line of a commentary apart and doubles what stands in it. */
function commentary(text: string): string {
  return text.replace(/"\r?\n"/g, '\n').replaceAll('""', '"')
}

/** A row of `messages.csv`, of nine columns or thirteen. */
export function messageOutcome(row: Row): Outcome {
  const content = row.get('content')
  const [subject, from, to] = [row.get('subject'), row.get('from'), row.get('to')]
  const words = /<[a-z][^>]*>/i.test(content) ? blockText(parseFragment(content)) : content
  const conversation = row.get('conversation id')
  const draft = /^(?:true|yes)$/i.test(row.get('is message draft'))
  return record({
    kind: 'message',
    key: [conversation, from].join(' '),
    time: timeOf(row.get('date')),
    author: from,
    conversation: conversation || null,
    state: draft ? 'draft' : 'live',
    text: [subject, words].filter((part) => part !== '').join('\n'),
    links: row
      .get('attachments')
      .split(/[\s,]+/)
      .filter((one) => /^https?:/.test(one))
      .flatMap(link),
    details: {
      title: row.get('conversation title'),
      to,
      folder: row.get('folder'),
      subject,
      profile: row.get('sender profile url'),
    },
    content: { subject, content, from, to },
  })
}

/** A row of `Comments.csv`. */
export function commentOutcome(row: Row, owner: string): Outcome {
  const [address, text] = [row.get('link'), row.get('message')]
  if (address === '' && text === '') return failed('comment-empty', 'has neither words nor a place, as a comment must')
  return record({
    kind: 'comment',
    id: /commentUrn=/.test(address) ? address : null,
    key: address,
    time: timeOf(row.get('date')),
    author: owner,
    text,
    links: link(address),
    content: { text, link: address },
  })
}

/** A row of `Reactions.csv`. */
export function reactionOutcome(row: Row, owner: string): Outcome {
  const [type, address] = [row.get('type'), row.get('link')]
  return record({
    kind: 'reaction',
    key: address,
    time: timeOf(row.get('date')),
    author: owner,
    text: type,
    links: link(address),
    details: { reaction: type, target: address },
    content: { type, link: address },
  })
}

/** A row of `Invitations.csv`: a message that goes with asking for a contact. */
export function invitationOutcome(row: Row): Outcome {
  const [from, to, text] = [row.get('from'), row.get('to'), row.get('message')]
  return record({
    kind: 'message',
    key: `invitation ${from} ${to}`,
    time: timeOf(row.get('sent at')),
    author: from,
    text,
    details: { invitation: row.get('direction'), to },
    content: { from, to, text },
  })
}

const SHORT = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4}),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?$/i

/** `2026-02-08 11:00:00 UTC`, or `1/29/26, 2:37 PM` (month first, without a zone). */
function timeOf(text: string): TimeFields {
  const parts = SHORT.exec(text.trim())
  if (parts === null) return writtenTime(text, 'UTC')
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = parts.slice(1, 6).map(Number)
  const clock = {
    year: year < 100 ? 2000 + year : year,
    month,
    day,
    hour: hourOf(hour, parts[7]),
    minute,
    second: Number(parts[6] ?? 0),
    milli: 0,
  }
  return clockTime(clock, text, parts[6] === undefined ? 'minute' : 'second', 'unknown')
}
