// Owns making records of pages: each entry of the history is a version, the page itself is its newest.
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { blockText, elementsIn, linksIn, parseFragment } from '../../kit/markup.ts'
import type { Reading } from '../../kit/spec.ts'
import { type JsonObject, listOf, textOf, textOrNull } from '../../kit/value.ts'
import { changeOf } from './change.ts'
import type { Shape } from './shape.ts'
import type { WikiState } from './state.ts'
import { decoded, lastStep } from './thing-key.ts'

/** A page as it stands, or one entry of its history. */
export function pageOutcome(
  value: JsonObject,
  shape: Shape,
  { state, media }: Pick<Reading<WikiState>, 'state' | 'media'>,
): Outcome {
  const { details, ...change } = changeOf(value, shape, state)
  const document = parseFragment(textOf(value.content))
  const title = textOf(value.name)
  return record({
    kind: 'page',
    ...change,
    text: [title, blockText(document)].filter((part) => part !== '').join('\n'),
    links: linksIn(document),
    details: {
      title,
      slug: textOf(value.slug),
      tags: listOf(value.tags).map((tag) => (typeof tag === 'string' ? lastStep(tag) : tag)),
      renamedFrom: /^Renamed from "(.*)"$/s.exec(textOf(value.history_comment))?.[1],
      ...details,
    },
    media: elementsIn(document, ({ attribs }) => /^_files\//.test(attribs.src ?? attribs.href ?? '')).map(
      ({ attribs }) => media.file({ uri: decoded(attribs.src ?? attribs.href ?? ''), alt: textOrNull(attribs.alt) }),
    ),
  })
}
