// Where a line may end: UAX #14 by `linebreak`, and between words of scripts that write none, by dictionary (Intl.Segmenter).

import LineBreaker from 'linebreak'

/** Thai, Lao, Burmese and Khmer: UAX #14 class SA leaves them to a dictionary. */
const UNSPACED = /[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff]{2,}/g

/** An address this short is not broken over two lines. */
const WHOLE_ADDRESS = 48
const ADDRESS = /https?:\/\/[\x21-\x7e]+/g

const words = new Intl.Segmenter('th', { granularity: 'word' })

/**
 * Yields every index at which the text may be broken, ascending, the last being its length.
 * @param text one line of revealed text
 */
export function* breaksOf(text: string): Generator<number> {
  const extra = wordStarts(text)
  const inAddress = addressesOf(text)
  let next = extra.next()
  const breaker = new LineBreaker(text)
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) {
    while (!next.done && next.value < at.position) {
      yield next.value
      next = extra.next()
    }
    if (!next.done && next.value === at.position) next = extra.next()
    if (!beginsWithMark(text, at.position) && !inAddress(at.position)) yield at.position
  }
}

/** Whether an index, asked for in ascending order, lies inside an address. */
function addressesOf(text: string): (index: number) => boolean {
  if (!text.includes('://')) return () => false
  const found = text.matchAll(ADDRESS)
  let next = found.next()
  return (index) => {
    while (!next.done && next.value.index + next.value[0].length <= index) next = found.next()
    return !next.done && next.value.index < index && next.value[0].length <= WHOLE_ADDRESS
  }
}

function* wordStarts(text: string): Generator<number> {
  for (const match of text.matchAll(UNSPACED)) {
    for (const word of words.segment(match[0])) {
      if (word.index > 0 && word.isWordLike) yield match.index + word.index
    }
  }
}

/** `linebreak` takes the marks of the unspaced scripts for letters; no line begins with one (rule LB9). */
function beginsWithMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x300 && /^\p{M}/u.test(text.slice(at, at + 2))
}

/** Splits into grapheme clusters (UAX #29). */
export const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
