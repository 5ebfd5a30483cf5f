// How a clerk wants a packet made.

export interface Asked {
  /** Whether it holds commitments.json; only the attorney may leave it out. */
  readonly commitments: boolean
  /** Whether a load file for programs of lawyers comes with it, and each record has pages of its own. */
  readonly concordance: boolean
  /** Whether everything that answers is in it, whatever was handed out before. */
  readonly whole: boolean
  /** Whether only what is decided so far is in it, though more answers the request. */
  readonly instalment: boolean
}
