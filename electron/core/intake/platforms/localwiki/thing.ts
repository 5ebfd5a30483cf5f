// Owns making records of what belongs to pages: files, maps, tags, redirects, each with its own history.
import type { Outcome } from '../../draft.ts'
import { failed, passedOver, record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { isObject, type JsonObject, listOf, textOf } from '../../kit/value.ts'
import { changeOf } from './change.ts'
import { pageOutcome } from './page.ts'
import { type Shape, shapeOf } from './shape.ts'
import type { WikiState } from './state.ts'
import { keyOf, lastStep, pageOf } from './thing-key.ts'

/** One object of the API, whatever it is. */
export function thingOutcome(value: unknown, reading: Pick<Reading<WikiState>, 'state' | 'media'>): Outcome {
  const shape = shapeOf(value)
  if (shape === null || !isObject(value)) {
    return failed('unknown-object', 'has the form of nothing that a LocalWiki keeps')
  }
  if (shape.name === 'page') return pageOutcome(value, shape, reading)
  if (shape.name === 'file') return fileOutcome(value, shape, reading)
  if (shape.name === 'user' || shape.name === 'region' || shape.name === 'site') {
    return passedOver('Users, regions and the site itself are no records: their names stand with what they wrote.')
  }
  return otherOutcome(value, shape, reading.state)
}

function fileOutcome(
  value: JsonObject,
  shape: Shape,
  { state, media }: Pick<Reading<WikiState>, 'state' | 'media'>,
): Outcome {
  const { details, ...change } = changeOf(value, shape, state)
  const name = textOf(value.name)
  const stored = lastStep(textOf(value.file))
  const uri = media.called(stored).length > 0 || name === '' ? stored : name
  return record({
    kind: 'file',
    ...change,
    parent: keyOf(value.region, textOf(value.slug)),
    text: name,
    links: textOf(value.file) === '' ? [] : [{ shown: name, target: textOf(value.file) }],
    details: { name, page: textOf(value.slug), ...details },
    media: uri === '' ? [] : [media.file({ uri })],
  })
}

/** Maps, redirects, tags: what they say in words, and where they belong. */
function otherOutcome(value: JsonObject, shape: Shape, state: WikiState): Outcome {
  const { details, ...change } = changeOf(value, shape, state)
  return record({ kind: 'other', ...change, ...said(value, shape, state, details) })
}

function said(value: JsonObject, { name }: Shape, { pages }: WikiState, details: Readonly<Record<string, unknown>>) {
  if (name === 'redirect') {
    const [source, target] = [textOf(value.source), textOf(value.destination)]
    const links = target === '' ? [] : [{ shown: lastStep(target), target }]
    return {
      text: `${source} → ${lastStep(target)}`,
      links,
      details: { what: 'redirect', source, target, ...details },
    }
  }
  if (name === 'tag') {
    return { text: textOf(value.name), details: { what: 'tag', ...details } }
  }
  const parent = pageOf(value, pages)
  if (name === 'page-tags') {
    const tags = listOf(value.tags).map((tag) => (typeof tag === 'string' ? lastStep(tag) : tag))
    const text = tags.filter((tag) => typeof tag === 'string').join(', ')
    return { parent, text, details: { what: 'tags of a page', tags, ...details } }
  }
  const { geom, points, lines, polys } = value
  const geometry = geom ?? [points, lines, polys].filter((one) => one !== null && one !== undefined)
  return { parent, text: `Map of ${parent}`, details: { what: 'map', geometry, length: value.length, ...details } }
}
