// How the register of people changed: each change keeps what stood before it, so that a signature's title can be told years later.
import type { PersonId } from '../../../../../shared/domain/id.ts'
import { type Person, PersonChange } from '../../../../../shared/domain/people/person.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

type Kind = Exclude<PersonChange['kind'], 'added'>

interface Stamp {
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
}

/** Keeps what a person is now, then gives them what `after` says. */
export function changePerson(db: Driver, kind: Kind, after: Person, { reason, at, by }: Stamp): void {
  db.run(
    `INSERT INTO person_change (person_id, kind, name_before, title_before, role_before, reason, changed_at, changed_by)
     SELECT id, ?, name, title, role, ?, ?, ? FROM person WHERE id = ?`,
    kind,
    reason,
    at,
    by,
    after.id,
  )
  db.run('UPDATE person SET name = ?, title = ?, role = ? WHERE id = ?', after.name, after.title, after.role, after.id)
}

interface Row {
  readonly person: string
  readonly kind: string
  readonly at: number
  readonly by: string | null
  readonly reason: string
  readonly name: string
  readonly title: string
  readonly role: string
}

/** Every change, the newest first; that somebody was added is the first of theirs. */
export function personChanges(db: Driver): PersonChange[] {
  // What a person was after a change is what stood before the next one, or stands now.
  return db
    .all<Row>(
      `WITH step AS (
         SELECT person_id, id, kind, changed_at, changed_by, reason, name_before, title_before, role_before FROM person_change
         UNION ALL SELECT id, 0, 'added', added_at, NULL, '', NULL, NULL, NULL FROM person)
       SELECT step.person_id AS person, step.kind, step.changed_at AS at, actor.name AS "by", step.reason,
         coalesce(lead(step.name_before) OVER theirs, person.name) AS name,
         coalesce(lead(step.title_before) OVER theirs, person.title) AS title,
         coalesce(lead(step.role_before) OVER theirs, person.role) AS role
       FROM step JOIN person ON person.id = step.person_id LEFT JOIN person AS actor ON actor.id = step.changed_by
       WINDOW theirs AS (PARTITION BY step.person_id ORDER BY step.id)
       ORDER BY at DESC, step.id DESC`,
    )
    .map((row) => PersonChange.parse(row))
}
