// Owns the photos and the film of a post in Tumblr's XML, with the forms in which they are served.
import type { Element } from 'domhandler'
import { blockText, child, children, parseFragment, plainText } from '../../kit/markup.ts'
import type { NamedFile } from '../../kit/media-finder.ts'
import { filled } from '../../kit/value.ts'

/** The photos of a set; the first of them stands a second time outside it. */
export function photosIn(post: Element): readonly NamedFile[] {
  return eachPhoto(post).flatMap((photo) => {
    const [largest] = [...children(photo, 'photo-url')].sort((one, other) => widthOf(other) - widthOf(one))
    const uri = plainText(largest).trim()
    const caption = blockText(parseFragment(photo.attribs.caption ?? ''))
    return uri === '' ? [] : [{ uri, alt: caption === '' ? null : caption, role: 'photo' as const }]
  })
}

/** Every size in which each photo is served, by its width. */
export function variantsIn(post: Element): readonly Readonly<Record<string, unknown>>[] {
  return eachPhoto(post).flatMap((photo) => {
    const sizes = children(photo, 'photo-url').map((one) => [one.attribs['max-width'] ?? '', plainText(one).trim()])
    const { width, height } = photo.attribs
    return sizes.length === 0 ? [] : [filled({ width, height, sizes: Object.fromEntries(sizes) })]
  })
}

function eachPhoto(post: Element): readonly Element[] {
  const set = children(post, 'photoset').flatMap((one) => children(one, 'photo'))
  return set.length > 0 ? set : [post]
}

const widthOf = ({ attribs }: Element) => Number(attribs['max-width'] ?? 0) || 0

/** What is said of a film's file; undefined where its source is an address or a player of another site. */
export function filmIn(post: Element): Readonly<Record<string, string>> | undefined {
  const fields = children(child(post, 'video-source'))
  const plain = fields.every((one) => children(one).length === 0 && Object.keys(one.attribs).length === 0)
  if (fields.length === 0 || !plain) return undefined
  return Object.fromEntries(fields.map((one) => [one.name, plainText(one).trim()]))
}
