// Owns making records of a wiki's files and of its log.
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { bytesInside, mediaInside } from '../../kit/files-inside.ts'
import { child, childText } from '../../kit/markup.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import type { Reading } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { hasSha1 } from './fingerprint.ts'
import { writerOf } from './writer.ts'

/** A file of the wiki, with its description. Each upload under one name is a file of its own. */
export function uploadOutcome(
  upload: Element,
  page: Element | undefined,
  { media, odd }: Pick<Reading<null>, 'media' | 'odd'>,
): Outcome {
  const name = childText(upload, 'filename') || childText(page, 'title')
  const address = childText(upload, 'src')
  const comment = childText(upload, 'comment')
  const bytes = bytesInside(child(upload, 'contents'))
  const differs = bytes !== null && hasSha1(bytes, childText(upload, 'sha1base36')) === false
  if (differs) odd('upload-sha1-differs', differsSentence(name))
  const { author, details } = writerOf(upload)
  return record({
    kind: 'file',
    id: `${name} ${childText(upload, 'timestamp')}`,
    time: writtenTime(childText(upload, 'timestamp'), 'UTC'),
    ...author,
    parent: childText(page, 'id') || null,
    text: [name, comment].filter((line) => line !== '').join('\n'),
    links: address === '' ? [] : [{ shown: name, target: address }],
    details: {
      name,
      size: childText(upload, 'size'),
      archiveName: childText(upload, 'archivename'),
      sha1: childText(upload, 'sha1base36'),
      sha1Differs: differs ? 'The file in the dump is not the one whose SHA-1 the dump gives.' : undefined,
      ...details,
    },
    content: { name, comment, sha1: childText(upload, 'sha1base36') },
    media: name === '' ? [] : [bytes === null ? media.file({ uri: fileName(name, media) }) : mediaInside(name, bytes)],
  })
}

function differsSentence(name: string): string {
  return `The file “${name}” in the dump is not the one whose SHA-1 the dump gives: the dump was changed, damaged or written wrongly. It is kept as it stands; every file of which this holds says so in its details. Ask the wiki for the file itself to compare.`
}

/** How a dump of files names it: with underscores, or as the wiki shows it. */
function fileName(name: string, media: MediaFinder): string {
  const plain = name.replace(/^[^:/]+:/, '')
  return [plain.replaceAll(' ', '_'), plain].find((one) => media.called(one).length > 0) ?? plain
}

/** An entry of the wiki’s log: a deletion, a move, a block. */
export function logOutcome(entry: Element): Outcome {
  const [type, action, title] = [childText(entry, 'type'), childText(entry, 'action'), childText(entry, 'logtitle')]
  const comment = childText(entry, 'comment')
  const { author, details } = writerOf(entry)
  return record({
    kind: 'account-event',
    id: `log ${childText(entry, 'id')}`,
    time: writtenTime(childText(entry, 'timestamp'), 'UTC'),
    ...author,
    text: [`${type} ${action} ${title}`.trim(), comment].filter((line) => line !== '').join('\n'),
    details: { type, action, title, parameters: childText(entry, 'params'), ...details },
    content: { type, action, title, comment, params: childText(entry, 'params') },
  })
}
