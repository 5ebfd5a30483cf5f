import { MunimentError } from '../../../../shared/contract/error.ts'
import { type FlagFound, officeFlags } from '../../../../shared/contract/office.ts'
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import { AccountId, RecordId } from '../../../../shared/domain/id.ts'
import { activityFindings } from '../../../../shared/domain/office/restricted-activity.ts'
import { Instant, localDate, startOfDay } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { firstIdOf } from '../../vault/record/record-id.ts'
import { ownPosts } from '../../vault/repository/office/steward-facts.ts'
import { electionCalendar } from '../office/elections.ts'

const EXCERPT = 200

export default answer(officeFlags, ({ db, folder, signal }, { from, to, limit }) => {
  if (to < from) throw new MunimentError('INPUT_INVALID', 'The period ends before it begins. Nothing was read.')
  const { zone } = readVaultFile(folder)
  const elections = electionCalendar(db)
  const found: FlagFound[] = []
  let read = 0
  const last = firstIdOf(startOfDay(addDays(to, 1), zone))
  for (const post of ownPosts(db, firstIdOf(startOfDay(from, zone)), last)) {
    signal.throwIfAborted()
    read += 1
    const at = post.at === null ? null : Instant.parse(post.at)
    for (const { rule, words, election } of activityFindings(
      post.text,
      at === null ? null : localDate(at, zone),
      elections,
    )) {
      if (found.length === limit) return { found, read, more: true, elections }
      const record = { record: RecordId.parse(post.id), account: AccountId.parse(post.account), at }
      found.push({ ...record, rule, found: words, election, words: post.text.slice(0, EXCERPT) })
    }
  }
  return { found, read, more: false, elections }
})
