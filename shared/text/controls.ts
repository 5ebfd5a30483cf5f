// Owns the showing of characters that steer or hide other text, for plain-text outputs.

/** Joiners that spelling needs: within emoji, and between letters of scripts that join. */
const JOINING = String.raw`[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Gurmukhi}\p{sc=Gujarati}\p{sc=Oriya}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Kannada}\p{sc=Malayalam}\p{sc=Sinhala}\p{sc=Mongolian}]`
const EMOJI_JOINER = String.raw`(?<=\p{ExtPict}[\ufe0f\p{EMod}]?)\u200d(?=\p{ExtPict})`
const LETTER_JOINER = String.raw`(?<=${JOINING})[\u200c\u200d](?=${JOINING})`
const EMOJI_TAGS = String.raw`\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f}`
const HIDDEN = String.raw`[\p{Cf}\p{Cc}\u2028\u2029\u034f\u115f\u1160\u3164\uffa0]`
const PATTERN = new RegExp(`${EMOJI_TAGS}|${EMOJI_JOINER}|${LETTER_JOINER}|(${HIDDEN})`, 'gu')
const LAYOUT = new Set(['\n', '\t'])

/**
 * Writes bidi controls, zero-width characters and other controls as their code point, so that nothing in a line of
 * plain text can reverse, hide or split it unseen. Line feeds, tabs, emoji sequences and the joiners of Arabic and Indic
 * spelling stay; a carriage return is shown.
 *
 * @param text the text as stored
 * @returns the text with `[U+202E]` in the place of U+202E, and so on
 */
export function visibleControls(text: string): string {
  return text.replace(PATTERN, (whole, hidden: string | undefined) => {
    if (hidden === undefined || LAYOUT.has(hidden)) return whole
    return `[${codeOf(hidden)}]`
  })
}

/**
 * Where a text holds what `visibleControls` writes out.
 * @returns stretches in UTF-16 units, `to` exclusive, with what is written for each, without brackets
 */
export function controlsIn(text: string): { readonly from: number; readonly to: number; readonly shown: string }[] {
  return [...text.matchAll(PATTERN)].flatMap(({ 0: whole, 1: hidden, index }) =>
    hidden === undefined || LAYOUT.has(hidden)
      ? []
      : [{ from: index, to: index + whole.length, shown: codeOf(hidden) }],
  )
}

/** A character by its code point, as in `U+202E`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
