// Mastodon, captured: statuses, what was answered, earlier wordings, and activities, by Mastodon's own interface or by ActivityPub's; ids are those of the account's archive (docs/formats/mastodon.md).
import type { StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import { passedOver, type Said } from '../kit/draft.ts'
import { CONTEXT, changed, jsonAnswers, parsed, told } from '../kit/json-answer.ts'
import { blockText, linksIn, parseFragment } from '../kit/markup.ts'
import { writtenTime } from '../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, objectsOf, textOf, textOrNull } from '../kit/value.ts'
import { activityOutcome, actorOutcome } from '../platforms/mastodon/activity.ts'

const VISIBILITY: Readonly<Record<string, string>> = { private: 'followers only' }
const HISTORY = /\/statuses\/(\d+)\/history$/
const ITEMS: ReadonlySet<string> = new Set([
  'orderedItems',
  'items',
  'first orderedItems',
  'first items',
  'ancestors',
  'descendants',
])
const WITH_WORDINGS = passedOver(
  'An edited status: it is read with its earlier wordings, from the answer that holds them.',
)
const TOMBSTONE = passedOver('The server says that this is gone.')

export default jsonAnswers({
  name: 'mastodon',
  lists: (path) => (path.length === 0 ? true : ITEMS.has(path.join(' '))),
  make: (value, answer) => {
    const history = HISTORY.exec(pathOf(answer))?.[1]
    if (history !== undefined) return wordingOutcome(value, history, answer)
    return isRest(answer) ? listed(value, answer) : activity(value, answer)
  },
  rest: (value, answer) => {
    if (isRest(answer)) return 'uri' in value ? listed(value, answer) : CONTEXT
    if ('preferredUsername' in value) return actorOutcome(value, answer)
    return value.type === 'Tombstone' || isObject(value.object) || 'attributedTo' in value
      ? activity(value, answer)
      : CONTEXT
  },
  shows: (value) => [
    ...[...objectsOf(value.media_attachments), ...objectsOf(value.attachment)].map(({ url }) => textOf(url)),
    ...[value.icon, value.image].flatMap((one) => (isObject(one) ? [textOf(one.url)] : [])),
  ],
  notes: function* ({ url, bytes }) {
    const { pathname } = new URL(url)
    const edits = HISTORY.exec(pathname)?.[1]
    const value = pathname.startsWith('/api/') ? parsed(bytes) : null
    if (edits !== undefined && Array.isArray(value)) yield [`wordings of ${edits}`, String(value.length)]
    if (edits !== undefined) return
    const statuses = isObject(value)
      ? [...objectsOf(value.ancestors), ...objectsOf(value.descendants), value]
      : objectsOf(value)
    for (const status of statuses) {
      if (textOf(status.uri) === '') continue
      yield [`address of ${textOf(status.id)}`, textOf(status.uri)]
      // What an earlier wording does not say again.
      if (textOf(status.edited_at) !== '') yield [`status ${textOf(status.id)}`, JSON.stringify(status)]
    }
  },
})

const pathOf = ({ url }: Pick<StoredAnswer, 'url'>) => new URL(url).pathname
const isRest = (answer: StoredAnswer) => pathOf(answer).startsWith('/api/')

/** A status as it is now; an edited one is read where its earlier wordings are, so that they come in their order. */
function listed(status: JsonObject, answer: StoredAnswer): Outcome {
  if (!('uri' in status)) return CONTEXT
  const id = idOf(status.id) ?? ''
  return textOf(status.edited_at) !== '' && answer.noted(`wordings of ${id}`) !== null
    ? WITH_WORDINGS
    : statusOutcome(status, answer)
}

/** One wording of a status; the last is the status as it is now. */
function wordingOutcome(wording: JsonObject, id: string, answer: StoredAnswer): Outcome {
  const known = parsed(Buffer.from(answer.noted(`status ${id}`) ?? 'null'))
  if (!isObject(known)) return CONTEXT
  const edited = textOf(known.edited_at)
  if (textOf(wording.created_at) === edited) return statusOutcome(known, answer)
  const isFirst = textOf(wording.created_at) === textOf(known.created_at)
  const { content, spoiler_text, sensitive, media_attachments, poll } = wording
  const then = { content, spoiler_text, sensitive, media_attachments, poll }
  return statusOutcome({ ...known, ...then, edited_at: isFirst ? null : wording.created_at }, answer)
}

function activity(value: JsonObject, { media }: StoredAnswer): Outcome {
  if (value.type === 'Tombstone') return TOMBSTONE
  const about = { layout: '', ownerHandle: null, ownerNativeId: null, ownerName: null, generatedAt: null }
  return activityOutcome(value, { about, media })
}

function statusOutcome(status: JsonObject, { media, noted }: StoredAnswer): Outcome {
  const account = isObject(status.account) ? status.account : {}
  const author = textOf(account.acct) || textOf(account.username)
  const time = writtenTime(status.created_at, 'UTC')
  if (isObject(status.reblog)) {
    const target = textOf(status.reblog.uri) || textOf(status.reblog.url)
    const links = target === '' ? [] : [{ shown: target, target }]
    const [id, content] = [textOf(status.uri), { object: target, published: textOf(status.created_at) }]
    return told({ kind: 'repost', id, time, author, text: target, links, parent: target, content })
  }
  const html = textOf(status.content)
  const document = parseFragment(html)
  const warning = textOf(status.spoiler_text)
  const edited = textOf(status.edited_at)
  const parentId = idOf(status.in_reply_to_id)
  const parent = parentId === null ? null : (noted(`address of ${parentId}`) ?? `status ${parentId}`)
  const files = objectsOf(status.media_attachments)
  const poll = isObject(status.poll) ? objectsOf(status.poll.options) : []
  const options = poll.map(({ title }) => textOf(title))
  const visibility = textOf(status.visibility)
  const said: Said = {
    kind: parent === null ? 'post' : 'reply',
    id: textOf(status.uri) || null,
    time,
    author,
    parent,
    text: [warning, blockText(document), ...options].filter((line) => line !== '').join('\n'),
    links: linksIn(document),
    details: {
      visibility: VISIBILITY[visibility] ?? visibility,
      contentWarning: warning,
      sensitive: status.sensitive === true || undefined,
      url: textOf(status.url),
      edited,
      languages: textOrNull(status.language) === null ? [] : [textOf(status.language)],
      poll: options,
      from: textOf(account.url),
    },
    content: {
      html,
      warning,
      // The server's number: whether the address behind it is known depends on what else was captured.
      parent: parentId,
      options,
      files: files.map(({ url, description }) => [lastStep(textOf(url)), description ?? null]),
      updated: status.edited_at ?? undefined,
    },
    measures: (['favourites_count', 'reblogs_count', 'replies_count'] as const).flatMap((name) => {
      const count = countOf(status[name])
      return count === null ? [] : [[name.replace('_count', '').replace('reblogs', 'boosts'), count] as const]
    }),
    media: files.flatMap(({ url, description, type }) =>
      textOf(url) === ''
        ? []
        : [
            media.file({
              uri: textOf(url),
              alt: textOrNull(description),
              ...(type === 'image' ? { role: 'photo' } : {}),
            }),
          ],
    ),
  }
  return edited === '' ? told(said) : changed(said)
}

const lastStep = (address: string) => address.slice(address.lastIndexOf('/') + 1)
