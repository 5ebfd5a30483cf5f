// The words that a record is found by: the folded texts of its versions, and the index over them.
import { fold } from '../../../../shared/text/fold.ts'
import type { Driver } from '../catalog/driver.ts'

/** The texts of a record's versions; what is folded into one says nothing new. */
export const VERSION_TEXTS = 'SELECT text FROM version WHERE record_id = ? AND number > 0 ORDER BY number'

/** Takes a record's words out of the index and forgets them. */
export function forgetWordsOf(db: Driver, record: number): void {
  db.run("INSERT INTO found (found, rowid, text) SELECT 'delete', id, text FROM body WHERE id = ?", record)
  db.run('DELETE FROM body WHERE id = ?', record)
}

/** Writes the words of a record's versions anew. */
export function indexWordsOf(db: Driver, record: number): void {
  forgetWordsOf(db, record)
  const versions = db.all<{ text: string }>(VERSION_TEXTS, record)
  db.run('INSERT INTO body VALUES (?, ?)', record, versions.map(({ text }) => fold(text)).join('\n'))
  db.run('INSERT INTO found (rowid, text) SELECT id, text FROM body WHERE id = ?', record)
}
