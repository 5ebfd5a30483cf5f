// Owns finding what a row or an object says by the names of its columns or keys, however they are spelled: for exports that nobody described.
import { isObject, type JsonObject } from './value.ts'

/** Names by what they stand for, each in lower case without spaces and marks (`plainName`); the first that says something counts. */
export type Meanings = Readonly<Record<string, readonly string[]>>

/** What never leaves the source: addresses of computers, of people, devices, passwords. */
const PRIVATE =
  /^(?:.*ip|ip.*address.*|.*email.*|.*phone.*|.*password.*|.*token.*|.*device.*|.*useragent.*|.*streetaddress.*|latitude|longitude|lat|lon)$/

export interface Fields<Meaning extends string> {
  /** The value under the first of the meaning's names that says something; `''` where none does. */
  text(meaning: Meaning): string
  /** The same, as it stands. */
  value(meaning: Meaning): unknown
  /** What stands under one name, as it stands. */
  named(name: string): unknown
  /** Everything under names that have no meaning here and are not private. */
  rest(): Readonly<Record<string, unknown>>
}

/** A name as names are compared: `creation_date`, `Creation Date` and `creationDate` are one. */
export function plainName(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether what stands under a name is never shown. */
export function isPrivate(name: string): boolean {
  return PRIVATE.test(plainName(name))
}

/** How a platform's names are understood. */
export interface Vocabulary<Meaning extends string> {
  /** Which meanings a table or object has by its names. */
  meaningsOf(names: readonly string[]): ReadonlySet<Meaning>
  /** What a row (its cells under their names) or an object says. */
  fieldsOf(entries: readonly (readonly [name: string, value: unknown])[]): Fields<Meaning>
}

/** A vocabulary of names. */
export function vocabulary<const M extends Meanings>(meanings: M): Vocabulary<keyof M & string> {
  type Meaning = keyof M & string
  const all = Object.keys(meanings).filter((name): name is Meaning => name in meanings)
  const known = new Set(Object.values(meanings).flat())
  return {
    meaningsOf: (names) => {
      const plain = new Set(names.map(plainName))
      return new Set(all.filter((meaning) => meanings[meaning]?.some((name) => plain.has(name))))
    },
    fieldsOf: (entries) => {
      // Of two columns with one name the first is meant.
      const values = new Map(entries.map(([name, value]) => [plainName(name), value] as const).reverse())
      const value = (meaning: Meaning) =>
        meanings[meaning]
          ?.map((name) => values.get(name))
          .find((one) => one !== undefined && one !== null && one !== '')
      return {
        text: (meaning) => textIn(value(meaning)),
        value,
        named: (name) => values.get(name),
        rest: () => Object.fromEntries(entries.filter(([name]) => !known.has(plainName(name)) && !isPrivate(name))),
      }
    },
  }
}

/** A person or a place may be an object with a name. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value
      .map(textIn)
      .filter((one) => one !== '')
      .join(', ')
  return isObject(value) ? named(value) : ''
}

function named(value: JsonObject): string {
  const name = value.name ?? value.display_name ?? value.displayName ?? value.title ?? value.username
  return typeof name === 'string' ? name : ''
}
