// Owns making versions of pages of revisions.
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { child, children, childText, plainText } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { hasSha1 } from './fingerprint.ts'
import { redirectIn, shownFiles, wikiLinks } from './wikitext.ts'
import { writerOf } from './writer.ts'

/** A revision is a version of its page: they share the page's number, or its title where the dump gives no number. */
export function revisionOutcome(
  revision: Element,
  page: Element | undefined,
  { media, odd }: Pick<Reading<null>, 'media' | 'odd'>,
): Outcome {
  const title = childText(page, 'title')
  const written = child(revision, 'text')
  const suppressed = written?.attribs.deleted !== undefined
  const stub = written !== undefined && isStub(written, suppressed)
  const text = plainText(written)
  const slots = children(revision, 'content').map(slotOf)
  const words = [title, text, ...slots.map((slot) => slot.text)].filter((part) => part !== '')
  const id = childText(revision, 'id')
  const comment = childText(revision, 'comment')
  const namespace = childText(page, 'ns')
  const differs = !suppressed && !stub && slots.length === 0 && hasSha1(text, sha1Of(revision, written)) === false
  if (differs) odd('sha1-differs', differsSentence(id, title))
  const wikitext = isWikitext(childText(revision, 'model')) ? text : ''
  return record({
    kind: 'page',
    id: childText(page, 'id') || title || null,
    time: writtenTime(childText(revision, 'timestamp'), 'UTC'),
    ...writerOf(revision).author,
    text: words.join('\n'),
    links: wikiLinks(wikitext),
    details: {
      title,
      namespace,
      // Every second space is for talking about the one before it, in every language.
      talk: (/^\d+$/.test(namespace) && Number(namespace) % 2 === 1) || undefined,
      redirect: child(page, 'redirect')?.attribs.title ?? redirectIn(wikitext),
      restrictions: childText(page, 'restrictions'),
      thread: threadOf(page),
      revision: id,
      parentRevision: childText(revision, 'parentid'),
      comment,
      minor: child(revision, 'minor') !== undefined || undefined,
      model: childText(revision, 'model'),
      format: childText(revision, 'format'),
      slots: slots.map(({ role, model }) => ({ role, model })),
      sha1: sha1Of(revision, written),
      sha1Differs: differs ? 'The words are not those whose SHA-1 the dump gives.' : undefined,
      suppressed: suppressed || undefined,
      suppressedComment: child(revision, 'comment')?.attribs.deleted !== undefined || undefined,
      withoutContent: stub ? 'The dump holds no words of this revision, only their length.' : undefined,
      ...writerOf(revision).details,
    },
    content: {
      revision: id,
      timestamp: childText(revision, 'timestamp'),
      title,
      text,
      comment,
      suppressed,
      stub,
      ...(slots.length === 0 ? {} : { slots: slots.map((slot) => [slot.role, slot.text]) }),
    },
    media: shownFiles(wikitext).flatMap(({ name, alt }) => {
      // A wiki writes spaces and underscores alike, and the first letter large; dumps come mostly without files: only those that are there.
      const stored = name.charAt(0).toUpperCase() + name.slice(1)
      const found = [name, stored, stored.replaceAll(' ', '_')].find((one) => media.called(one).length > 0)
      return found === undefined ? [] : [media.file({ uri: found, alt })]
    }),
  })
}

/** The SHA-1 of the words: of the revision, which is the same where it has no further content; else of the text. */
function sha1Of(revision: Element, text: Element | undefined): string {
  return childText(revision, 'sha1') || (text?.attribs.sha1 ?? '')
}

function differsSentence(id: string, title: string): string {
  return `The words of revision ${id || 'without a number'} of “${title}” are not those whose SHA-1 the dump gives: the dump was changed, damaged or written wrongly. They are kept as they stand; every revision of which this holds says so in its details. Ask the wiki for a new dump to compare.`
}

/** A dump without words gives a text by its length or its number only: that is no empty page. */
function isStub(text: Element, suppressed: boolean): boolean {
  if (suppressed || text.children.length > 0) return false
  const { bytes, id } = text.attribs
  return bytes === undefined ? id !== undefined : Number(bytes) > 0
}

function isWikitext(model: string): boolean {
  return model === '' || model === 'wikitext'
}

/** Further content of a revision since version 0.11, such as descriptions of a picture as data. */
function slotOf(content: Element) {
  return { role: childText(content, 'role'), model: childText(content, 'model'), text: childText(content, 'text') }
}

/** What wikis with threads (LiquidThreads) say of a page that is a contribution to one. */
function threadOf(page: Element | undefined): Readonly<Record<string, string>> | undefined {
  const info = child(page, 'DiscussionThreading') ?? child(page, 'discussionthreadinginfo')
  if (info === undefined) return undefined
  return Object.fromEntries(children(info).map((one) => [one.name, plainText(one).trim()]))
}
