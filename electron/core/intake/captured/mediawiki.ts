// MediaWiki, captured: pages with their revisions, and the wiki's log, as its action interface gives them; ids and versions are those of a dump (docs/formats/mediawiki.md).
import type { Outcome } from '../draft.ts'
import { passedOver, record } from '../kit/draft.ts'
import { CONTEXT, jsonAnswers, parsed, told } from '../kit/json-answer.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { writtenTime } from '../kit/time.ts'
import { idOf, isObject, type JsonObject, objectsOf, textOf } from '../kit/value.ts'
import { redirectIn, shownFiles, wikiLinks } from '../platforms/mediawiki/wikitext.ts'

const LISTS: ReadonlySet<string> = new Set(['allrevisions', 'alldeletedrevisions', 'logevents', 'allimages'])
const SHADOWED = passedOver('An earlier revision whose words the wiki keeps and shows to nobody here.')

export default jsonAnswers({
  name: 'mediawiki',
  lists: ([query, list, ...deeper]) => query === 'query' && deeper.length === 0 && LISTS.has(list ?? ''),
  make: (value, { media, noted }, path) => {
    switch (path.at(-1)) {
      case 'logevents':
        return logOutcome(value)
      case 'allimages':
        return fileOutcome(value, media)
      default:
        return path.at(-1) === 'alldeletedrevisions'
          ? pageOutcomes(value, noted(`page of ${textOf(value.title)}`) ?? textOf(value.title), media)
          : pageOutcomes(value, null, media)
    }
  },
  rest: () => CONTEXT,
  shows: ({ url }) => [textOf(url)],
  // A deleted page is listed without its number, which the log of its deletion has.
  notes: function* ({ bytes }) {
    const value = parsed(bytes)
    const query = isObject(value) && isObject(value.query) ? value.query : {}
    for (const { type, action, title, logpage } of objectsOf(query.logevents)) {
      const number = idOf(logpage)
      if (type === 'delete' && action === 'delete' && number !== null && number !== '0')
        yield [`page of ${textOf(title)}`, number]
    }
  },
})

/** A page's revisions, the earliest first: each is a version of the page. @param deleted the id of a page that is deleted; null of one that is there */
function pageOutcomes(page: JsonObject, deleted: string | null, media: MediaFinder): readonly Outcome[] {
  const revisions = objectsOf(page.revisions).toSorted((one, other) => numberOf(one) - numberOf(other))
  return revisions.map((revision) => revisionOutcome(revision, page, deleted, media))
}

const numberOf = (revision: JsonObject) => Number(idOf(revision.revid) ?? 0)

/** What is hidden of a revision hides no later words: only that it is so is told. */
function revisionOutcome(revision: JsonObject, page: JsonObject, deleted: string | null, media: MediaFinder): Outcome {
  const title = textOf(page.title)
  const slots = isObject(revision.slots) ? revision.slots : {}
  const main = isObject(slots.main) ? slots.main : revision
  const further = Object.entries(slots).flatMap(([role, one]) =>
    role === 'main' || !isObject(one) ? [] : [{ role, model: textOf(one.contentmodel), text: textOf(one.content) }],
  )
  const suppressed = main.texthidden === true || revision.texthidden === true
  if (suppressed) return SHADOWED
  const text = textOf(main.content)
  const model = textOf(main.contentmodel)
  const wikitext = model === '' || model === 'wikitext' ? text : ''
  const id = idOf(revision.revid) ?? ''
  const comment = textOf(revision.comment)
  const namespace = idOf(page.ns) ?? ''
  const author = revision.anon === true || revision.temp === true ? '' : textOf(revision.user)
  return record({
    kind: 'page',
    id: deleted ?? idOf(page.pageid) ?? (title || null),
    time: writtenTime(revision.timestamp, 'UTC'),
    author,
    state: deleted === null ? 'live' : 'deleted',
    text: [title, text, ...further.map((slot) => slot.text)].filter((part) => part !== '').join('\n'),
    links: wikiLinks(wikitext),
    details: {
      title,
      namespace,
      talk: (/^\d+$/.test(namespace) && Number(namespace) % 2 === 1) || undefined,
      redirect: redirectIn(wikitext),
      revision: id,
      parentRevision: idOf(revision.parentid) === '0' ? '' : (idOf(revision.parentid) ?? ''),
      comment,
      minor: revision.minor === true || undefined,
      model,
      format: textOf(main.contentformat),
      slots: further.map(({ role, model: kind }) => ({ role, model: kind })),
      sha1: textOf(revision.sha1),
      suppressedComment: revision.commenthidden === true || undefined,
      suppressedWriter: revision.userhidden === true || undefined,
      withoutAccount: revision.anon === true || undefined,
      deletedPage: deleted === null ? undefined : true,
    },
    content: {
      revision: id,
      timestamp: textOf(revision.timestamp),
      title,
      text,
      comment,
      suppressed: false,
      stub: false,
      ...(further.length === 0 ? {} : { slots: further.map((slot) => [slot.role, slot.text]) }),
    },
    media: shownFiles(wikitext).flatMap(({ name, alt }) => {
      const stored = name.charAt(0).toUpperCase() + name.slice(1)
      const found = [stored.replaceAll(' ', '_'), stored, name].find((one) => media.called(one).length > 0)
      return found === undefined ? [] : [media.file({ uri: found, alt })]
    }),
  })
}

/** A file of the wiki as it is now; each upload under one name is a file of its own. */
function fileOutcome(file: JsonObject, media: MediaFinder): Outcome {
  const [name, timestamp, comment] = [textOf(file.name), textOf(file.timestamp), textOf(file.comment)]
  const address = textOf(file.url)
  return told({
    kind: 'file',
    id: `${name} ${timestamp}`,
    time: writtenTime(timestamp, 'UTC'),
    author: file.userhidden === true ? '' : textOf(file.user),
    text: [name, comment].filter((line) => line !== '').join('\n'),
    links: address === '' ? [] : [{ shown: name, target: address }],
    details: { name, size: file.size, mime: textOf(file.mime), sha1: textOf(file.sha1) },
    content: { name, comment, sha1: textOf(file.sha1) },
    media: address === '' ? [] : [media.file({ uri: address })],
  })
}

/** An entry of the wiki's log: who deleted, moved, protected, hid. */
function logOutcome(entry: JsonObject): Outcome {
  const [type, action, title] = [textOf(entry.type), textOf(entry.action), textOf(entry.title)]
  const comment = textOf(entry.comment)
  return record({
    kind: 'account-event',
    id: `log ${idOf(entry.logid) ?? ''}`,
    time: writtenTime(entry.timestamp, 'UTC'),
    author: entry.anon === true ? '' : textOf(entry.user),
    text: [`${type} ${action} ${title}`.trim(), comment].filter((line) => line !== '').join('\n'),
    details: {
      type,
      action,
      title,
      parameters: entry.params,
      suppressedWriter: entry.userhidden === true || undefined,
    },
    content: { type, action, title, comment, params: parametersOf(entry.params) },
  })
}

/** Dumps leave what has no parameters empty. */
function parametersOf(params: unknown): string {
  return isObject(params) && Object.keys(params).length > 0 ? JSON.stringify(params) : ''
}
