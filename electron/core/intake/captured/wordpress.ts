// WordPress, captured: what its REST interface says of posts, pages, files and comments, and their earlier wordings, with the numbers of a WXR export (docs/formats/wordpress.md).
import type { RecordKind, RecordState } from '../../../../shared/domain/record/record.ts'
import type { StoredAnswer } from '../captured-reader.ts'
import type { MediaDraft, Outcome } from '../draft.ts'
import { failed, type Said } from '../kit/draft.ts'
import { CONTEXT, changed, hidden, jsonAnswers, parsed, told } from '../kit/json-answer.ts'
import { blockText, linksIn, parseFragment } from '../kit/markup.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { mediaRole } from '../kit/media-finder.ts'
import { idOf, isObject, type JsonObject, listOf, lookUp, objectsOf, textOf, textOrNull } from '../kit/value.ts'
import { filesInBody } from '../platforms/wordpress/body.ts'
import { commentStanding } from '../platforms/wordpress/comment.ts'
import { ITEM_KINDS, ITEM_STATES } from '../platforms/wordpress/item.ts'
import { withoutCaptions } from '../platforms/wordpress/marks.ts'
import { authorOf, itemNotes, revisedItem, revisionOutcome, timeOf } from '../platforms/wordpress/revision.ts'
import { savedTime } from '../platforms/wordpress/time.ts'

/** What the interface calls the standing of a comment, and what exports write. */
const APPROVED: Readonly<Record<string, string>> = { approved: '1', hold: '0', spam: 'spam', trash: 'trash' }
const WITHHELD: Readonly<Record<string, string>> = {
  private: 'Shown to editors alone.',
  draft: 'A draft: not shown.',
  pending: 'Waits for approval: not shown.',
  future: 'Planned for later: not shown.',
}

export default jsonAnswers({
  name: 'wordpress',
  lists: (path) => path.length === 0,
  make: outcomeOf,
  rest: (value, answer) => (idOf(value.id) === null ? CONTEXT : outcomeOf(value, answer)),
  shows: (item) => [textOf(item.source_url), ...filesIn(item)],
  notes: function* ({ url, bytes }) {
    const value = revisedItem(url) === null ? parsed(bytes) : null
    for (const item of Array.isArray(value) ? objectsOf(value) : []) yield* itemNotes(item)
  },
})

function outcomeOf(item: JsonObject, answer: Pick<StoredAnswer, 'media' | 'noted' | 'url'>): Outcome {
  const { media } = answer
  const id = idOf(item.id)
  if (id === null) return CONTEXT
  const revised = revisedItem(answer.url)
  if (revised !== null) return revisionOutcome(item, revised, answer, (body) => shownIn(body, media))
  if ('author_name' in item && 'post' in item) return commentOutcome(item, id)
  if (typeof item.type !== 'string' || !isObject(item.title)) return CONTEXT
  return 'modified' in item || 'date' in item ? itemOutcome(item, id, media) : failed('item-undated', 'has no date')
}

function filesIn(item: JsonObject): readonly string[] {
  return filesInBody(parseFragment(wordsOf(item.content))).flatMap(({ addresses }) => addresses.slice(0, 1))
}

