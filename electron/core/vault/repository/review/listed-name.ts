// Lists of names and words that are proposed in reviews.
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

export interface ListedName {
  readonly list: string
  readonly words: string
}

/** Puts a list in place of the one of that name. Returns how many words it has, each once. */
export function setNames(db: Driver, list: string, words: readonly string[], at: Instant, by: PersonId): number {
  db.run('DELETE FROM listed_name WHERE list = ?', list)
  const once = [...new Set(words)]
  for (const one of once) db.run('INSERT INTO listed_name VALUES (?, ?, ?, ?)', list, one, at, by)
  return once.length
}

/** The lists and how many words each has. */
export function nameLists(db: Driver): { readonly list: string; readonly words: number }[] {
  return db.all('SELECT list, count(*) AS words FROM listed_name GROUP BY list ORDER BY list')
}

/** All words of all lists. */
export function listedNames(db: Driver): ListedName[] {
  return db.all('SELECT list, words FROM listed_name ORDER BY list, words')
}
