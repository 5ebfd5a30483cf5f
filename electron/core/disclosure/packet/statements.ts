// What every packet says of itself, in the same words wherever it says it.

/** Review comes with a later version: until then nothing that was decided about a record stands in Muniment. */
export const NO_REVIEW =
  'No exemption review is recorded in Muniment for this packet. Every record found is in it whole; nothing was redacted or withheld. It is a draft for review by the person responsible, until that person releases it.'

/** A packet shows what was searched; it never claims more. */
export const NO_CLAIM =
  'This packet shows what was searched and what was found. It does not claim that nothing else exists.'

/** Said in place of records. */
export const NOTHING_FOUND = 'Nothing that was searched answers this request. This packet holds no records.'
