// Owns what stands in the HTML of Tumblr's posts: pictures, films, what is embedded, and whose posts were passed on.
import type { AnyNode, Element } from 'domhandler'
import { elementsIn, hasClass } from '../../kit/markup.ts'
import type { NamedFile } from '../../kit/media-finder.ts'

/** One that a post was passed on from. */
export interface Step {
  readonly blog: string
  readonly address: string
}

/** Pictures and native films of a body, in order. */
export function picturesIn(body: AnyNode | undefined): readonly NamedFile[] {
  return elementsIn(body, ({ name }) => name === 'img' || name === 'video' || name === 'audio').flatMap((element) => {
    const uri = sourceOf(element)
    if (uri === '') return []
    const alt = element.attribs.alt ?? ''
    // Tumblr writes this word where nobody wrote an alternative text.
    const named = { uri, alt: alt === '' || alt === 'image' ? null : alt }
    if (element.name === 'img') return [named]
    return [{ ...named, role: element.name === 'video' ? ('video' as const) : ('audio' as const) }]
  })
}

function sourceOf(element: Element): string {
  const [source] = elementsIn(element, ({ name, attribs }) => name === 'source' && !!attribs.src)
  return (element.attribs.src || source?.attribs.src || element.attribs['data-src']) ?? ''
}

/** What a player shows: a file of Tumblr's own, or something on another site. */
export function embedsIn(player: AnyNode | undefined): {
  readonly files: readonly NamedFile[]
  readonly addresses: readonly string[]
} {
  const frames = elementsIn(
    player,
    ({ name, attribs }) => /^(?:iframe|embed|object)$/.test(name) && !!(attribs.src ?? attribs.data),
  )
  return {
    files: picturesIn(player).filter(({ role }) => role !== undefined),
    addresses: frames.map(({ attribs }) => attribs.src ?? attribs.data ?? ''),
  }
}

/** Each passing on leaves a link to the blog before what it passed on. */
export function trailIn(body: AnyNode | undefined): readonly Step[] {
  return elementsIn(body, (one) => one.name === 'a' && hasClass(one, 'tumblr_blog')).map((link) => ({
    blog: elementsText(link),
    address: link.attribs.href ?? '',
  }))
}

const elementsText = (link: Element): string =>
  link.children
    .map((one) => ('data' in one && typeof one.data === 'string' ? one.data : ''))
    .join('')
    .trim()
