// The pseudo-locale en-XA, made from the English catalogues: accents, a third longer, in brackets. What is not so on the screen
// stands in no catalogue; what is cut off there would be cut off in another language.

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', d: 'ð', e: 'é', g: 'ĝ', h: 'ĥ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', n: 'ñ', o: 'ó', r: 'ŕ', s: 'š' },
  ...{ t: 'ţ', u: 'ú', w: 'ŵ', y: 'ý', z: 'ž', A: 'Á', C: 'Ç', D: 'Ð', E: 'É', G: 'Ĝ', H: 'Ĥ', I: 'Í', J: 'Ĵ', K: 'Ķ' },
  ...{ L: 'Ļ', N: 'Ñ', O: 'Ó', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ú', W: 'Ŵ', Y: 'Ý', Z: 'Ž' },
}

/** A sentence of a catalogue in the pseudo-locale; places for values (`{name}`) stay as they are. */
export function pseudo(sentence: string): string {
  const parts = sentence.split(/(\{\w+\})/)
  const letters = parts.filter((part) => !part.startsWith('{')).join('').length
  const accented = parts.map((part) =>
    part.startsWith('{') ? part : [...part].map((letter) => accents[letter] ?? letter).join(''),
  )
  return `⟦${accented.join('')}${'~'.repeat(Math.ceil(letters / 3))}⟧`
}
