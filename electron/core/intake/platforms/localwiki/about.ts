// Owns what a LocalWiki's files say of the wiki itself, and whether an answer goes on in pages that the export does not hold.
import type { Claims } from '../../kit/claims.ts'
import { parseMarkup } from '../../kit/markup.ts'
import type { Peek } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { isObject, textOf, textOrNull } from '../../kit/value.ts'
import { firstOf } from './claim.ts'
import { shapeOf } from './shape.ts'

/** What the export says of itself. */
export function aboutWiki(peeks: readonly Peek[], claims: Claims): About {
  const xml = peeks.find((peek) => claims.get(peek)?.type === 'sycamore')
  return {
    generatedAt: null,
    ...(xml === undefined ? ofApi(claims) : ofSycamore(xml)),
    findings: cutShort(claims),
  }
}

function ofSycamore({ text }: Peek) {
  const tag = /<wiki\s[^>]*>/.exec(text)?.[0] ?? ''
  const [wiki] = parseMarkup(Buffer.from(tag), true).children
  const attribs = wiki !== undefined && 'attribs' in wiki ? wiki.attribs : {}
  const layout = `sycamore ${/<sycamore\s[^>]*version=["']([^"']*)/.exec(text)?.[1] ?? ''}`.trim()
  return {
    layout,
    ownerHandle: attribs.name || null,
    ownerNativeId: attribs.id || null,
    ownerName: attribs.sitename || null,
  }
}

function ofApi(claims: Claims) {
  const firsts = [...claims].map(([{ json }, { type }]) => ({ type, first: firstOf(json) }))
  const site = firsts.find(({ first }) => shapeOf(first)?.name === 'site')?.first
  const regions = firsts.filter(({ type }) => type === 'regions')
  // A list of regions is of all of them; one alone is the region that was asked for.
  const region = regions.length === 1 && claimsOne(claims) ? regions[0]?.first : undefined
  const old = firsts.some(({ first }) => first !== null && 'resource_uri' in first)
  return {
    layout: old ? 'api v1' : 'api v4',
    ownerHandle: textOrNull(region?.slug) ?? textOrNull(site?.domain),
    ownerNativeId: null,
    ownerName: textOrNull(region?.full_name) ?? textOrNull(site?.name),
  }
}

function claimsOne(claims: Claims): boolean {
  return [...claims].some(
    ([{ json }, { type }]) => type === 'regions' && isObject(json) && !('results' in json && json.count !== 1),
  )
}

/** Lists whose last page is not in the export. */
function cutShort(claims: Claims): NonNullable<About['findings']> {
  const last = new Map<string, { readonly file: string; readonly ended: boolean }>()
  for (const [{ name, json }, { type }] of claims) {
    if (!isObject(json) || !('results' in json || 'objects' in json)) continue
    const meta = isObject(json.meta) ? json.meta : json
    const ended = textOf(meta.next) === ''
    const known = last.get(type)
    if (known === undefined || ended) last.set(type, { file: name, ended: ended || known?.ended === true })
  }
  return [...last].flatMap(([type, { file, ended }]) =>
    ended
      ? []
      : [
          {
            code: 'list-goes-on',
            file,
            sentence: `The list of ${type} goes on where it was taken from: its last page is not in this export. What is here was read; ask for the rest.`,
          },
        ],
  )
}
