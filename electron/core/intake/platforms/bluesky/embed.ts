// Owns what a post carries: pictures, films, cards of pages, quoted posts.
import type { Link, MediaRole } from '../../../../../shared/domain/record/record.ts'
import type { MediaDraft } from '../../draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { filled, isObject, type JsonObject, objectsOf, textOf, textOrNull } from '../../kit/value.ts'

export interface Carried {
  readonly media: readonly MediaDraft[]
  readonly links: readonly Link[]
  readonly details: Readonly<Record<string, unknown>>
}

/** The file of a blob: named by its digest in the export, where blobs lie beside the repository at all. */
export function blobFile(
  value: unknown,
  role: MediaRole,
  alt: string | null,
  media: MediaFinder,
): readonly MediaDraft[] {
  const cid = blobName(value)
  if (cid === '') return []
  const [found] = media.startingWith(cid)
  return [media.file({ uri: found ?? cid, role, alt })]
}

/** The digest that names a blob; `''` where there is none. Old posts name it by `cid` alone. */
function blobName(value: unknown): string {
  if (!isObject(value)) return ''
  return isObject(value.ref) ? textOf(value.ref.$link) : textOf(value.cid)
}

/** What an embed holds; a quote with pictures holds both. */
export function carriedBy(embed: unknown, media: MediaFinder, depth = 0): Carried {
  if (!isObject(embed) || depth > 3) return { media: [], links: [], details: {} }
  const inner = carriedBy(embed.media, media, depth + 1)
  const card = isObject(embed.external) ? cardOf(embed.external, media) : null
  const quoted = quotedBy(embed.record)
  const pictures = objectsOf(embed.images).flatMap(({ image, alt }) => blobFile(image, 'photo', textOrNull(alt), media))
  const film = blobFile(embed.video, 'video', textOrNull(embed.alt), media)
  const captions = objectsOf(embed.captions)
  return {
    media: [
      ...pictures,
      ...film,
      ...captions.flatMap(({ file }) => blobFile(file, 'file', null, media)),
      ...(card?.media ?? []),
      ...inner.media,
    ],
    links: [...(card?.links ?? []), ...(quoted === '' ? [] : [{ shown: quoted, target: quoted }]), ...inner.links],
    details: filled({
      ...inner.details,
      quoted: quoted || inner.details.quoted,
      card: card?.details ?? inner.details.card,
      captions: captions.map(({ lang }) => textOf(lang)),
    }),
  }
}

function cardOf(external: JsonObject, media: MediaFinder) {
  const [target, title] = [textOf(external.uri), textOf(external.title)]
  return {
    media: blobFile(external.thumb, 'photo', null, media),
    links: target === '' ? [] : [{ shown: title || target, target }],
    details: { title, description: textOf(external.description), address: target },
  }
}

/** The address of a quoted record; with pictures it is wrapped once more. */
function quotedBy(record: unknown): string {
  if (!isObject(record)) return ''
  return textOf(record.uri) || (isObject(record.record) ? textOf(record.record.uri) : '')
}
