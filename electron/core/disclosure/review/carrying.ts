// What must be known of the grounds that carry a withholding by themselves before anything leaves on them.
import type { Exemption } from '../../../../shared/domain/review/exemption.ts'
import { asksOrdinance, type ReviewDecision, withholdingsOf } from '../../../../shared/domain/review/review.ts'
import { exemptionOf } from '../../../../shared/law/exemptions.ts'
import { incomplete } from './incomplete.ts'

/** What rests on a ground alone that nobody has checked against the code is not kept back before the attorney has. @throws MunimentError REVIEW_INCOMPLETE */
export function refuseUnconfirmed(
  decisions: readonly ReviewDecision[],
  isConfirmed: (one: Exemption) => boolean,
): void {
  const open = new Set<string>()
  for (const grounds of decisions.flatMap(withholdingsOf)) {
    const applied = grounds.map(({ exemption }) => exemptionOf(exemption)).filter((one) => one !== undefined)
    if (!applied.some(isConfirmed)) for (const { citation } of applied) open.add(citation)
  }
  if (open.size === 0) return
  throw incomplete(
    `Something is kept back on ${[...open].join(', ')} alone, which nobody has confirmed against the code yet. Let the City’s attorney confirm it under Law, or choose another ground.`,
  )
}

/** The permissive exemptions that a decision rests on alone without an answer to OMC 2.20.220, by their ids. */
export function unanswered(decision: ReviewDecision): Set<string> {
  const open = withholdingsOf(decision).filter(asksOrdinance)
  return new Set(open.flat().map(({ exemption }) => exemption))
}

/** What of unanswered exemptions is to be done, in a sentence; null where there are none. */
export function unansweredInWords(exemptions: Iterable<string>): string | null {
  const citations = [...new Set(exemptions)].map((id) => exemptionOf(id)?.citation ?? id)
  if (citations.length === 0) return null
  return `Something is kept back on ${citations.join(', ')} alone, which the CPRA lets the City release, and nobody has answered whether OMC 2.20.220 requires that. Ask the City’s attorney and enter the answer in the review.`
}
