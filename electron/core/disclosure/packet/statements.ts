// What every packet says of itself, in the same words wherever it says it.
import { amount } from '../../../../shared/text/amount.ts'
import type { PacketDocument } from '../document.ts'

/** Said where nobody has decided anything about the records. */
const NO_REVIEW =
  'No exemption review is recorded in Muniment for this packet. Every record found is in it whole; nothing was redacted or withheld. It is a draft for review by the person responsible, until that person releases it.'

/** A packet shows what was searched; it never claims more. */
export const NO_CLAIM =
  'This packet shows what was searched and what was found. It does not claim that nothing else exists.'

/** Said in place of records. */
export const NOTHING_FOUND = 'Nothing that was searched answers this request. This packet holds no records.'

/** What was done with the records before they were released, in a few sentences. */
export function reviewInWords({ review, draft }: Pick<PacketDocument, 'review' | 'draft'>): string {
  if (review === null) return NO_REVIEW
  const { released, redacted, withheld, notResponsive, signed } = review
  const of = amount(released + redacted + withheld, 'record')
  const undecided = draft?.undecided ?? 0
  const parts = [
    ...(undecided > 0
      ? [
          `${amount(undecided, 'record')} that ${undecided === 1 ? 'answers' : 'answer'} the request ${undecided === 1 ? 'is' : 'are'} not in this draft: nobody has decided on ${undecided === 1 ? 'it' : 'them'} yet.`,
        ]
      : []),
    `Each of the ${of} was reviewed: ${released} released whole, ${redacted} with redactions, ${withheld} withheld.`,
    ...(notResponsive > 0
      ? [
          `${amount(notResponsive, 'record')} that the search found ${notResponsive === 1 ? 'does' : 'do'} not answer the request and ${notResponsive === 1 ? 'is' : 'are'} not here.`,
        ]
      : []),
    ...(redacted + withheld > 0
      ? [
          'What was kept back, and on what ground, stands in withholding-log.pdf and withholding-log.csv; the number in “[redacted 1]” is that of the ground.',
        ]
      : []),
    ...(draft !== null && signed === null ? ['The person responsible has not signed this review as it stands.'] : []),
    ...(signed === null
      ? []
      : [`Responsible for what is kept back: ${personInWords(signed.by)}${keyInWords(signed.key)}.`]),
  ]
  return parts.join(' ')
}

function keyInWords(fingerprint: string | null): string {
  return fingerprint === null
    ? ''
    : `, who signed the review with the key that is registered with the City under the fingerprint ${fingerprint}`
}

/** How a later production stands to the earlier ones, in a few sentences; null where there is nothing to say. */
export function deltaInWords({ delta }: Pick<PacketDocument, 'delta'>): string | null {
  if (delta === null) return null
  const { productions, unchanged, replaced } = delta
  const was = replaced.filter(({ wasWithheld }) => wasWithheld).length
  const before = productions.length === 1 ? 'an earlier packet' : `${productions.length} earlier packets`
  const numbers = `${productions.length === 1 ? 'production' : 'productions'} ${productions.join(', ')}`
  const is = (count: number) => (count === 1 ? 'is' : 'are')
  return [
    `This packet adds to ${before} (${numbers}).`,
    ...(replaced.length > 0
      ? [
          `${amount(replaced.length, 'record')} here ${replaced.length === 1 ? 'replaces one' : 'replace others'} there; each says which.`,
        ]
      : []),
    ...(was > 0 ? [`${was} of these ${was === 1 ? 'was' : 'were'} withheld in full there.`] : []),
    ...(unchanged > 0
      ? [
          `${amount(unchanged, 'record')} that ${is(unchanged)} there already, and would be told in the same way, ${is(unchanged)} not repeated.`,
        ]
      : []),
  ].join(' ')
}

/** Whether anything of the records is kept back. */
export function keepsBack({ review }: Pick<PacketDocument, 'review'>): boolean {
  return review !== null && review.redacted + review.withheld > 0
}

/** A person with her title. */
export function personInWords({ name, title }: { readonly name: string; readonly title: string }): string {
  return title === '' ? name : `${name}, ${title}`
}
