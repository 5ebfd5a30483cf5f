// Nothing in captured text may hide or disguise itself: what is invisible is replaced by a box that names it.

import { grouped } from '../../../shared/text/amount.ts'

/** Stands in the displayed text where a box is drawn. It is neutral to the bidirectional algorithm, and a line may break beside it. */
export const PLACEHOLDER = '\ufffc'

/** A box drawn in place of a character. */
export interface Box {
  /** What is written in the box. */
  readonly label: string
  /** What a reader's program extracts: the character itself where that is safe, else the label in brackets. */
  readonly text: string
  /** `U+XXXX`. */
  readonly codePoint: string
  /** The character has no appearance, as opposed to none in our fonts. */
  readonly invisible: boolean
  /** For how many characters it stands, where that is not one. */
  readonly count?: number
}

/** Text as it is to be laid out. */
export interface Revealed {
  readonly text: string
  /** By index in `text`, of each placeholder. */
  readonly boxes: ReadonlyMap<number, Box>
}

const NONE: ReadonlyMap<number, Box> = new Map()

/** Scripts whose letters join or stack, where a (non-)joiner between two of them is spelling and not concealment. */
const JOINED =
  '[\\p{sc=Arab}\\p{sc=Syrc}\\p{sc=Mong}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Khmr}\\p{sc=Mymr}\\u064b-\\u065f\\u0670]'

/** The three subdivision flags in general use; in any other place tag characters are a way to smuggle text. */
const FLAG =
  '\\u{1f3f4}(?:\\u{e0067}\\u{e0062}\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0067}\\u{e0062}\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0067}\\u{e0062}\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}'

const SUSPECT = /[\p{Cc}\p{DI}\p{Co}\p{Cs}\ufff9-\ufffc\u2800]|\p{M}{9}/u

/** First what is left alone, then what is shown. */
const TOKENS = new RegExp(
  [
    `(?<kept>\\t|${FLAG}`,
    '|(?<=[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])(?<!\\p{DI})[\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}]',
    '|(?<=\\p{ExtPict}\\ufe0f?|\\p{EMod})\\u200d(?=\\p{ExtPict})',
    `|(?<=${JOINED})[\\u200c\\u200d](?=${JOINED}))`,
    '|(?<marks>(?<=\\p{M}{8})\\p{M}+)',
    '|[\\p{Cc}\\p{DI}\\p{Co}\\p{Cs}\\ufff9-\\ufffc\\u2800]',
  ].join(''),
  'gu',
)

/**
 * Replaces by placeholders every control, override, embedding, isolate, mark of direction, zero-width character, tag,
 * filler, private-use character and lone surrogate, and each mark after the eighth on one letter. Left alone: tabs, one
 * variation selector after a visible character, joiners inside emoji sequences and between letters of joining scripts,
 * tags in the flags of England, Scotland and Wales.
 * @param text one line of captured text, without line ends
 */
export function reveal(text: string): Revealed {
  if (!SUSPECT.test(text)) return { text, boxes: NONE }
  const boxes = new Map<number, Box>()
  let shown = ''
  let from = 0
  for (const match of text.matchAll(TOKENS)) {
    if (match.groups?.kept !== undefined) continue
    shown += text.slice(from, match.index)
    for (const character of match[0]) {
      boxes.set(shown.length, boxFor(character))
      shown += PLACEHOLDER
    }
    from = match.index + match[0].length
  }
  return { text: shown + text.slice(from), boxes }
}

/**
 * The box for one character.
 * @param character one code point, or a lone surrogate
 */
export function boxFor(character: string): Box {
  const number = character.codePointAt(0) ?? 0
  const codePoint = `U+${number.toString(16).toUpperCase().padStart(4, '0')}`
  // A mathematical letter (“bold” in social media) reads best as its plain letter, boxed to say that it is not that letter.
  const label = number >= 0x1d400 && number <= 0x1d7ff ? character.normalize('NFKC') : codePoint
  const speakable = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character) && !/[\p{DI}\u2800\ufffc]/u.test(character)
  const invisible = /[\p{Cc}\p{Cf}\p{DI}\u2800]/u.test(character)
  return { label, text: speakable ? character : `[${codePoint}]`, codePoint, invisible }
}

/** The box for a run of blank lines that is not shown line by line. */
export function blankLinesBox(count: number): Box {
  const label = `${grouped(count)} blank lines`
  return { label, text: `[${label}]`, codePoint: 'U+000A', invisible: true, count }
}

/**
 * A whole text with each box written out in brackets, for places that hold plain text only: outline entries, titles, alternative texts.
 * @param text any text; line ends become spaces
 */
export function revealedPlain(text: string): string {
  const { text: shown, boxes } = reveal(text.replace(LINE_END, ' '))
  if (boxes.size === 0) return shown
  return shown.replace(/\ufffc/g, (_, at: number) => boxes.get(at)?.text ?? PLACEHOLDER)
}

/** The line ends of plain text, UAX #14 classes BK, CR, LF and NL. */
export const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g
