// Owns the files of messages. Slack exports their addresses, not their bytes: a file is named, and looked for in case somebody has put it beside.
import type { Link, MediaRole } from '../../../../../shared/domain/record/record.ts'
import type { MediaDraft } from '../../draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { baseName, countOf, filled, isObject, type JsonObject, textOf, textOrNull } from '../../kit/value.ts'
import { withoutToken } from './mrkdwn.ts'

export interface Files {
  readonly media: readonly MediaDraft[]
  readonly links: readonly Link[]
  readonly details: readonly Readonly<Record<string, unknown>>[]
  readonly content: readonly unknown[]
  /** What of snippets, posts and letters the export holds in words. */
  readonly words: string
}

const NOT_HELD = 'Slack keeps the file; the export gives only its address.'
const STATES: Readonly<Record<string, string>> = {
  tombstone: 'The file was deleted before the export.',
  hidden_by_limit: 'The file is hidden by the limits of the workspace’s plan.',
  external: 'The file lies with another service.',
}

/** Everything of a message's files. */
export function filesOf(files: readonly JsonObject[], media: MediaFinder): Files {
  const read = files.map((file) => fileOf(file, media))
  return {
    media: read.flatMap((one) => one.media),
    links: read.flatMap((one) => one.links),
    details: read.map((one) => one.details),
    content: files.map((file) => [textOf(file.id), textOf(file.name), textOf(file.title)]),
    words: read.flatMap((one) => (one.words === '' ? [] : [one.words])).join('\n'),
  }
}

function fileOf(file: JsonObject, media: MediaFinder) {
  const id = textOf(file.id)
  const name = textOf(file.name) || textOf(file.title)
  const title = textOf(file.title)
  const isExternal = file.is_external === true || file.mode === 'external'
  const state = isExternal ? 'external' : textOf(file.mode)
  const held = STATES[state] === undefined ? heldAs(id, name, media) : null
  const own = textOf(file.url_private) || textOf(file.url_private_download)
  const address = withoutToken(isExternal ? own || textOf(file.permalink) : textOf(file.permalink) || own)
  const words = wordsIn(file)
  const drafts: readonly MediaDraft[] =
    STATES[state] !== undefined
      ? []
      : [{ role: roleOf(file), names: [held ?? `${id}/${name}`], directory: '', alt: altOf(file) }]
  return {
    media: drafts,
    links: !/^https?:/i.test(address) ? [] : [{ shown: title || name || address, target: address }],
    details: filled({
      id,
      name,
      title: title === name ? '' : title,
      type: textOf(file.pretty_type) || textOf(file.mimetype),
      bytes: countOf(file.size),
      by: textOf(file.user),
      state: STATES[state] ?? (held === null ? NOT_HELD : ''),
      subject: textOf(file.subject),
    }),
    words,
  }
}

/** The member that holds a file's bytes, as programs that fetch them lay them beside: `F1-plan.pdf`, `__uploads/F1/plan.pdf`. */
function heldAs(id: string, name: string, media: MediaFinder): string | null {
  if (id === '') return null
  const inFolder = media.called(baseName(name)).find((path) => `/${path}`.endsWith(`/${id}/${baseName(name)}`))
  if (inFolder !== undefined) return inFolder
  return ['-', '.', '_'].map((mark) => media.startingWith(`${id}${mark}`)[0]).find((path) => path !== undefined) ?? null
}

function wordsIn(file: JsonObject): string {
  const transcript = isObject(file.transcription) && isObject(file.transcription.preview) ? file.transcription : null
  if (transcript !== null && isObject(transcript.preview)) return textOf(transcript.preview.content)
  if (!/^(?:snippet|post|space|email)$/.test(textOf(file.mode))) return ''
  return [textOf(file.subject), textOf(file.plain_text) || textOf(file.preview)]
    .filter((part) => part !== '')
    .join('\n')
}

function altOf(file: JsonObject): string | null {
  return textOrNull(file.alt_txt) ?? (textOf(file.title) === textOf(file.name) ? null : textOrNull(file.title))
}

function roleOf({ mimetype }: JsonObject): MediaRole {
  const type = textOf(mimetype)
  if (type === 'image/gif') return 'animation'
  if (type.startsWith('image/')) return 'photo'
  return type.startsWith('video/') ? 'video' : type.startsWith('audio/') ? 'audio' : 'file'
}
