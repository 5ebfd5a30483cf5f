// Owns making records of the items of a WXR file: posts, pages, attachments, and the comments that stand in them.
import type { Element } from 'domhandler'
import type { RecordKind, RecordState } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { blockText, children, childText, elementsIn, linksIn, parseFragment } from '../../kit/markup.ts'
import { lookUp } from '../../kit/value.ts'
import { attachmentOf } from './attachments.ts'
import { commentOutcome } from './comment.ts'
import { marksIn, withoutCaptions } from './marks.ts'
import { metaValues } from './meta.ts'
import { ownFile, type Site, shownMedia } from './shown.ts'
import { savedTime, timeOf } from './time.ts'

/** What an item is by its type; other types are `other`. */
export const ITEM_KINDS: Readonly<Record<string, RecordKind>> = { post: 'post', page: 'page' }
/** What themes and editors keep for themselves. */
const MACHINERY =
  /^(?:nav_menu_item|wp_global_styles|wp_navigation|wp_template|wp_template_part|custom_css|customize_changeset|oembed_cache|revision)$/
/** What waits or is planned never stood on the site; a private item stands there for those who may see it. */
export const ITEM_STATES: Readonly<Record<string, RecordState>> = {
  draft: 'draft',
  pending: 'draft',
  future: 'draft',
  'auto-draft': 'draft',
  trash: 'deleted',
}

/** An item, and its comments nested in it. */
export function itemOutcomes(item: Element, site: Site): readonly Outcome[] {
  const type = childText(item, 'wp:post_type') || 'post'
  const id = childText(item, 'wp:post_id')
  const own = MACHINERY.test(type)
    ? passedOver(`WordPress’s own item of the type ${type}, no record.`)
    : itemOutcome(item, type, id, site)
  return [own, ...children(item, 'wp:comment').map((comment) => commentOutcome(comment, id))]
}

function itemOutcome(item: Element, type: string, id: string, site: Site): Outcome {
  const title = childText(item, 'title')
  const html = childText(item, 'content:encoded')
  const excerpt = childText(item, 'excerpt:encoded')
  const body = parseFragment(withoutCaptions(html))
  const words = blockText(body)
  const status = childText(item, 'wp:status')
  const permalink = childText(item, 'link')
  const tags = children(item, 'category').map((one) => ({ domain: one.attribs.domain, name: blockText(one) }))
  const attachment = attachmentOf(item)
  const file = attachment === null ? null : ownFile(attachment, site)
  const address = childText(item, 'wp:attachment_url')
  const alt = attachment?.alt ?? null
  const featured = metaValues(item, '_thumbnail_id')[0]
  const caption = excerpt === '' ? '' : blockText(parseFragment(excerpt))
  const further = [...embeddedIn(body, html), ...linkTo(permalink, title), ...linkTo(address, title)].filter(
    ({ target }, at, all) => all.findIndex((one) => one.target === target) === at,
  )
  return record({
    kind: file === null ? (lookUp(ITEM_KINDS, type) ?? 'other') : file.role === 'animation' ? 'photo' : file.role,
    id: id || childText(item, 'guid') || null,
    key: title,
    time: timeOf(item, 'wp:post_date_gmt', 'wp:post_date', 'pubDate'),
    author: childText(item, 'dc:creator'),
    parent: attachment?.parent || null,
    state: lookUp(ITEM_STATES, status) ?? 'live',
    text: [title, ...(file === null ? [words || caption] : [caption, words])].filter((part) => part !== '').join('\n'),
    links: [...linksIn(body), ...further],
    details: {
      title,
      type,
      status,
      visibility: status === 'private' ? 'private' : '',
      excerpt,
      permalink,
      attachment: address,
      alt,
      featured: featured === undefined ? '' : (site.library.byId.get(featured)?.address ?? `attachment ${featured}`),
      tags,
      name: childText(item, 'wp:post_name'),
      parent: childText(item, 'wp:post_parent').replace(/^0$/, ''),
      modified: savedTime(childText(item, 'wp:post_modified_gmt')),
      sticky: childText(item, 'wp:is_sticky') === '1' || undefined,
      protected: childText(item, 'wp:post_password') !== '' || undefined,
    },
    content: { title, html, excerpt, status, address, alt, featured, tags },
    media: file === null ? shownMedia(item, body, html, site) : [file],
  })
}

/** Films and posts of elsewhere that a body shows within itself. */
function embeddedIn(body: ReturnType<typeof parseFragment>, html: string) {
  const frames = elementsIn(body, ({ name }) => name === 'iframe' || name === 'embed')
  return [...frames.map(({ attribs }) => attribs.src ?? ''), ...marksIn(html).embedded].flatMap((src) =>
    linkTo(src, src),
  )
}

function linkTo(target: string, shown: string) {
  return target === '' ? [] : [{ shown: shown || target, target }]
}
