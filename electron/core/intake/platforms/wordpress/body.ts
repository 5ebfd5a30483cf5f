// Owns finding the files that the HTML of a body shows or links to.
import type { Document, Element } from 'domhandler'
import type { MediaRole } from '../../../../../shared/domain/record/record.ts'
import { elementsIn } from '../../kit/markup.ts'
import { looksLikeMedia } from '../../kit/media-finder.ts'

/** A file as an item names it: by the addresses of its sizes, by its number in the library, or both. */
export interface NamedByItem {
  readonly id: string | null
  /** The one that the item shows first. */
  readonly addresses: readonly string[]
  readonly alt: string | null
  /** Null where its name tells. */
  readonly role: MediaRole | null
}

const SHOWS = new Set(['img', 'video', 'audio', 'a', 'amp-img'])

/** Pictures, films, sounds, and links that lead to a file, in the order of the document. */
export function filesInBody(body: Document): readonly NamedByItem[] {
  const linked = new Set<Element>()
  return elementsIn(body, ({ name }) => SHOWS.has(name)).flatMap((element): readonly NamedByItem[] => {
    const { name, attribs } = element
    if (name === 'video' || name === 'audio') return filmOrSound(element, name)
    if (name !== 'a') return linked.has(element) ? [] : pictureOf(element, [])
    const target = attribs.href ?? ''
    if (!looksLikeMedia(target.replace(/[?#].*$/s, ''))) return []
    // A picture that leads to its full size is one picture.
    const inner = elementsIn(element, (one) => one.name === 'img')
    for (const one of inner) linked.add(one)
    const [only] = inner
    if (only !== undefined && inner.length === 1) return pictureOf(only, [target])
    return [{ id: null, addresses: [target], alt: null, role: null }, ...inner.flatMap((one) => pictureOf(one, []))]
  })
}

/** The addresses in a list of sizes: `a-300.jpg 300w, a.jpg 1024w`. */
function sizesIn(srcset = ''): readonly string[] {
  return srcset.split(/,\s+|,(?=https?:\/\/)/).map((size) => size.trim().split(/\s/)[0] ?? '')
}

function pictureOf(img: Element, others: readonly string[]): readonly NamedByItem[] {
  const { attribs } = img
  const shown = [attribs.src, attribs['data-src'], attribs['data-orig-file'], attribs['data-full-url']]
  const addresses = [...shown, ...sizesIn(attribs.srcset), ...sizesIn(attribs['data-srcset']), ...others].filter(
    // Pages that load their pictures late show a dot of a few bytes before.
    (address): address is string => address !== undefined && address !== '' && !/^(?:data|blob):/i.test(address),
  )
  const id = /\bwp-image-(\d+)\b/.exec(attribs.class ?? '')?.[1] ?? attribs['data-id'] ?? null
  if (addresses.length === 0 && id === null) return []
  return [{ id, addresses: [...new Set(addresses)], alt: attribs.alt || null, role: 'photo' }]
}

/** A film or a sound in one or more forms, and the picture that stands for it. */
function filmOrSound(element: Element, role: 'video' | 'audio'): readonly NamedByItem[] {
  const sources = elementsIn(element, ({ name }) => name === 'source').map(({ attribs }) => attribs.src)
  const addresses = [element.attribs.src, ...sources].filter(
    (address): address is string => address !== undefined && address !== '' && !/^(?:data|blob):/i.test(address),
  )
  const poster = element.attribs.poster ?? ''
  return [
    ...(addresses.length === 0 ? [] : [{ id: null, addresses, alt: null, role }]),
    ...(poster === '' ? [] : [{ id: null, addresses: [poster], alt: null, role: 'photo' as const }]),
  ]
}
