// Strings with places for values, and English plurals: a catalogue a room, checked by the compiler.
import { pseudo } from './pseudo.ts'

/** A sentence, or its two forms by `{count}`. Places are written `{name}`. */
export type Phrase = string | { readonly one: string; readonly other: string }
export type Catalogue = Readonly<Record<string, Phrase>>

type Holes<S> = S extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never
type PhraseHoles<P> = P extends string
  ? Holes<P>
  : P extends { readonly one: infer One; readonly other: infer Other }
    ? Holes<One> | Holes<Other> | 'count'
    : never
type Values<P> = [PhraseHoles<P>] extends [never] ? [] : [values: Readonly<Record<PhraseHoles<P>, string | number>>]

/** The pseudo-locale, where a test set this name before the window began. */
const say = Reflect.get(globalThis, 'munimentLocale') === 'en-XA' ? pseudo : (sentence: string) => sentence

const language = 'en-US'
const plural = new Intl.PluralRules(language)
const number = new Intl.NumberFormat(language)

/**
 * Makes the `t` of a catalogue.
 * @returns a function from a key (and the values its places want) to the sentence; numbers are written as the language does
 */
export function translator<const C extends Catalogue>(catalogue: C) {
  return <K extends keyof C & string>(key: K, ...[values]: Values<C[K]>): string => {
    const phrase = catalogue[key]
    if (phrase === undefined) return key
    return fill(say(form(phrase, values)), values ?? {})
  }
}

function form(phrase: Phrase, values: Readonly<Record<string, string | number>> | undefined): string {
  if (typeof phrase === 'string') return phrase
  const count = values?.count
  return typeof count === 'number' && plural.select(count) === 'one' ? phrase.one : phrase.other
}

function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name]
    if (value === undefined) return hole
    return typeof value === 'number' ? number.format(value) : value
  })
}
