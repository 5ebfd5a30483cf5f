// Owns making records of videos.
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, type TimeFields, writtenTime } from '../../kit/time.ts'
import { baseName, countOf, idOf, isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import type { Context } from './context.ts'
import { videoIn } from './kinds.ts'
import { filesOf, type VimeoState } from './state.ts'

/** The number of a video, else its path. */
export function videoNumber(value: JsonObject): string | null {
  const uri = textOf(value.uri)
  return videoIn(uri) ?? videoIn(textOf(value.link)) ?? (uri === '' ? null : uri)
}

/** Vimeo's times have their zone. */
export function timeOf(value: unknown): TimeFields {
  return typeof value === 'string' && value !== '' ? writtenTime(value, 'unknown') : NO_TIME
}

/** A person by the name that Vimeo shows, else the number. */
export function personOf(user: unknown): string {
  if (!isObject(user)) return textOf(user)
  return textOf(user.name) || textOf(user.link) || textOf(user.uri)
}

/** @param sidecar the file's name where it speaks of this video alone, else `''` */
export function videoOutcome(
  value: JsonObject,
  context: Context,
  sidecar: string,
  { state, media }: Pick<Reading<VimeoState>, 'state' | 'media'>,
): Outcome {
  const id = videoNumber(value)
  const [title, description] = [textOf(value.name), textOf(value.description)]
  const page = textOf(value.link)
  const privacy = isObject(value.privacy) ? value.privacy : {}
  const folder = isObject(value.parent_folder)
    ? value.parent_folder
    : isObject(value.parent_project)
      ? value.parent_project
      : {}
  const live = isObject(value.live) ? value.live : {}
  const files = [...objectsOf(value.files), ...objectsOf(value.download)]
  const tags = [...objectsOf(value.tags).map(({ name, tag }) => textOf(name) || textOf(tag)), ...textsOf(value.tags)]
  const categories = objectsOf(value.categories).map(({ name }) => textOf(name))
  const seconds = countOf(value.duration)
  return record({
    kind: 'video',
    ...(id === null ? { key: page || title } : { id }),
    time: timeOf(value.created_time ?? value.release_time),
    author: personOf(value.user),
    text: [title, description].filter((part) => part !== '').join('\n'),
    links: page === '' ? [] : [{ shown: title || page, target: page }],
    details: {
      title,
      seconds,
      size: countOf(value.width) === null ? '' : `${String(value.width)} × ${String(value.height)}`,
      language: textOf(value.language),
      released: textOf(value.release_time),
      modified: textOf(value.modified_time),
      visibility: textOf(privacy.view),
      embeddableBy: textOf(privacy.embed),
      mayComment: textOf(privacy.comments),
      mayDownload: privacy.download,
      mayAdd: privacy.add,
      contentRating: textsOf(value.content_rating),
      licence: textOf(value.license),
      tags: tags.filter((tag) => tag !== ''),
      categories: categories.filter((name) => name !== ''),
      folder: textOf(folder.name) || textOf(folder.uri),
      listedIn: context.path,
      status: textOf(value.status),
      broadcast: Object.keys(live).length === 0 ? undefined : broadcastOf(live),
      files: files.map(({ quality, rendition, type, width, height, size, md5 }) => ({
        quality,
        rendition,
        type,
        width,
        height,
        size,
        md5,
      })),
      image: imageOf(value.pictures),
    },
    measures: measuresOf(value),
    content: { title, description, visibility: textOf(privacy.view), tags },
    media: filesOf({ number: id, sidecar, named: files.map(({ link }) => baseName(textOf(link))) }, state, media),
  })
}

/** A broadcast's times and state; keys and addresses to send to are passwords, and stay in the source. */
function broadcastOf(live: JsonObject): Readonly<Record<string, string>> {
  const names = ['status', 'scheduled_start_time', 'active_time', 'ended_time', 'archived_time'] as const
  return Object.fromEntries(names.flatMap((name) => (textOf(live[name]) === '' ? [] : [[name, textOf(live[name])]])))
}

/** The largest picture that stands for it. */
export function imageOf(pictures: unknown): string {
  const sizes = isObject(pictures) ? objectsOf(pictures.sizes) : []
  return textOf(sizes.at(-1)?.link)
}

function measuresOf(value: JsonObject): readonly (readonly [string, number])[] {
  const stats = isObject(value.stats) ? value.stats : {}
  const plays = countOf(stats.plays)
  return [...(plays === null ? [] : [['plays', plays] as const]), ...totalsOf(value, ['likes', 'comments'])]
}

/** How many an object's connections count. */
export function totalsOf(value: JsonObject, names: readonly string[]): readonly (readonly [string, number])[] {
  const metadata = isObject(value.metadata) ? value.metadata : {}
  const connections = isObject(metadata.connections) ? metadata.connections : {}
  return names.flatMap((name) => {
    const connection = connections[name]
    const total = isObject(connection) ? countOf(connection.total) : null
    return total === null ? [] : [[name, total] as const]
  })
}

/** A video that somebody marked: liked, or kept for later. */
export function markOutcome(value: JsonObject, kind: 'like' | 'bookmark', owner: string): Outcome {
  const id = videoNumber(value)
  const title = textOf(value.name)
  const page = textOf(value.link)
  return record({
    kind,
    id: `${kind} ${id ?? page}`,
    time: timeOf(markedAt(value)),
    author: owner,
    parent: id,
    text: title || page,
    links: page === '' ? [] : [{ shown: title || page, target: page }],
    details: { by: personOf(value.user) },
    content: { video: id ?? page },
  })
}

function markedAt(value: JsonObject): unknown {
  const metadata = isObject(value.metadata) ? value.metadata : {}
  const interactions = isObject(metadata.interactions) ? metadata.interactions : {}
  const mark = [interactions.like, interactions.watchlater].find(
    (one) => isObject(one) && idOf(one.added_time) !== null,
  )
  return isObject(mark) ? mark.added_time : undefined
}
