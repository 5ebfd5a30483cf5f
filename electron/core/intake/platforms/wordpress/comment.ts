// Owns making records of the comments that stand in an item.
import type { Element } from 'domhandler'
import type { RecordState } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { blockText, childText, linksIn, parseFragment } from '../../kit/markup.ts'
import { lookUp } from '../../kit/value.ts'
import { timeOf } from './time.ts'

/** What `comment_approved` says: what waits never stood on the site; spam and trash do not stand there. */
const STANDINGS: Readonly<Record<string, { readonly state: RecordState; readonly status: string }>> = {
  '0': { state: 'draft', status: 'pending' },
  hold: { state: 'draft', status: 'pending' },
  spam: { state: 'deleted', status: 'spam' },
  trash: { state: 'deleted', status: 'trash' },
  'post-trashed': { state: 'deleted', status: 'trash, with its post' },
}

/** What the mark of a comment means; undefined for one that stands on the site. */
export function commentStanding(approved: string) {
  return lookUp(STANDINGS, approved)
}

/** A comment as a record. @param post the number of the item that it stands in */
export function commentOutcome(comment: Element, post: string): Outcome {
  const body = parseFragment(childText(comment, 'wp:comment_content'))
  const text = blockText(body)
  const approved = childText(comment, 'wp:comment_approved')
  const standing = commentStanding(approved)
  const parent = childText(comment, 'wp:comment_parent')
  const author = childText(comment, 'wp:comment_author')
  const type = childText(comment, 'wp:comment_type')
  const id = childText(comment, 'wp:comment_id')
  return record({
    kind: 'comment',
    id: id === '' ? null : `comment ${id}`,
    key: post,
    time: timeOf(comment, 'wp:comment_date_gmt', 'wp:comment_date'),
    author,
    conversation: post || null,
    parent: parent === '' || parent === '0' ? post || null : `comment ${parent}`,
    state: standing?.state ?? 'live',
    text,
    links: linksIn(body),
    details: {
      type: type === 'comment' ? '' : type,
      status: standing?.status ?? (approved === '1' || approved === 'approve' ? 'approved' : approved),
      site: childText(comment, 'wp:comment_author_url'),
    },
    content: { text, author, approved, parent, post },
  })
}
