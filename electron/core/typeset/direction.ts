// The bidirectional algorithm (UAX #9) over bidi-js: levels of a line of text, and the order of runs on a laid-out line.

import bidiFactory from 'bidi-js'

const bidi = bidiFactory()

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Embedding levels of a text. */
export interface Direction {
  /** Level of each UTF-16 unit; undefined where all are 0. */
  readonly levels?: Uint8Array
  /** The paragraph's own direction, by its first strong character. */
  readonly rtl: boolean
}

/**
 * Levels of one line of text (a paragraph of UAX #9). Explicit directional characters must have been revealed before.
 * @param text without line ends
 */
export function directionOf(text: string): Direction {
  if (!RIGHT_TO_LEFT.test(text)) return { rtl: false }
  const { levels, paragraphs } = bidi.getEmbeddingLevels(standIns(text), 'auto')
  return { levels, rtl: ((paragraphs[0]?.level ?? 0) & 1) === 1 }
}

/** bidi-js classes UTF-16 units one by one and takes surrogates for letters, so each astral character gets a stand-in of its class. */
function standIns(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (character) => {
    if (RIGHT_TO_LEFT.test(character)) return '\u05d0\u05d0'
    return /\p{L}|\p{N}/u.test(character) ? 'aa' : '\ufffc\ufffc'
  })
}

/** The character that is drawn for `character` in a right-to-left run, itself where it has no mirror image. */
export function mirrored(character: string): string {
  return bidi.getMirroredCharacter(character) ?? character
}

/**
 * Rule L2 of UAX #9 on whole runs.
 * @param levels the level of each run of one line, in reading order
 * @returns indices of the runs from left to right
 */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, i) => i)
  const highest = Math.max(0, ...levels)
  for (let level = highest; level > 0; level--) {
    for (let i = 0; i < order.length; i++) {
      let end = i
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end++
      if (end > i + 1) order.splice(i, end - i, ...order.slice(i, end).reverse())
      i = Math.max(i, end)
    }
  }
  return order
}
