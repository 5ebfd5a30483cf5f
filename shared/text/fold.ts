// Owns how text is folded for searching: the same function on the index side, the query side and in the window. It
// serves FTS5's tokenizer `unicode61 remove_diacritics 2 categories 'L* N* Co So'` and leaves it nothing to decide but
// the case of A–Z.

/** Stored with the index. Raise it with any change to what `fold` returns: the index is then rebuilt. */
export const FOLD_VERSION = 1

/** Folding never depends on an ASCII neighbour, so only what lies beyond is worked on, a run of words at a time. */
const BEYOND_ASCII = /[\u0080-\uffff]+(?: [\u0080-\uffff]+)*/g
const SHORT_RUN = 4
const RUNS_KEPT = 4096

/** NFKC would glue these to the word before them ("Muniment™" to "munimenttm"). */
const TRADE_MARKS = /[\u2122\u2120]/g
/** Accents, vowel signs, harakat and everything invisible; the two kana voicing marks are letters' parts and stay. */
const MARKS = /(?![\u3099\u309a])[\p{M}\p{Default_Ignorable_Code_Point}]/gu
/** Letters that mean the same and have no Unicode decomposition; escapes, because Arabic turns a line of code around. */
const TWIN_OF = new Map([
  ['\u0111', 'd'], // đ
  ['\u03c2', '\u03c3'], // final sigma
  ['\u0671', '\u0627'], // alef wasla: alef
  ['\u0649', '\u064a'], // alef maksura: yeh
  ['\u06cc', '\u064a'], // Persian yeh: yeh
  ['\u06a9', '\u0643'], // Persian keheh: kaf
  ['\u0629', '\u0647'], // teh marbuta: heh
  ['\u0640', ''], // tatweel
])
const TWINS = new RegExp(`[${[...TWIN_OF.keys()].join('')}]`, 'g')
const SEPARATORS = /[^\p{L}\p{N}\p{Co}\p{So}]+/gu
/** One token each: flags, symbols and emoji, and every character of a script that is written without spaces. */
const UNITS =
  /\p{RI}\p{RI}|[\p{So}\p{Co}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu
const SPACES = / {2,}/g

/**
 * Folds text for the full-text index.
 *
 * ASCII stays as it is (a text of nothing else is returned itself; the tokenizer lowers its case). All else comes back in
 * lower case, compatibility forms unified (NFKC), without accents (Vietnamese đ is d), invisible characters, punctuation
 * and lone surrogates, and with one token for each Han, Kana, Bopomofo, Thai, Lao, Khmer and Myanmar character, symbol
 * and emoji, so that a quoted sequence of them is found anywhere.
 *
 * - Arabic as in Lucene's ArabicNormalizer: harakat and tatweel go, all alefs are ا, ى is ي, ة is ه. Hamza goes with its
 *   carrier (ؤ is و, ئ is ي); the Persian ی and ک are ي and ك, because keyboards mix them up.
 * - A joined emoji (👩‍🚒) is the sequence of its parts, so both it and 🚒 are found; skin tones and variation selectors
 *   make no difference. A flag is one token.
 *
 * @param text any string, as stored
 * @returns folded text; only its words count, the spaces between them mean nothing
 */
export function fold(text: string): string {
  return text.replace(BEYOND_ASCII, foldRun)
}

const shortRuns = new Map<string, string>()

function foldRun(run: string): string {
  if (run.length > SHORT_RUN) return foldAfresh(run)
  const known = shortRuns.get(run)
  if (known !== undefined) return known
  const folded = foldAfresh(run)
  if (shortRuns.size < RUNS_KEPT) shortRuns.set(run, folded)
  return folded
}

function foldAfresh(run: string): string {
  return run
    .replace(TRADE_MARKS, ' ')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(TWINS, (letter) => TWIN_OF.get(letter) ?? letter)
    .normalize('NFC')
    .replace(SEPARATORS, ' ')
    .replace(UNITS, ' $& ')
    .replace(SPACES, ' ')
}
