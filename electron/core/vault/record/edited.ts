// When the platform itself says that a version was last edited.
import type { Driver } from '../catalog/driver.ts'

/** `at`: the latest moment that it may mean, ms since 1970 UTC, null where it cannot be read; `source`: as the details of the version say it. */
export interface Edited {
  readonly at: number | null
  readonly source: string
}

// Of two exports with the same words the later edit counts; a time that could not be read stays unknown until the same words are read.
const NOTE = `INSERT INTO version_edited VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, source = excluded.source
  WHERE (excluded.source = source AND excluded.at IS NOT at) OR (at IS NOT NULL AND (excluded.at IS NULL OR excluded.at > at))`

/** Takes note of it, for a version that may be known already. Returns whether that says more than was known. */
export function noteEdited(db: Driver, record: number, number: number, edited: Edited | null): boolean {
  return edited !== null && db.run(NOTE, record, number, edited.at, edited.source).changes > 0
}
