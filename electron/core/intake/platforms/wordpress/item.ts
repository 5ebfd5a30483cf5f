// Owns making records of the items of a WXR file: posts, pages, attachments, and the comments that stand in them.
import type { Element } from 'domhandler'
import type { RecordKind, RecordState } from '../../../../../shared/domain/record.ts'
import type { Outcome } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { blockText, children, childText, linksIn, parseFragment } from '../../kit/markup.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { type TimeFields, writtenTime } from '../../kit/time.ts'
import { lookUp } from '../../kit/value.ts'

const KINDS: Readonly<Record<string, RecordKind>> = { post: 'post', page: 'page', attachment: 'file' }
/** What themes and editors keep for themselves. */
const MACHINERY =
  /^(?:nav_menu_item|wp_global_styles|wp_navigation|wp_template|wp_template_part|custom_css|customize_changeset|oembed_cache|revision)$/
const STATES: Readonly<Record<string, RecordState>> = {
  draft: 'draft',
  pending: 'draft',
  future: 'draft',
  'auto-draft': 'draft',
  trash: 'deleted',
}

/** An item, and its comments nested in it. */
export function itemOutcomes(item: Element, media: MediaFinder): readonly Outcome[] {
  const type = childText(item, 'wp:post_type') || 'post'
  const id = childText(item, 'wp:post_id')
  const own = MACHINERY.test(type)
    ? passedOver(`WordPress’s own item of the type ${type}, no record.`)
    : itemOutcome(item, type, id, media)
  return [own, ...children(item, 'wp:comment').map((comment) => commentOutcome(comment, id))]
}

function itemOutcome(item: Element, type: string, id: string, media: MediaFinder): Outcome {
  const title = childText(item, 'title')
  const html = childText(item, 'content:encoded')
  const excerpt = childText(item, 'excerpt:encoded')
  const body = parseFragment(html)
  const words = blockText(body)
  const status = childText(item, 'wp:status')
  const address = childText(item, 'wp:attachment_url')
  const permalink = childText(item, 'link')
  const tags = children(item, 'category').map((one) => ({ domain: one.attribs.domain, name: blockText(one) }))
  return record({
    kind: lookUp(KINDS, type) ?? 'other',
    id: id || childText(item, 'guid') || null,
    key: title,
    time: timeOf(item, 'wp:post_date_gmt', 'wp:post_date', 'pubDate'),
    author: childText(item, 'dc:creator'),
    state: lookUp(STATES, status) ?? 'live',
    text: [title, words || excerpt].filter((part) => part !== '').join('\n'),
    links: [...linksIn(body), ...(permalink === '' ? [] : [{ shown: title || permalink, target: permalink }])],
    // The file itself may lie beside the WXR, in what the host packs of the uploads.
    media: address === '' ? [] : [media.file({ uri: address })],
    details: {
      title,
      type,
      status,
      excerpt,
      permalink,
      attachment: address,
      tags,
      name: childText(item, 'wp:post_name'),
      parent: childText(item, 'wp:post_parent').replace(/^0$/, ''),
      modified: childText(item, 'wp:post_modified_gmt'),
      sticky: childText(item, 'wp:is_sticky') === '1' || undefined,
      protected: childText(item, 'wp:post_password') !== '' || undefined,
    },
    content: { title, html, excerpt, status, address, tags },
  })
}

const COMMENT_STATES: Readonly<Record<string, RecordState>> = {
  trash: 'deleted',
  spam: 'deleted',
  'post-trashed': 'deleted',
}

function commentOutcome(comment: Element, post: string): Outcome {
  const text = blockText(parseFragment(childText(comment, 'wp:comment_content')))
  const approved = childText(comment, 'wp:comment_approved')
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
    state: lookUp(COMMENT_STATES, approved) ?? 'live',
    text,
    details: { type: type === 'comment' ? '' : type, approved, site: childText(comment, 'wp:comment_author_url') },
    content: { text, author, approved, parent, post },
  })
}

/** The first of these that says a time: GMT before the site’s own, which has no zone; drafts have zeros. */
function timeOf(element: Element, gmt: string, local: string, rss = ''): TimeFields {
  const [sure, site] = [childText(element, gmt), childText(element, local)]
  if (/^\d{4}-/.test(sure) && !sure.startsWith('0000')) return writtenTime(sure, 'UTC')
  if (/^\d{4}-/.test(site) && !site.startsWith('0000')) return writtenTime(site, 'unknown')
  const words = rss === '' ? '' : childText(element, rss)
  // Without a zone a computer would read it in its own.
  const at = /(?:GMT|UTC|[+-]\d{4})$/.test(words) ? Date.parse(words) : Number.NaN
  if (Number.isNaN(at) || at < 0) return writtenTime(words, 'unknown')
  return { ...writtenTime(new Date(at).toISOString().slice(0, 19), 'UTC'), atSource: words }
}
