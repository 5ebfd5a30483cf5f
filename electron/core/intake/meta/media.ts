// Owns Meta's media objects: `{uri, creation_timestamp, title, description, media_metadata …}`.
import type { MediaDraft } from '../draft.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { isObject, type JsonObject, listOf, objectsOf, textOf } from '../kit/value.ts'

/** The media that a record names, in order; one named twice stands once. */
export function metaMedia(objects: readonly JsonObject[], media: MediaFinder): MediaDraft[] {
  const seen = new Set<string>()
  return objects.flatMap((one) => {
    const uri = textOf(one.uri)
    if (uri === '' || seen.has(uri)) return []
    seen.add(uri)
    return [media.file({ uri, alt: textOf(one.accessibility_caption) || textOf(one.alt_text) || null })]
  })
}

/** The names of media, which are content; the folders are not: they change from era to era. */
export function mediaNames(objects: readonly JsonObject[]): readonly string[] {
  return objects.map(({ uri }) => textOf(uri)).map((uri) => uri.slice(uri.lastIndexOf('/') + 1))
}

/** Media in the places where a post may have them. */
export function mediaOf(item: JsonObject): readonly JsonObject[] {
  const inAttachments = attachmentParts(item).flatMap(({ media }) => (isObject(media) ? [media] : []))
  const own = isObject(item.media) ? [item.media] : objectsOf(item.media)
  const alone = typeof item.uri === 'string' ? [item] : []
  return [...inAttachments, ...own, ...alone]
}

/** Every part of every attachment. */
export function attachmentParts(item: JsonObject): readonly JsonObject[] {
  return objectsOf(item.attachments).flatMap(({ data }) => objectsOf(data))
}

/** Where a picture was taken, as its metadata say; addresses of uploads are left out. */
export function exifOf(media: JsonObject): JsonObject | undefined {
  const metadata = isObject(media.media_metadata) ? Object.values(media.media_metadata) : []
  const exif = metadata.filter(isObject).flatMap((one) => listOf(one.exif_data))
  const merged: Record<string, unknown> = {}
  for (const one of exif) {
    if (!isObject(one)) continue
    for (const [name, value] of Object.entries(one)) if (!/ip|device_id/i.test(name)) merged[name] = value
  }
  return Object.keys(merged).length > 0 ? merged : undefined
}
