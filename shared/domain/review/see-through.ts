// A record as its reviewer's counsel reads it: nothing is taken out, and what would be stands between marks with the number of its ground.
import type { Stretch } from '../../text/occurrences.ts'
import type { KeyedStretch } from '../../text/redact.ts'
import type { RecordDetail, Version } from '../record/record.ts'
import { AUTHOR, PEOPLE, PLACES } from './personal-fields.ts'
import { type KeyedRedaction, phrasesOf, redactedStretches, stretchesOf } from './redact-record.ts'
import type { CopyPiece } from './review-copy.ts'

/** A text cut where something begins or ends to be taken out; `keys` of what stays are none. */
export function piecesOf(text: string, stretches: readonly KeyedStretch[]): CopyPiece[] {
  const cuts = new Set([0, text.length])
  for (const { from, to } of stretches) for (const cut of [from, to]) if (cut < text.length) cuts.add(cut)
  const places = [...cuts].sort((a, b) => a - b)
  const pieces: { text: string; keys: number[] }[] = []
  for (const [at, from] of places.entries()) {
    const to = places[at + 1]
    if (to === undefined) break
    const keys = keysOver(stretches, { from, to })
    const last = pieces.at(-1)
    if (last !== undefined && String(last.keys) === String(keys)) last.text += text.slice(from, to)
    else pieces.push({ text: text.slice(from, to), keys })
  }
  return pieces
}

function keysOver(stretches: readonly KeyedStretch[], { from, to }: Stretch): number[] {
  const keys = stretches.flatMap((one) => (one.from < to && one.to > from ? [one.key] : []))
  return [...new Set(keys)].sort((a, b) => a - b)
}

/** The same as one text: `Ask [[María López · ground 1]] about it`. */
export function marked(pieces: readonly CopyPiece[]): string {
  return pieces.map(({ text, keys }) => (keys.length === 0 ? text : `[[${text} · ${groundsInWords(keys)}]]`)).join('')
}

/** `ground 1`, `grounds 1, 3`. */
export function groundsInWords(keys: readonly number[]): string {
  return `${keys.length === 1 ? 'ground' : 'grounds'} ${keys.join(', ')}`
}

/** What is taken out of the text of each version, in pieces. */
export function seenThrough(record: RecordDetail, redactions: readonly KeyedRedaction[]): CopyPiece[][] {
  const phrases = phrasesOf(record, redactions)
  return record.versions.map((one) => piecesOf(one.text, redactedStretches(one, redactions, phrases)))
}

/** The record with marks in every text that would lose something. */
export function seeThroughRecord(record: RecordDetail, redactions: readonly KeyedRedaction[]): RecordDetail {
  const phrases = phrasesOf(record, redactions)
  const mark = (text: string) => marked(piecesOf(text, stretchesOf(text, phrases)))
  const keysOf = (field: KeyedRedaction['field']) => [
    ...new Set(redactions.flatMap((one) => (one.field === field ? [one.key] : []))),
  ]
  const fields: readonly (readonly [ReadonlySet<string>, readonly number[]])[] = [
    [AUTHOR, keysOf('author')],
    [PEOPLE, keysOf('people')],
    [PLACES, keysOf('place')],
  ]
  const whole = (text: string, keys: readonly number[]) =>
    keys.length === 0 ? mark(text) : marked([{ text, keys: [...keys] }])
  const value = (one: unknown, keys: readonly number[]): unknown => {
    if (typeof one === 'string') return whole(one, keys)
    if (Array.isArray(one)) return one.map((inner) => value(inner, keys))
    if (typeof one !== 'object' || one === null) return keys.length === 0 ? one : whole(String(one), keys)
    return details(one, keys)
  }
  const details = (one: object, keys: readonly number[]): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(one).map(([name, inner]) => [
        name,
        value(inner, [...keys, ...fields.flatMap(([names, own]) => (names.has(name) ? own : []))]),
      ]),
    )
  const version = (one: Version, place: number): Version => ({
    ...one,
    text: marked(seenThrough(record, redactions)[place] ?? []),
    details: details(one.details, []),
    links: one.links.map(({ shown, target }) => ({ shown: mark(shown), target: mark(target) })),
    media: one.media.map((item) => ({
      ...item,
      name: mark(item.name),
      alt: item.alt === null ? null : mark(item.alt),
    })),
  })
  return { ...record, author: whole(record.author, keysOf('author')), versions: record.versions.map(version) }
}
