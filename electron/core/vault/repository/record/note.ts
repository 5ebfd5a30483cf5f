// Notes by what they are on; every wording is kept.
import type { PersonId } from '../../../../../shared/domain/id.ts'
import { Note, type Subject } from '../../../../../shared/domain/record/note.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Begins a note. Returns its number; it says nothing yet. */
export function insertNote(db: Driver, { kind, id }: Subject): number {
  return db.run('INSERT INTO note (subject_kind, subject_id) VALUES (?, ?)', kind, id).id
}

/** Writes another wording of a note; null takes it back. */
export function insertWording(db: Driver, note: number, text: string | null, at: Instant, by: PersonId | null): void {
  db.run('INSERT INTO note_wording (note_id, text, written_at, written_by) VALUES (?, ?, ?, ?)', note, text, at, by)
}

/** What a note is on and says; null where there is none of that number. */
export function findNote(db: Driver, note: number): (Subject & { readonly text: string | null }) | null {
  const sql = `SELECT subject_kind AS kind, subject_id AS id, text FROM note JOIN note_wording ON note_id = note.id
    WHERE note.id = ? ORDER BY note_wording.id DESC LIMIT 1`
  return db.get<Subject & { readonly text: string | null }>(sql, note) ?? null
}

/** The notes on a subject with their wordings, newest first. */
export function notesOn(db: Driver, { kind, id }: Subject): Note[] {
  const rows = db.all<{ note: number; text: string | null; at: number; by: string | null }>(
    `SELECT note.id AS note, text, written_at AS at, written_by AS "by" FROM note JOIN note_wording ON note_id = note.id
     WHERE subject_kind = ? AND subject_id = ? ORDER BY note.id DESC, note_wording.id DESC`,
    kind,
    id,
  )
  const notes = Map.groupBy(rows, ({ note }) => note)
  return [...notes].map(([note, wordings]) =>
    Note.parse({ id: note, wordings: wordings.map(({ text, at, by }) => ({ text, at, by })) }),
  )
}

/** How many notes and files stand on each subject of a kind. */
export function countsOn(db: Driver, kind: Subject['kind']): { id: string; notes: number; attachments: number }[] {
  return db.all(
    `SELECT id, sum(note) AS notes, sum(1 - note) AS attachments FROM (
       SELECT subject_id AS id, 1 AS note FROM note WHERE subject_kind = ?
         AND (SELECT text FROM note_wording WHERE note_id = note.id ORDER BY id DESC LIMIT 1) IS NOT NULL
       UNION ALL SELECT subject_id, 0 FROM attachment WHERE subject_kind = ? AND taken_back_at IS NULL
     ) GROUP BY id`,
    kind,
    kind,
  )
}

const SUBJECTS: Readonly<Record<Subject['kind'], string>> = {
  hold: 'SELECT 1 FROM hold WHERE CAST(id AS TEXT) = ?',
  request: 'SELECT 1 FROM request WHERE id = ?',
  message: 'SELECT 1 FROM request_message WHERE CAST(id AS TEXT) = ?',
  plan: 'SELECT 1 FROM plan WHERE CAST(id AS TEXT) = ?',
  account: 'SELECT 1 FROM account WHERE CAST(id AS TEXT) = ?',
  entry: 'SELECT 1 FROM steward_entry WHERE CAST(id AS TEXT) = ?',
}

/** Whether the vault knows a subject. */
export function hasSubject(db: Driver, { kind, id }: Subject): boolean {
  return db.get(SUBJECTS[kind], id) !== undefined
}
