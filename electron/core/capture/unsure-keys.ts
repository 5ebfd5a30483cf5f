// Owns knowing by which keys of captured pages nobody can tell that an item is gone: words, counts of what says the same, and places in a list.
import { isByWords, isNth } from '../../../shared/domain/capture/by-words.ts'

/** What became of one key between two captures. */
export interface KeyChange {
  readonly key: string
  readonly isBefore: boolean
  readonly isAfter: boolean
  /** Whether it shows something else than before. */
  readonly isChanged: boolean
}

/** Tells, once it knows all keys of two captures, by which of them nobody can say that an item is gone. */
export function unsureKeys(changes: readonly KeyChange[]): (key: string) => boolean {
  const lists = Map.groupBy(changes, ({ key }) => placeOf(key)?.list ?? null)
  const shifted = new Set<string>()
  for (const [list, own] of lists) if (list !== null && isShifted(own)) shifted.add(list)
  return (key) => isByWords(key) || isNth(key) || shifted.has(placeOf(key)?.list ?? '')
}

/** Marks such as `comment-3`: the number, and what stands around it. */
function placeOf(key: string): { readonly list: string; readonly nth: number } | null {
  const [, before, number, after] = /^(.*?)(\d{1,6})(\D*)$/s.exec(key) ?? []
  return before === undefined || number === undefined ? null : { list: `${before}#${after}`, nth: Number(number) }
}

/** Marks that count through a list from its beginning, without a gap: where one of them shows something else now, all may have moved up. */
function isShifted(own: readonly KeyChange[]): boolean {
  const numbers = (which: (one: KeyChange) => boolean) => own.filter(which).map(({ key }) => placeOf(key)?.nth ?? -1)
  const [before, after] = [numbers(({ isBefore }) => isBefore), numbers(({ isAfter }) => isAfter)]
  return own.some(({ isChanged }) => isChanged) && isCount(before) && isCount(after)
}

/** Whether numbers are 0, 1, 2 … or 1, 2, 3 … */
function isCount(numbers: readonly number[]): boolean {
  const least = Math.min(...numbers)
  return least <= 1 && Math.max(...numbers) - least === new Set(numbers).size - 1
}
