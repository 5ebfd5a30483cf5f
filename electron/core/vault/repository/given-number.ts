// Numbers that are given out once: what bore one may be taken back, the number is not.
import type { Driver } from '../catalog/driver.ts'

/** Gives out numbers that follow one another. @returns the first of them */
export function giveNumbers(db: Driver, kind: 'production' | 'record', count: number): number {
  db.run('UPDATE given_number SET last = last + ? WHERE kind = ?', count, kind)
  const row = db.get<{ last: number }>('SELECT last FROM given_number WHERE kind = ?', kind)
  if (row === undefined) throw new Error(`no numbers of ${kind} are counted`)
  return row.last - count + 1
}
