// What a query that is being typed may go on with at the caret: names of filters first, then their values.
import type { Completion } from '../../../shared/domain/record/facet.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { filterText } from './query-edit.ts'
import { filterNames, fixedValues, flags } from './query-filters.ts'
import { type Lexeme, lexemes } from './query-lexer.ts'
import { type Choice, choicesOf } from './value-counts.ts'

/** Where the caret is: in a value of a filter, in a word that may become the name of one, or between words. */
interface Place {
  readonly filter: string | null
  readonly typed: string
  /** What a completion replaces. */
  readonly from: number
  readonly to: number
}

/** The place of a caret in a query; null inside of a phrase, where nothing is completed. */
function placeOf(text: string, at: number): Place | null {
  const piece = lexemes(text).find(({ from, to }) => from < at && at <= to)
  if (piece === undefined) return { filter: null, typed: '', from: at, to: at }
  if (piece.kind === 'filter') return inFilter(text, at, piece)
  if (piece.kind === 'text' && !piece.phrase) {
    return { filter: null, typed: text.slice(piece.from, at), from: piece.from, to: piece.to }
  }
  return piece.kind === 'not' || piece.kind === 'open' ? { filter: null, typed: '', from: at, to: at } : null
}

function inFilter(text: string, at: number, { name, from, to }: Extract<Lexeme, { kind: 'filter' }>): Place {
  const colon = from + name.length
  if (at <= colon) return { filter: null, typed: text.slice(from, at), from, to: colon + 1 }
  // A name written in full may be longer or shorter in another case of letters: only the colon is sure.
  return { filter: name, typed: text.slice(colon + 1, at).replace(/^["“”„]/, ''), from, to }
}

/**
 * What the query may go on with, best first.
 * @param at the caret, as UTF-16 offset
 * @throws what the signal was aborted with
 */
export async function complete(
  db: Driver,
  text: string,
  at: number,
  limit: number,
  signal: AbortSignal,
): Promise<Completion[]> {
  const place = placeOf(text, at)
  if (place === null) return []
  if (place.filter === null) return names(text, place).slice(0, limit)
  const { filter } = place
  const choices = (await choicesOf(db, filter, signal)) ?? years(db, filter)
  const always = (fixedValues(filter) ?? []).filter((value) => !choices.some((choice) => choice.value === value))
  const fixed = always.map((value): Choice => ({ value, detail: '', count: filter === 'has' ? null : 0 }))
  const typed = place.typed.replace(/^@/, '').toLowerCase()
  const fitting = [...choices, ...fixed]
    .map((choice) => ({ choice, rank: rankOf(choice, typed) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank || (b.choice.count ?? 0) - (a.choice.count ?? 0))
  const found = fitting.flatMap(({ choice }) => replaced(text, place, filterText(filter, choice.value), choice) ?? [])
  const [only] = found
  return found.length === 1 && only?.value.toLowerCase() === typed ? [] : found.slice(0, limit)
}

/** 0 begins with what was typed, 1 holds it somewhere, 2 has nothing of it. */
function rankOf({ value, detail }: Choice, typed: string): 0 | 1 | 2 {
  const name = value.toLowerCase()
  if (name.startsWith(typed)) return 0
  return name.includes(typed) || detail.toLowerCase().includes(typed) ? 1 : 2
}

function names(text: string, place: Place): Completion[] {
  const typed = place.typed.toLowerCase()
  const fits = (name: string) => name.startsWith(typed) && name !== typed
  const none = { detail: '', count: null }
  return [
    ...filterNames
      .filter(fits)
      .flatMap(
        (name) => replaced(text, place, `${name}:`, { value: bothWays(name) ? `${name}:` : name, ...none }, '') ?? [],
      ),
    ...flags.filter(fits).flatMap((name) => replaced(text, place, name, { value: name, ...none }) ?? []),
  ]
}

/** Whether a name may also stand alone: only its colon tells the two apart. */
function bothWays(name: string): boolean {
  return flags.some((flag) => flag === name)
}

function replaced(
  text: string,
  { filter, from, to }: Place,
  by: string | null,
  choice: Choice,
  space = ' ',
): Completion | null {
  if (by === null) return null
  const after = text.slice(to)
  const inserted = space !== '' && !after.startsWith(' ') ? `${by} ` : by
  const caret = from + by.length + space.length
  return { filter, ...choice, query: text.slice(0, from) + inserted + after, caret }
}

/** The years that the vault holds records of, newest first. */
function years(db: Driver, filter: string): Choice[] {
  if (!['on', 'before', 'after'].includes(filter)) return []
  const ends = db.get<{ first: number | null; last: number | null }>(
    `SELECT (SELECT min(at) FROM (SELECT at FROM record WHERE at IS NOT NULL ORDER BY id LIMIT 1)) AS first,
      (SELECT max(at) FROM (SELECT at FROM record WHERE at IS NOT NULL ORDER BY id DESC LIMIT 1)) AS last`,
  )
  if (ends?.first == null || ends.last == null) return []
  const last = new Date(ends.last).getUTCFullYear()
  const count = last - new Date(ends.first).getUTCFullYear() + 1
  return Array.from({ length: count }, (_, back) => ({ value: String(last - back), detail: '', count: null }))
}
