// What a key signs under a review.
import type { Digest, RequestId } from '../id.ts'

/** The words: the digest binds them to every decision that stands, with its grounds, redactions and who decided. */
export function reviewStatement(review: {
  readonly city: string
  readonly request: RequestId
  readonly decisions: Digest
}): string {
  return [
    'I sign the review of a public records request as the person responsible for what is kept back.',
    `City: ${JSON.stringify(review.city)}`,
    `Request: ${JSON.stringify(review.request)}`,
    `SHA-256 of what was decided: ${review.decisions}`,
    '',
  ].join('\n')
}
