// Owns the links of a post's text, which are marked by places counted in bytes of UTF-8.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import { isObject, objectsOf, textOf } from '../../kit/value.ts'

/** What the marked parts of a text lead to: addresses, accounts, tags. Marks that lie outside the text show nothing. */
export function facetLinks(text: string, facets: unknown): readonly Link[] {
  const bytes = Buffer.from(text, 'utf8')
  return objectsOf(facets).flatMap(({ index, features }) => {
    const { byteStart, byteEnd } = isObject(index) ? index : {}
    const shown =
      typeof byteStart === 'number' && typeof byteEnd === 'number' && byteStart >= 0 && byteEnd <= bytes.length
        ? bytes.toString('utf8', byteStart, Math.max(byteStart, byteEnd))
        : ''
    return objectsOf(features).flatMap((feature) => {
      const tag = textOf(feature.tag)
      const target = textOf(feature.uri) || textOf(feature.did) || (tag === '' ? '' : `#${tag}`)
      return target === '' ? [] : [{ shown: shown || target, target }]
    })
  })
}
