// Owns reading the revisions that a site keeps of its items, captured: earlier wordings of a post or page, told apart from autosaves and from drafts.
import { hash } from 'node:crypto'
import type { StoredAnswer } from '../../captured-reader.ts'
import type { MediaDraft, Outcome } from '../../draft.ts'
import { EARLIER_FORM } from '../../identity-forms.ts'
import { passedOver, record, type Said } from '../../kit/draft.ts'
import { CONTEXT, hidden } from '../../kit/json-answer.ts'
import { blockText, linksIn, parseFragment } from '../../kit/markup.ts'
import { writtenTime } from '../../kit/time.ts'
import { idOf, isObject, type JsonObject, lookUp, objectsOf, textOf } from '../../kit/value.ts'
import { ITEM_KINDS, ITEM_STATES } from './item.ts'
import { withoutCaptions } from './marks.ts'
import { savedTime } from './time.ts'

const AUTOSAVE = passedOver(
  'An autosave: a draft of an edit, kept by the site while somebody writes. It was not published.',
)
const AS_NOW = passedOver('The revision that holds what the item says now: it is read from the item itself.')
const OF_NOTHING = passedOver('An earlier wording of an item that the site no longer gives.')
const BEFORE = 'Saved before the time that the item bears: a draft then, as far as the site tells.'
const NEVER = 'A draft: the item was not published.'
const UNPUBLISHED: ReadonlySet<string> = new Set(['draft', 'pending', 'future', 'auto-draft'])

/** The item whose revisions an answer gives; null for any other answer. */
export function revisedItem(address: string): string | null {
  const { pathname, searchParams } = new URL(address)
  return /\/(\d+)\/revisions\/?$/.exec(searchParams.get('rest_route') ?? pathname)?.[1] ?? null
}

/** What an item says that its revisions are read by: notes by its number, and by its author's. */
export function* itemNotes(item: JsonObject): Generator<readonly [key: string, value: string]> {
  const id = idOf(item.id)
  if (id === null || typeof item.type !== 'string' || !isObject(item.title)) return
  const { type, status, date, date_gmt } = item
  yield [
    `item ${id}`,
    JSON.stringify({ type, status, date, date_gmt, author: authorOf(item), words: wordsDigest(item) }),
  ]
  const [author] = objectsOf(isObject(item._embedded) ? item._embedded.author : null)
  if (author !== undefined) yield [`person ${idOf(author.id)}`, authorOf(item)]
}

/** What a revision is: another wording of its item, or none. @param shown the media that its body shows */
export function revisionOutcome(
  revision: JsonObject,
  item: string,
  { noted }: Pick<StoredAnswer, 'noted'>,
  shown: (body: ReturnType<typeof parseFragment>) => readonly MediaDraft[],
): Outcome {
  // A look at the numbers alone.
  if (!isObject(revision.title)) return CONTEXT
  // Before 3.6 the names of revisions had no version.
  if (/-autosave(?:-v\d+)?$/.test(textOf(revision.slug))) return AUTOSAVE
  const known: unknown = JSON.parse(noted(`item ${item}`) ?? 'null')
  if (!isObject(known)) return OF_NOTHING
  if (textOf(known.words) === wordsDigest(revision)) return AS_NOW
  const [title, html, excerpt] = wordsOf(revision)
  const body = parseFragment(withoutCaptions(html))
  const plainTitle = plain(title)
  const status = textOf(known.status)
  const saved = writtenTime(revision.date_gmt, 'UTC')
  const made = timeOf(known)
  const said: Said = {
    kind: lookUp(ITEM_KINDS, textOf(known.type)) ?? 'other',
    id: item,
    time: made,
    author: textOf(known.author),
    state: lookUp(ITEM_STATES, status) ?? 'live',
    text: [plainTitle, blockText(body) || plain(excerpt)].filter((part) => part !== '').join('\n'),
    links: linksIn(body),
    details: {
      title: plainTitle,
      type: textOf(known.type),
      excerpt,
      modified: savedTime(textOf(revision.date_gmt)),
      editor: noted(`person ${idOf(revision.author)}`) ?? '',
      form: EARLIER_FORM,
    },
    // What else belongs to the item (its standing, its tags) a revision does not say.
    content: { title, html, excerpt, earlier: true },
    media: shown(body),
  }
  if (UNPUBLISHED.has(status)) return draft(said, NEVER)
  if (saved.at !== null && made.at !== null && saved.at < made.at) return draft(said, BEFORE)
  return record({ ...said, form: 'earlier' })
}

/** A draft is hidden in a form of its own: the same words, published later, are another state of the record. */
function draft(said: Said, how: string): Outcome {
  const outcome = hidden(said, how)
  if (outcome.type !== 'record') return outcome
  return { ...outcome, draft: { ...outcome.draft, details: { ...outcome.draft.details, form: EARLIER_FORM } } }
}

/** The time that an item bears. */
export function timeOf(item: JsonObject) {
  const sure = textOf(item.date_gmt)
  return sure !== '' && !sure.startsWith('0000') ? writtenTime(sure, 'UTC') : writtenTime(item.date, 'unknown')
}

/** Exports name the log-in, of which the interface shows the form for addresses. */
export function authorOf({ _embedded: embedded }: JsonObject): string {
  const [author] = objectsOf(isObject(embedded) ? embedded.author : null)
  return author === undefined ? '' : textOf(author.slug) || textOf(author.name)
}

const plain = (html: string) => blockText(parseFragment(html))
const wordsOf = ({ title, content, excerpt }: JsonObject) => [raw(title), raw(content), raw(excerpt)] as const
/** As it was written; a log-in that may see revisions is given that. */
const raw = (value: unknown) => (isObject(value) ? textOf(value.raw ?? value.rendered) : '')
const wordsDigest = (value: JsonObject) => hash('sha256', JSON.stringify(wordsOf(value)))
