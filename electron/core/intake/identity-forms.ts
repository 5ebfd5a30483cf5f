// Settles which version an item is where the platform gives its records in two forms, of which one says less.
import { fold } from '../../../shared/text/fold.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { newestOf, versionsOf } from '../vault/record/candidates.ts'
import type { RecordDraft } from './draft.ts'

/** Kept among the details of what was read from the form that says less, so that a later import knows it. */
export const PARTIAL_FORM = 'A form of the record that says less'

/** Kept in its place among the details of what a feed gives of a record that the platform's interface has, too. */
export const FEED_FORM = 'A form of the record that a feed gives'

/** Kept in its place among the details of a wording before that of now, of which the platform keeps the words alone. */
export const EARLIER_FORM = 'An earlier wording, as the platform keeps it'

/** From the form that says least. */
const RANKS = ['earlier', 'feed', 'partial', 'full'] as const

/**
 * The digest under which an item is stored: that of the record's newest version where this one says the same words, tags and links in the other
 * form; its own where it is in the same form, or says something else. An earlier wording is compared with all of its versions: it is that which was
 * received while it was the wording of the day.
 */
export function digestInForms(db: Driver, account: number, draft: RecordDraft, own: Uint8Array): Uint8Array {
  if (draft.form === undefined) return own
  if (draft.form === 'earlier') return digestOfWording(db, account, draft, own)
  const newest = newestOf(db, account, draft.kind, draft.nativeId)
  if (newest === null) return own
  const there = { text: newest.text, ...shownIn(newest.details) }
  const rank = RANKS.indexOf(draft.form)
  if (there.rank === rank) return own
  const here = {
    text: draft.text,
    tags: textsIn(draft.details.tags),
    targets: draft.links.map(({ target }) => target),
  }
  const [less, more] = there.rank < rank ? [there, here] : [here, there]
  const same =
    lettersOf(less.text) === lettersOf(more.text) &&
    less.tags.join('\n') === more.tags.join('\n') &&
    less.targets.every((target) => more.targets.includes(target))
  return same ? newest.digest : own
}

/** The first version with the same words, links and pictures in another form; its own where there is none. */
function digestOfWording(db: Driver, account: number, draft: RecordDraft, own: Uint8Array): Uint8Array {
  const pictures = draft.media.map(({ names }) => names)
  const same = versionsOf(db, account, draft.kind, draft.nativeId).find(({ text, details, media }) => {
    const { rank, targets } = shownIn(details)
    return (
      rank !== RANKS.indexOf('earlier') &&
      text === draft.text &&
      draft.links.every(({ target }) => targets.includes(target)) &&
      media.length === pictures.length &&
      media.every((name, place) => pictures[place]?.some((own) => name === own || name.endsWith(`/${own}`)))
    )
  })
  return same?.digest ?? own
}

/** Words without what the forms put between them. */
const lettersOf = (text: string) =>
  fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const FORMS: ReadonlyMap<unknown, (typeof RANKS)[number]> = new Map([
  [EARLIER_FORM, 'earlier'],
  [FEED_FORM, 'feed'],
  [PARTIAL_FORM, 'partial'],
])

function shownIn(details: string) {
  const value: unknown = JSON.parse(details)
  const [links, form] = [fieldOf(value, 'links'), fieldOf(value, 'form')]
  return {
    rank: RANKS.indexOf(FORMS.get(form) ?? 'full'),
    tags: textsIn(fieldOf(value, 'tags')),
    targets: Array.isArray(links) ? links.map((link) => String(fieldOf(link, 'target'))) : [],
  }
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined
}

/** Tags are words, or have names. */
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map((one) => String(fieldOf(one, 'name') ?? one)) : []
