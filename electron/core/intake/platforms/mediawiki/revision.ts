// Owns making versions of pages of revisions, and records of uploads and of the log.
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { child, childText, plainText } from '../../kit/markup.ts'
import { writtenTime } from '../../kit/time.ts'

/** A revision is a version of its page: they share the page's number, or its title where the dump gives no number. */
export function revisionOutcome(revision: Element, page: Element | undefined): Outcome {
  const title = childText(page, 'title')
  const written = child(revision, 'text')
  const suppressed = written?.attribs.deleted !== undefined
  const stub = written !== undefined && written.children.length === 0 && Number(written.attribs.bytes ?? 0) > 0
  const text = plainText(written)
  const id = childText(revision, 'id')
  const comment = childText(revision, 'comment')
  return record({
    kind: 'page',
    id: childText(page, 'id') || title || null,
    time: writtenTime(childText(revision, 'timestamp'), 'UTC'),
    author: authorOf(revision),
    text: text === '' ? title : `${title}\n${text}`,
    details: {
      title,
      namespace: childText(page, 'ns'),
      redirect: child(page, 'redirect')?.attribs.title,
      revision: id,
      parentRevision: childText(revision, 'parentid'),
      comment,
      minor: child(revision, 'minor') !== undefined || undefined,
      model: childText(revision, 'model'),
      format: childText(revision, 'format'),
      suppressed: suppressed || undefined,
      withoutContent: stub ? 'The dump holds no words of this revision, only their length.' : undefined,
    },
    content: { revision: id, timestamp: childText(revision, 'timestamp'), title, text, comment, suppressed, stub },
  })
}

/** A file of the wiki, with its description. */
export function uploadOutcome(upload: Element, page: Element | undefined): Outcome {
  const name = childText(upload, 'filename') || childText(page, 'title')
  const address = childText(upload, 'src')
  const comment = childText(upload, 'comment')
  return record({
    kind: 'file',
    id: `${name} ${childText(upload, 'timestamp')}`,
    time: writtenTime(childText(upload, 'timestamp'), 'UTC'),
    author: authorOf(upload),
    parent: childText(page, 'id') || null,
    text: [name, comment].filter((line) => line !== '').join('\n'),
    links: address === '' ? [] : [{ shown: name, target: address }],
    details: { name, size: childText(upload, 'size'), archiveName: childText(upload, 'archivename') },
    content: { name, comment, sha1: childText(upload, 'sha1base36') },
  })
}

/** An entry of the wiki’s log: a deletion, a move, a block. */
export function logOutcome(entry: Element): Outcome {
  const [type, action, title] = [childText(entry, 'type'), childText(entry, 'action'), childText(entry, 'logtitle')]
  const comment = childText(entry, 'comment')
  return record({
    kind: 'account-event',
    id: `log ${childText(entry, 'id')}`,
    time: writtenTime(childText(entry, 'timestamp'), 'UTC'),
    author: authorOf(entry),
    text: [`${type} ${action} ${title}`.trim(), comment].filter((line) => line !== '').join('\n'),
    details: { type, action, title },
    content: { type, action, title, comment, params: childText(entry, 'params') },
  })
}

/** The name of who wrote it; somebody without an account is named by nothing: an address is nobody’s name. */
function authorOf(element: Element): string {
  const contributor = child(element, 'contributor')
  return childText(contributor, 'username')
}
