// The attorney confirms a rule or takes that back; which deadlines move is told.
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { WriteContext } from '../vault/handler.ts'
import { digestOf } from '../vault/hex.ts'
import { insertConfirmation } from '../vault/repository/request/law.ts'
import { attorneyActing } from './attorney.ts'
import { cityCalendar } from './city-calendar.ts'
import { confirmedRules, wholeBook } from './confirmed-law.ts'
import { ruleDigest } from './law-book.ts'
import { movedDates } from './moved-dates.ts'

/** Does it. @throws MunimentError ATTORNEY_REQUIRED, INPUT_INVALID */
export function actOnRule(
  context: WriteContext,
  rule: string,
  kind: 'confirmed' | 'withdrawn',
  statement: string,
): { moved: MovedDate[] } {
  const { db, folder, now, note } = context
  const attorney = attorneyActing(context, kind === 'confirmed' ? 'confirms a rule' : 'takes a confirmation back')
  const before = cityCalendar(db, folder)
  const found = wholeBook(db, before.city).find(({ id }) => id === rule)
  if (found === undefined) throw new MunimentError('INPUT_INVALID', `There is no rule “${rule}”. Nothing was changed.`)
  if (confirmedRules(db, before.city).has(rule) === (kind === 'confirmed')) {
    const sentence = `“${found.title}” (${found.citation}) is ${kind === 'confirmed' ? 'confirmed already' : 'not confirmed'}. Nothing was changed.`
    throw new MunimentError('INPUT_INVALID', sentence)
  }
  const digest = ruleDigest(found)
  insertConfirmation(db, { rule, digest, kind, statement }, now, attorney.id)
  const moved = movedDates(db, before, cityCalendar(db, folder))
  note({ rule, digest: digestOf(digest), kind, moved: moved.length })
  return { moved }
}
