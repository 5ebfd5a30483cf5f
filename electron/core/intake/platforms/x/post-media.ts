// Owns the media of a post: which there are, what the export calls their files.
import type { MediaRole } from '../../../../../shared/domain/record/record.ts'
import { baseName, countOf, idOf, isObject, type JsonObject, objectsOf, textOf, textOrNull } from '../../kit/value.ts'
import type { MediaContent } from './content.ts'
import type { NamedMedia } from './media-index.ts'

const NONE: readonly never[] = []

/** The media entities: `extended_entities` has all, `entities` only the first. */
export function mediaOf(tweet: JsonObject, entities: JsonObject | undefined): readonly JsonObject[] {
  const extended = isObject(tweet.extended_entities) ? objectsOf(tweet.extended_entities.media) : NONE
  if (extended.length > 0) return extended
  return entities?.media === undefined ? NONE : objectsOf(entities.media)
}

/** The files that the export should hold for a post’s media: `<post’s id>-<name on X’s servers>` (formats.md §3). */
export function namedMedia(id: string, items: readonly JsonObject[]): NamedMedia[] {
  return items.map((item) => {
    const names = namesOf(item)
    const origin = idOf(item.source_status_id_str)
    return {
      role: roleFor(item.type),
      names: [
        ...names.map((name) => `${id}-${name}`),
        ...(origin === null ? [] : names.map((name) => `${origin}-${name}`)),
      ],
      alt: textOrNull(item.ext_alt_text) ?? textOrNull(item.alt_text),
    }
  })
}

/** What belongs to a post’s content of its media. */
export function mediaContent(items: readonly JsonObject[]): MediaContent[] {
  return items.map((item) => [
    idOf(item.id_str) ?? idOf(item.id) ?? '',
    textOf(item.type),
    baseName(addressOf(item)),
    textOf(item.ext_alt_text) || textOf(item.alt_text),
  ])
}

/** For a film the variants, best first, then its first frame; for a photo its own name. */
function namesOf(item: JsonObject): readonly string[] {
  const variants = isObject(item.video_info) ? objectsOf(item.video_info.variants) : NONE
  const films = variants
    .filter(({ content_type: type }) => type !== 'application/x-mpegURL')
    .map(({ url, bitrate }) => ({ name: baseName(textOf(url)), bitrate: countOf(bitrate) ?? 0 }))
    .sort((one, other) => other.bitrate - one.bitrate)
  return [...films.map(({ name }) => name), baseName(addressOf(item))].filter((name) => name !== '')
}

const addressOf = (item: JsonObject) => textOf(item.media_url_https) || textOf(item.media_url)

function roleFor(type: unknown): MediaRole {
  if (type === 'video') return 'video'
  return type === 'animated_gif' ? 'animation' : 'photo'
}
