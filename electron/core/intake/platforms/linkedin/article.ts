// Owns LinkedIn's articles: an HTML page each, published ones and drafts.
import { type AnyNode, type Element, isTag } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { failed, record } from '../../kit/draft.ts'
import { blockText, elementsIn, hasClass, linksIn, parseMarkup } from '../../kit/markup.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import { NO_TIME, type TimeFields, writtenTime } from '../../kit/time.ts'
import { claimTable } from './tables.ts'

/** A page with a heading that leads to LinkedIn's articles or says when it was made; in LinkedIn's export, any page with a heading in a folder for articles. */
export function isArticle({ text, name }: Peek, survey: Survey): boolean {
  if (!/<h1[\s>]/i.test(text)) return false
  if (/linkedin\.com\/(?:pulse|article)\//i.test(text) || /class="?(?:published|created)\b/i.test(text)) return true
  return /(?:^|\/)articles?\//i.test(name) && survey.peeks.some(({ rows }) => (claimTable(rows)?.weight ?? 0) >= 0.5)
}

/** @param fileName gives the day where the page does not: `2018-07-15_on-shipping-small.html` */
export function articleOutcome(bytes: Uint8Array, owner: string, fileName: string): Outcome {
  const page = parseMarkup(bytes, false)
  const [heading] = elementsIn(page, ({ name }) => name === 'h1')
  if (heading === undefined) return failed('article-without-heading', 'has no heading, as an article must')
  const [published, created] = ['published', 'created'].map((name) => elementsIn(page, (one) => hasClass(one, name))[0])
  const title = blockText(heading)
  const [address] = linksIn(heading).map(({ target }) => target)
  const [body = page] = elementsIn(page, ({ name }) => name === 'body')
  const aside = new Set<AnyNode>([heading, ...[published, created].flatMap((one) => one ?? [])])
  const words = textWithout(body, aside)
  const pictures = elementsIn(body, ({ name }) => name === 'img').flatMap(({ attribs }) => attribs.src || [])
  return record({
    kind: 'article',
    id: /\/(?:pulse|article)\/([^/?#]+)/.exec(address ?? '')?.[1] ?? null,
    key: `article ${title}`,
    time: timeIn(published) ?? timeIn(created) ?? timeOfName(fileName),
    author: owner,
    // What was never published says only when it was made.
    state: published === undefined && created !== undefined ? 'draft' : 'live',
    text: [title, words].filter((part) => part !== '').join('\n'),
    links: linksIn(body),
    details: { title, created: blockText(created), published: blockText(published), pictures },
    content: { title, words },
  })
}

const TIME = /\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?/

function timeIn(element: Element | undefined): TimeFields | null {
  const [written] = TIME.exec(blockText(element)) ?? []
  return written === undefined ? null : writtenTime(written, 'unknown')
}

function timeOfName(name: string): TimeFields {
  const [written] = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?/.exec(name.slice(name.lastIndexOf('/') + 1)) ?? []
  return written === undefined ? NO_TIME : writtenTime(written, 'unknown')
}

function textWithout(body: AnyNode, aside: ReadonlySet<AnyNode>): string {
  for (const node of aside) {
    const { parent } = node
    if (parent !== null) parent.children = parent.children.filter((one) => one !== node)
  }
  return isTag(body) || 'children' in body ? blockText(body) : ''
}
