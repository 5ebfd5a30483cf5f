// Owns making records of what a member wrote: LinkedIn's tables of posts, reposts, comments, messages, invitations, reactions and votes.
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { blockText, linksIn, parseFragment } from '../../kit/markup.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import type { Row } from '../../kit/row.ts'
import { linkedinTime } from './when.ts'

const link = (address: string) => (address === '' ? [] : [{ shown: address, target: address }])
const isAddress = (text: string) => /^https?:/i.test(text)

/** A row of `Shares.csv`. */
export function shareOutcome(row: Row, owner: string, media: MediaFinder): Outcome {
  const [address, words, shared] = [row.get('sharelink'), commentary(row.get('sharecommentary')), row.get('sharedurl')]
  const picture = row.get('mediaurl')
  return record({
    kind: 'post',
    id: urnOf(address) ?? (address || null),
    time: linkedinTime(row.get('date')),
    author: owner,
    text: words,
    links: [...link(address), ...link(shared), ...(isAddress(picture) ? link(picture) : [])],
    details: { visibility: row.get('visibility'), shared, media: picture },
    content: { words, shared, media: picture.replace(/\?.*$/s, '') },
    media: picture === '' || isAddress(picture) ? [] : [media.file({ uri: picture })],
  })
}

/** LinkedIn quotes each line of a commentary apart and doubles what stands in it. */
function commentary(text: string): string {
  return text.replace(/"\r?\n"/g, '\n').replaceAll('""', '"')
}

/** The post's number as LinkedIn writes it (`urn:li:share:123`), encoded or not; null where the address names none. */
function urnOf(address: string): string | null {
  return /urn(?::|%3A)li(?::|%3A)(\w+)(?::|%3A)([\w-]+)/i.exec(address)?.slice(1).join(':') ?? null
}

/** A row of `InstantReposts.csv`: the address is of the post that was passed on. */
export function repostOutcome(row: Row, owner: string): Outcome {
  const address = row.get('link')
  if (address === '') return failed('repost-empty', 'names no post, as a repost must')
  return record({
    kind: 'repost',
    key: address,
    time: linkedinTime(row.get('date')),
    author: owner,
    parent: urnOf(address),
    text: address,
    links: link(address),
    content: { link: address },
  })
}

/** A row of `messages.csv`, of nine columns or thirteen. */
export function messageOutcome(row: Row): Outcome {
  const content = row.get('content')
  const [subject, from, to] = [row.get('subject'), row.get('from'), row.get('to')]
  const html = /<[a-z][^>]*>/i.test(content) ? parseFragment(content) : null
  const words = html === null ? content : blockText(html)
  const conversation = row.get('conversation id')
  const isDraft = [row.get('is message draft'), row.get('is conversation draft')].some((one) =>
    /^(?:true|yes)$/i.test(one),
  )
  const attachments = row
    .get('attachments')
    .split(/[\s,]+/)
    .filter(isAddress)
  return record({
    kind: 'message',
    key: [conversation, from].join(' '),
    time: linkedinTime(row.get('date')),
    author: from,
    conversation: conversation || null,
    state: isDraft ? 'draft' : 'live',
    text: [subject, words].filter((part) => part !== '').join('\n'),
    links: [...(html === null ? [] : linksIn(html)), ...attachments.flatMap(link)],
    details: {
      title: row.get('conversation title'),
      to,
      folder: row.get('folder'),
      subject,
      profile: row.get('sender profile url'),
      recipients: row.get('recipient profile urls'),
      attachments: row.get('attachments'),
    },
    content: { subject, content, from, to },
  })
}

/** A row of `Comments.csv`, whatever number its name ends with. */
export function commentOutcome(row: Row, owner: string): Outcome {
  const [address, text] = [row.get('link'), row.get('message')]
  if (address === '' && text === '') return failed('comment-empty', 'has neither words nor a place, as a comment must')
  const post = urnOf(address.replace(/[?&].*$/s, ''))
  return record({
    kind: 'comment',
    id: /commentUrn=/.test(address) ? address : null,
    key: address,
    time: linkedinTime(row.get('date')),
    author: owner,
    conversation: post,
    parent: post,
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
    time: linkedinTime(row.get('date')),
    author: owner,
    parent: urnOf(address),
    text: type,
    links: link(address),
    details: { reaction: type, target: address },
    content: { type, link: address },
  })
}

/** A row of `Votes.csv`: what was chosen in a poll. */
export function voteOutcome(row: Row, owner: string): Outcome {
  const [option, address] = [row.get('optiontext'), row.get('link')]
  return record({
    kind: 'reaction',
    key: `vote ${address}`,
    time: linkedinTime(row.get('date')),
    author: owner,
    parent: urnOf(address),
    text: option,
    links: link(address),
    details: { vote: option, target: address },
    content: { option, link: address },
  })
}

/** A row of `Invitations.csv`: a message that goes with asking for a contact. @param dayFirst how the file writes dates */
export function invitationOutcome(row: Row, dayFirst: boolean): Outcome {
  const [from, to, text] = [row.get('from'), row.get('to'), row.get('message')]
  return record({
    kind: 'message',
    key: `invitation ${from} ${to}`,
    time: linkedinTime(row.get('sent at'), dayFirst),
    author: from,
    text,
    details: {
      invitation: row.get('direction'),
      to,
      profile: row.get('inviterprofileurl'),
      recipients: row.get('inviteeprofileurl'),
    },
    content: { from, to, text },
  })
}