function itemOutcome(item: JsonObject, id: string, media: MediaFinder): Outcome {
  const type = textOf(item.type)
  const [title, html] = [wordsOf(item.title), wordsOf(item.content)]
  const isFile = type === 'attachment'
  const excerpt = isObject(item.excerpt) ? textOf(item.excerpt.raw) : ''
  const caption = wordsOf(item.caption)
  const body = parseFragment(withoutCaptions(isFile ? wordsOf(item.description) : html))
  const words = blockText(body)
  const status = textOf(item.status)
  const standing = isFile ? 'publish' : status
  const address = textOf(item.source_url)
  const alt = textOrNull(item.alt_text)
  const shown = plain(title)
  const file: MediaDraft | null = isFile ? media.file({ uri: address, alt, ...roleOf(item, address) }) : null
  const permalink = textOf(item.link)
  const tags = termsOf(item)
  const withheld = lookUp(WITHHELD, standing)
  const lines = isFile ? [blockText(parseFragment(caption)), words] : [words || blockText(parseFragment(excerpt))]
  const said: Said = {
    kind: file === null ? (lookUp(ITEM_KINDS, type) ?? 'other') : kindOf(file),
    id,
    time: timeOf(item),
    author: authorOf(item),
    parent: isFile ? idOf(item.post) : null,
    state: lookUp(ITEM_STATES, standing) ?? ('live' satisfies RecordState),
    text: [shown, ...lines].filter((part) => part !== '').join('\n'),
    links: [...linksIn(body), ...[permalink, address].filter((one) => one !== '').map((one) => link(one, shown))],
    details: {
      title: shown,
      type,
      status,
      visibility: standing === 'private' ? 'private' : '',
      excerpt,
      permalink,
      attachment: address,
      alt,
      tags,
      name: textOf(item.slug),
      modified: savedTime(textOf(item.modified_gmt)),
      sticky: item.sticky === true || undefined,
      protected: (isObject(item.content) && item.content.protected === true) || undefined,
    },
    content: { title, html: isFile ? wordsOf(item.description) : html, excerpt, status, address, alt, caption, tags },
    media: file === null ? shownIn(body, media) : [file],
  }
  if (withheld !== undefined) return hidden(said, withheld)
  return standing === 'trash' ? changed(said) : told(said)
}

/** The words as they were written, where the interface gives them to this log-in; else as they are shown. */
function wordsOf(value: unknown): string {
  return isObject(value) ? (typeof value.raw === 'string' ? value.raw : textOf(value.rendered)) : textOf(value)
}

const plain = (html: string) => blockText(parseFragment(html))
const link = (target: string, shown: string) => ({ shown: shown || target, target })

function termsOf({ _embedded: embedded }: JsonObject) {
  const lists = listOf(isObject(embedded) ? embedded['wp:term'] : null)
  return lists.flatMap(objectsOf).map(({ taxonomy, name }) => ({ domain: textOf(taxonomy), name: plain(textOf(name)) }))
}

function roleOf({ mime_type: mime }: JsonObject, address: string) {
  const [told] = textOf(mime).split('/')
  const role = mediaRole(address)
  return role === 'file' && (told === 'video' || told === 'audio') ? ({ role: told } as const) : { role }
}

const kindOf = ({ role }: MediaDraft): RecordKind => (role === 'animation' ? 'photo' : role)

function shownIn(body: ReturnType<typeof parseFragment>, media: MediaFinder): readonly MediaDraft[] {
  return filesInBody(body).flatMap(({ addresses, alt, role }) => {
    const [uri] = addresses
    return uri === undefined ? [] : [media.file(role === null ? { uri, alt } : { uri, alt, role })]
  })
}

function commentOutcome(item: JsonObject, id: string): Outcome {
  const body = parseFragment(wordsOf(item.content))
  const text = blockText(body)
  const status = textOf(item.status)
  const approved = lookUp(APPROVED, status) ?? status
  const standing = commentStanding(approved)
  const [post, parent] = [idOf(item.post) ?? '', idOf(item.parent) ?? '0']
  const author = textOf(item.author_name)
  const type = textOf(item.type)
  const said: Said = {
    kind: 'comment',
    id: `comment ${id}`,
    key: post,
    time: timeOf(item),
    author,
    conversation: post || null,
    parent: parent === '0' ? post || null : `comment ${parent}`,
    state: standing?.state ?? 'live',
    text,
    links: linksIn(body),
    details: {
      type: type === 'comment' ? '' : type,
      status: standing?.status ?? 'approved',
      site: textOf(item.author_url),
    },
    content: { text, author, approved, parent, post },
  }
  if (approved === '0') return hidden(said, 'Held back for approval: not shown below the post.')
  return standing === undefined ? told(said) : changed(said)
}
