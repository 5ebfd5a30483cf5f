// Every series of a record: the one that its classification gives, and those beside it.
import { z } from 'zod'
import type { SubjectRow } from '../../vault/repository/disposition/plan.ts'

/** Every series that a record is in, its own first. */
export function seriesOf({ series, beside }: Pick<SubjectRow, 'series' | 'beside'>): string[] {
  return [
    ...(series === null ? [] : [series]),
    ...(beside === null ? [] : z.array(z.string()).parse(JSON.parse(beside))),
  ]
}
