// Owns finding the cards of Meta's pages and their parts: heading, body, foot. One card is one item of the export.
import type { AnyNode, Element } from 'domhandler'
import { isTag } from 'domhandler'
import { blockText, children, elementsIn, hasClass, plainText } from '../../kit/markup.ts'

/** The parts of a card. */
export interface CardParts {
  /** A sender, a caption, or a sentence such as “X updated her status.”; `''` where there is none. */
  readonly heading: string
  /** What stands between heading and foot. */
  readonly body: readonly AnyNode[]
  /** The words of the foot: when it was. */
  readonly foot: string
  /** Where the foot leads. */
  readonly footLink: string | null
}

/** Whether an element is a card of either era: `_a6-g` since 2022, `_2lej` before. */
export function isCard(element: Element): boolean {
  return hasClass(element, '_a6-g') || (hasClass(element, '_2lej') && hasClass(element, 'uiBoxWhite'))
}

/** A card's parts; what stands in cards inside it is body. */
export function partsOf(card: Element): CardParts {
  const headings = own(card, isHeading)
  const feet = own(card, isFoot)
  const heading = headings[0]
  const foot = feet.at(-1)
  const bodies = own(card, (one) => isBody(one) && one !== heading && one !== foot)
  const link =
    foot === undefined ? undefined : elementsIn(foot, ({ name, attribs }) => name === 'a' && !!attribs.href)[0]
  const around = foot?.parent
  const outer = around != null && isTag(around) && around.name === 'a' ? around.attribs.href : undefined
  return {
    heading: blockText(heading),
    body: bodies.length > 0 ? bodies : card.children.filter((one) => !holds(one, heading) && !holds(one, foot)),
    foot: plainText(foot).replace(/\s+/g, ' ').trim(),
    footLink: link?.attribs.href ?? outer ?? null,
  }
}

/** Cards that stand in a card side by side, each with a heading of its own: some pages put a whole thread into one. */
export function cardsWithin(card: Element): readonly Element[] {
  const inner = children(card).filter((one) => own(one, isHeading).length > 0 && own(one, isFoot).length > 0)
  return inner.length > 0 && !inner.some(isCard) ? inner : []
}

const isHeading = (one: Element) =>
  hasClass(one, '_a6-h') || (hasClass(one, '_2lek') && hasClass(one, '_2lel')) || /^h[23]$/.test(one.name)
const isFoot = (one: Element) =>
  hasClass(one, '_a72d') || hasClass(one, '_a6-o') || hasClass(one, '_2lem') || one.name === 'footer'
const isBody = (one: Element) => hasClass(one, '_a6-p') || hasClass(one, '_2let')

/** The elements of a card that answer the question, outermost first, not those inside others of them, nor in cards inside it. */
function own(card: Element, fits: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = []
  const look = (node: Element) => {
    for (const one of children(node)) {
      if (isCard(one)) continue
      if (fits(one)) found.push(one)
      else look(one)
    }
  }
  look(card)
  return found
}

function holds(node: AnyNode, element: Element | undefined): boolean {
  for (let one: AnyNode | null | undefined = element; one != null; one = one.parent) if (one === node) return true
  return false
}
