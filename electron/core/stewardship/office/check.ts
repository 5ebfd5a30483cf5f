// What an entry of the registers may not say.
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { AccountId, RecordId } from '../../../../shared/domain/id.ts'
import type { OfficeSaid } from '../../../../shared/domain/office/office.ts'
import { type LocalDate, localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { refusedStewardship } from '../refuse.ts'

/**
 * Refuses days that have not come, entries about nothing, and words that look like a password.
 * @throws MunimentError STEWARDSHIP_REFUSED
 */
export function refuseOffice(
  { folder, now }: Pick<WriteContext, 'folder' | 'now'>,
  said: OfficeSaid,
  about: { readonly account: AccountId | null; readonly record: RecordId | null },
): void {
  const today = localDate(now, readVaultFile(folder).zone)
  if (said.kind === 'change') refuseFuture(said.happenedOn, today)
  if (said.kind === 'flag' && about.record === null) throw refusedStewardship('A flag is on a record: say which.')
  if (said.kind === 'custody' && about.account === null) throw refusedStewardship('Say which account was held.')
  if (said.kind === 'custody' && said.until !== null && said.until < said.from)
    throw refusedStewardship('It cannot have ended before it began.')
  const words = wordsOf(said)
  if (/\b(?:password|passcode|passphrase|contraseña|pin)\s*(?:is|:|=)\s*\S/i.test(words))
    throw refusedStewardship(
      'This looks like a password. Never write one here: the vault is copied into backups. Put it into the list of log-ins.',
    )
}

function refuseFuture(day: LocalDate, today: LocalDate): void {
  if (day > today) throw refusedStewardship(`${readableDay(day)} has not come yet.`)
}

function wordsOf(said: OfficeSaid): string {
  if (said.kind === 'departure') return said.items.map(({ label, to }) => `${label} ${to}`).join('\n')
  return said.kind === 'paper' || said.kind === 'election' ? '' : said.words
}
