// What was made of files for their review: documents as pages, recordings without what is redacted.
import { z } from 'zod'
import { type Digest, PersonId } from '../../../../../shared/domain/id.ts'
import { MediaRole } from '../../../../../shared/domain/record/record.ts'
import { PageWords, sortOf } from '../../../../../shared/domain/review/file-page.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes, digestOf } from '../../hex.ts'

export interface FilePage {
  readonly page: number
  readonly picture: Digest
  readonly words: readonly PageWords[]
}

export interface MadeFile {
  readonly made: Digest
  readonly kind: 'paper' | 'edit'
  readonly how: string
  readonly at: Instant
  readonly by: PersonId | null
}

const Words = z.array(PageWords)

/** The pages of a document in their order; none where none were made. */
export function filePages(db: Driver, original: Digest): FilePage[] {
  const rows = db.all<{ page: number; picture: Uint8Array; words: string }>(
    'SELECT page, picture, words FROM file_page WHERE original = ? ORDER BY page',
    digestBytes(original),
  )
  return rows.map(({ page, picture, words }) => ({
    page,
    picture: digestOf(picture),
    words: Words.parse(JSON.parse(words)),
  }))
}

/** How many pages of a document were made. */
export function pageCount(db: Driver, original: Digest): number {
  const row = db.get<{ n: number }>('SELECT count(*) AS n FROM file_page WHERE original = ?', digestBytes(original))
  return row?.n ?? 0
}

/** Writes the pages of a document down in place of those that were made before. */
export function savePages(db: Driver, original: Digest, pages: readonly FilePage[]): void {
  const of = digestBytes(original)
  db.run('DELETE FROM file_page WHERE original = ?', of)
  for (const { page, picture, words } of pages)
    db.run('INSERT INTO file_page VALUES (?, ?, ?, ?)', of, page, digestBytes(picture), JSON.stringify(words))
}

/** Writes down what was made of a file. The same made again stays as it is. */
export function saveMade(db: Driver, original: Digest, { made, kind, how, at, by }: MadeFile): void {
  db.run(
    `INSERT INTO made_file (original, made, kind, how, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    ...[digestBytes(original), digestBytes(made), kind, how, at, by],
  )
}

/** What was made of a file, the newest first. */
export function madeOf(db: Driver, original: Digest): MadeFile[] {
  const rows = db.all<{ made: Uint8Array; kind: 'paper' | 'edit'; how: string; at: number; by: string | null }>(
    'SELECT made, kind, how, made_at AS at, made_by AS "by" FROM made_file WHERE original = ? ORDER BY id DESC',
    digestBytes(original),
  )
  return rows.map(({ made, kind, how, at, by }) => ({
    ...{ made: digestOf(made), kind, how, at: Instant.parse(at) },
    by: by === null ? null : PersonId.parse(by),
  }))
}

/** Whether any record names a file. */
export function isMedia(db: Driver, digest: Digest): boolean {
  return db.get('SELECT 1 FROM media WHERE object_digest = ?', digestBytes(digest)) !== undefined
}

/** Whether a record has a document that the vault holds. */
export function hasDocuments(db: Driver, record: number): boolean {
  const rows = db.all<{ role: string; mime: string }>(
    'SELECT role, mime FROM media JOIN object ON object.digest = object_digest WHERE record_id = ?',
    record,
  )
  return rows.some(({ role, mime }) => sortOf({ role: MediaRole.parse(role), mime }) === 'document')
}
