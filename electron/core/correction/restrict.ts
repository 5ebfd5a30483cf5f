// What comes with restricting a record: its words leave the reports that show their beginning, its pictures whoever shows them.
import type { NewRestriction } from '../../../shared/domain/record/restriction.ts'
import type { WriteContext } from '../vault/handler.ts'
import { scrubSamples } from '../vault/record/destroy.ts'
import { placeRestriction } from '../vault/repository/record/restriction.ts'
import { revokeMedia } from './revoke-media.ts'

/** Restricts a record. @param act the act upon many that it is part of, or null @returns false where it stands so already */
export function restrict(context: WriteContext, record: number, placed: NewRestriction, act: number | null): boolean {
  const { db, now, actor } = context
  if (!placeRestriction(db, record, { ...placed, act, at: now, by: actor.person })) return false
  scrubSamples(db, [record])
  revokeMedia(context, record)
  return true
}
