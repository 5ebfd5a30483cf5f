// Room on a paper for what is written by hand.

/** A value for a fact that is left to be filled in: an empty line of some height. */
export const BLANK = '\n'
