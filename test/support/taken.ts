// Exports taken into a catalog in memory one after the other, for tests of where corrections and imports meet.
import type { RecordDraft } from '../../electron/core/intake/draft.ts'
import { record } from '../../electron/core/intake/kit/draft.ts'
import type { Driver } from '../../electron/core/vault/catalog/driver.ts'
import { type RecordColumns, recordColumns } from '../../electron/core/vault/record/merge-document.ts'
import { storeItems } from '../../electron/core/vault/record/store.ts'
import { Instant } from '../../shared/domain/time.ts'
import { type Post, payloadOf } from './catalog.ts'

/** When a test decides. */
export const at = Instant.parse(0)
/** What a test decides. */
export const decision = { reason: 'r', at, by: null }

/** Takes posts in, of an export made when it says (seconds since 1970); `other` holds for each of them. */
export function take(db: Driver, accession: number, made: number, posts: readonly Post[], other: object = {}) {
  db.run("UPDATE accession SET generated_at = ?, state = 'complete' WHERE id = ?", made * 1000, accession)
  const payload = payloadOf(accession, posts)
  const items = payload.items.map((item) => ({ ...item, ...other }))
  return db.transaction(() => storeItems(db, { ...payload, items }))
}
/** The record of a number or key. @throws Error where there is none */
export function only(db: Driver, id = '1'): RecordColumns {
  const row = db.get<{ id: number }>('SELECT id FROM record WHERE native_id = ?', id)
  const columns = row && recordColumns(db, row.id)
  if (!columns) throw new Error(`there is no record ${id}`)
  return columns
}

/** A post as a reader gives it, under a key of its moment. */
export function keyed(key: string): RecordDraft {
  const made = record({
    kind: 'post',
    author: 'AlderBayCity',
    text: '',
    content: {},
    time: { at: Date.UTC(2024, 0, 1, 8, 7), atSource: key, precision: 'second', sourceZone: 'UTC' },
  })
  if (made.type !== 'record') throw new Error('it is no record')
  return { ...made.draft, nativeId: key, stem: null }
}
