// Passphrases for files that leave the house: made so that they can be told by telephone, and judged where a person chose the words.

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUPS = 6
const GROUP = 4

/**
 * A passphrase that can be told by telephone: six groups of four letters and digits, 118 bits.
 * @param random bytes at will; those that would prefer some letters are passed over
 */
export function passphraseFrom(random: (bytes: number) => Uint8Array): string {
  const letters: string[] = []
  while (letters.length < GROUPS * GROUP) {
    for (const byte of random(64)) {
      const letter =
        byte < Math.floor(256 / LETTERS.length) * LETTERS.length ? LETTERS[byte % LETTERS.length] : undefined
      if (letter !== undefined && letters.length < GROUPS * GROUP) letters.push(letter)
    }
  }
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP, (group + 1) * GROUP).join('')).join(
    '-',
  )
}

/** NIST SP 800-63B-4, 3.1.1.2: what stands alone against guessing has 15 characters at least, and no rule says of which kinds. */
const SHORTEST = 15
const FEWEST_KINDS = 7
/** Rows of keys and the alphabet, along which fingers and thoughts run. */
const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const RUN = 4
/** Words that are tried first. */
const TRIED = ['passphrase', 'password', 'muniment', 'welcome', 'backup', 'secret', 'vault', 'city', 'letmein', 'admin']

/**
 * Why whoever gets the file could guess a passphrase, as a sentence; null where nothing speaks against it. That nothing was found does not
 * make it strong: words out of a song are known to others.
 * @param names words that anybody would try on this file, such as the City's name
 */
export function whyGuessed(passphrase: string, names: readonly string[]): string | null {
  const words = passphrase.normalize('NFKC').toLowerCase()
  if ([...words].length < SHORTEST)
    return `It has fewer than ${SHORTEST} characters. Whoever gets the file can try as long as they like: take five words that do not belong together, or have one made.`
  const piece = repeated(words)
  if (piece !== null) return `It is “${piece}” again and again.`
  const left = withoutGuesses(words, [
    ...TRIED,
    ...names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
  ])
  if (new Set(left).size < FEWEST_KINDS || left.length < SHORTEST - RUN)
    return 'Without rows of keys, years and the words that are tried first, too little of it is left. Take five words that do not belong together, or have one made.'
  return null
}

/** The piece of which a text is nothing but repetitions; null where it is not. */
function repeated(words: string): string | null {
  return /^(.{1,7}?)\1+.?$/su.exec(words)?.[1] ?? null
}

/** What is left of a text for whoever knows what is tried first. */
function withoutGuesses(words: string, tried: readonly string[]): string {
  let left = words.replace(/(?:19|20)\d\d/g, '')
  for (const word of tried) if (word.length > 2) left = left.replaceAll(word, '')
  for (const row of RUNS.flatMap((run) => [run, [...run].reverse().join('')])) left = withoutRuns(left, row)
  return left.replace(/(.)\1{2,}/gu, '$1').replace(/[\s\p{P}]/gu, '')
}

/** A text without what runs along a row for four characters or more. */
function withoutRuns(words: string, row: string): string {
  let left = ''
  for (let at = 0; at < words.length; ) {
    let length = 0
    while (at + length < words.length && row.includes(words.slice(at, at + length + 1))) length += 1
    if (length < RUN) left += words[at]
    at += length < RUN ? 1 : length
  }
  return left
}
