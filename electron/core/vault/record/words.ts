// The words that a record is found by: the folded texts of its versions, and the index over them.
import { fold } from '../../../../shared/text/fold.ts'
import type { Driver } from '../catalog/driver.ts'

/** The texts of a record's versions; what is folded into one says nothing new. */
export const VERSION_TEXTS = 'SELECT text FROM version WHERE record_id = ? AND number > 0 ORDER BY number'

/** Takes the words of records out of the index and forgets them: all at once, because the index is written down whenever anything else is. */
export function forgetWordsOf(db: Driver, records: readonly number[]): void {
  const these = JSON.stringify(records)
  db.run(
    "INSERT INTO found (found, rowid, text) SELECT 'delete', id, text FROM body WHERE id IN (SELECT value FROM json_each(?))",
    these,
  )
  db.run('DELETE FROM body WHERE id IN (SELECT value FROM json_each(?))', these)
}

/** Pages of the index that are merged at once: some ten milliseconds. */
const PAGES = 256

/**
 * Merges the parts that imports left the index in, a piece at a time. A word is erased in each part by itself, so that erasing in one takes a
 * sixth of the time of erasing in ten.
 * @returns whether anything is left to be merged
 */
export function gatherIndex(db: Driver): boolean {
  const before = changesOf(db)
  db.run("INSERT INTO found (found, rank) VALUES ('merge', ?)", -PAGES)
  // The statement counts itself; what it merged counts beside it (FTS5, the merge command).
  return changesOf(db) - before > 1
}

function changesOf(db: Driver): number {
  return db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0
}

/** Writes the words of a record's versions anew. */
export function indexWordsOf(db: Driver, record: number): void {
  forgetWordsOf(db, [record])
  const versions = db.all<{ text: string }>(VERSION_TEXTS, record)
  db.run('INSERT INTO body VALUES (?, ?)', record, versions.map(({ text }) => fold(text)).join('\n'))
  db.run('INSERT INTO found (rowid, text) SELECT id, text FROM body WHERE id = ?', record)
}
