// Numbers that are given out once: what bore one may be taken back or destroyed, the number is not.
import type { Driver } from '../../catalog/driver.ts'

/** Gives out numbers that follow one another. @returns the first of them */
export function giveNumbers(db: Driver, kind: 'production' | 'record', count: number): number {
  db.run('UPDATE given_number SET last = last + ? WHERE kind = ?', count, kind)
  const row = db.get<{ last: number }>('SELECT last FROM given_number WHERE kind = ?', kind)
  if (row === undefined) throw new Error(`no numbers of ${kind} are counted`)
  return row.last - count + 1
}

/** Gives no number up to one any more. */
export function raiseNumber(db: Driver, kind: string, last: number): void {
  const sql = 'INSERT INTO given_number VALUES (?, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)'
  db.run(sql, kind, last)
}

/** Tables whose rows are known by their number outside the catalog, and can be destroyed. */
const NUMBERED = ['hold', 'plan', 'steward_entry', 'request_letter', 'attachment'] as const

/** SQL for the next number of a table: greater than every one that is there, or was and is destroyed. */
export function nextNumber(table: (typeof NUMBERED)[number]): string {
  return `(SELECT max(coalesce((SELECT max(id) FROM ${table}), 0), coalesce((SELECT last FROM given_number WHERE kind = '${table}'), 0)) + 1)`
}

/** Remembers the numbers that were given out, before rows that bear them are destroyed. */
export function rememberNumbers(db: Driver): void {
  for (const table of NUMBERED) {
    db.run(
      `INSERT INTO given_number SELECT '${table}', coalesce(max(id), 0) FROM ${table} WHERE true
       ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`,
    )
  }
}
