// The index made anew when folding changes: from the texts of the versions, in one transaction.
import { FOLD_VERSION, fold } from '../../../../shared/text/fold.ts'
import type { Driver } from '../catalog/driver.ts'
import { saveSetting, setting } from '../repository/setting.ts'
import { VERSION_TEXTS } from './words.ts'

/** What folding depends on: its own version, and the Unicode tables of the runtime. */
export const FOLDING = `${FOLD_VERSION}/${process.versions.unicode}`

const AT_ONCE = 2000

/**
 * Rebuilds the folded texts and the index over them where they were made by another folding.
 * @returns whether anything was rebuilt
 */
export function refold(db: Driver): boolean {
  if (setting(db, 'fold_version') === FOLDING) return false
  db.transaction(() => {
    let last = Number.MIN_SAFE_INTEGER
    for (;;) {
      const ids = db.all<{ id: number }>('SELECT id FROM record WHERE id > ? ORDER BY id LIMIT ?', last, AT_ONCE)
      for (const { id } of ids) {
        const versions = db.all<{ text: string }>(VERSION_TEXTS, id)
        const text = versions.map((version) => fold(version.text)).join('\n')
        db.run('INSERT INTO body VALUES (?, ?) ON CONFLICT DO UPDATE SET text = excluded.text', id, text)
      }
      last = ids.at(-1)?.id ?? last
      if (ids.length < AT_ONCE) break
    }
    db.exec("INSERT INTO found (found) VALUES ('rebuild')")
    saveSetting(db, 'fold_version', FOLDING)
  })
  return true
}
