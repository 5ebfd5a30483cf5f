// What must be known of the grounds that carry a withholding by themselves before anything leaves on them.
import { isInForce } from '../../../../shared/domain/law/statute.ts'
import type { Catalogue } from '../../../../shared/domain/review/exemption.ts'
import {
  asksOrdinance,
  groundsOf,
  type ReviewDecision,
  withholdingsOf,
} from '../../../../shared/domain/review/review.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { incomplete } from './incomplete.ts'

/** What rests on a ground alone that nobody has checked against the code is not kept back before the attorney has. @throws MunimentError REVIEW_INCOMPLETE */
export function refuseUnconfirmed(decisions: readonly ReviewDecision[], catalogue: Catalogue): void {
  const open = new Set<string>()
  for (const grounds of decisions.flatMap(withholdingsOf)) {
    const applied = grounds.map(({ exemption }) => catalogue(exemption)).filter((one) => one !== undefined)
    if (!applied.some(({ confirmed }) => confirmed)) for (const { citation } of applied) open.add(citation)
  }
  if (open.size === 0) return
  throw incomplete(
    `Something is kept back on ${[...open].join(', ')} alone, which nobody has confirmed against the code yet. Let the City’s attorney confirm it under Law, or choose another ground.`,
  )
}

/** Nothing leaves on a ground that counts no more on that day, or not yet. @throws MunimentError REVIEW_INCOMPLETE */
export function refuseOutOfForce(decisions: readonly ReviewDecision[], catalogue: Catalogue, on: LocalDate): void {
  const applied = decisions.flatMap(groundsOf).flatMap(({ exemption }) => catalogue(exemption) ?? [])
  const out = new Set(
    applied.filter((one) => !isInForce(one, on)).map(({ citation, title }) => `${citation} (${title})`),
  )
  if (out.size === 0) return
  throw incomplete(
    `Something is kept back on ${[...out].join(', ')}, which does not count on the day of this packet: it was replaced or repealed, or is not law yet. Decide on the ground that counts now; the room Law names it.`,
  )
}

/** The permissive exemptions that a decision rests on alone without an answer to OMC 2.20.220, by their ids. */
export function unanswered(decision: ReviewDecision, catalogue: Catalogue): Set<string> {
  const open = withholdingsOf(decision).filter((grounds) => asksOrdinance(grounds, catalogue))
  return new Set(open.flat().map(({ exemption }) => exemption))
}

/** What of unanswered exemptions is to be done, in a sentence; null where there are none. */
export function unansweredInWords(exemptions: Iterable<string>, catalogue: Catalogue): string | null {
  const citations = [...new Set(exemptions)].map((id) => catalogue(id)?.citation ?? id)
  if (citations.length === 0) return null
  return `Something is kept back on ${citations.join(', ')} alone, which the CPRA lets the City release, and nobody has answered whether OMC 2.20.220 requires that. Ask the City’s attorney and enter the answer in the review.`
}
