// What an entry of the log may not say.
import type { Removal } from '../../../../shared/domain/office/removal.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { momentOf } from '../../../../shared/domain/written-moment.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { stewardEntry } from '../../vault/repository/office/steward.ts'
import { refusedStewardship } from '../refuse.ts'

/**
 * Refuses times that cannot be, and a guideline that is not in the papers of the vault.
 * @throws MunimentError STEWARDSHIP_REFUSED
 */
export function refuseWording({ db, folder, now }: Pick<WriteContext, 'db' | 'folder' | 'now'>, said: Removal): void {
  const { zone } = readVaultFile(folder)
  const { posted, shownUntil, removed, guideline } = said
  const today = localDate(now, zone)
  const here = momentOf(now, zone)
  for (const moment of [posted, shownUntil, removed]) {
    if (moment !== null && (moment.slice(0, 10) > today || (moment.length > 10 && moment > here)))
      throw refusedStewardship(`${moment} has not come yet.`)
  }
  if (comesBefore(removed, posted)) throw refusedStewardship('It cannot have been removed before it was posted.')
  if (comesBefore(removed, shownUntil)) throw refusedStewardship('It cannot have been seen after it was removed.')
  if (said.exception !== null && said.kind !== 'booking-photo')
    throw refusedStewardship('The exceptions of Pen. Code 13665 are those of booking photos.')
  if (guideline === null) return
  const paper = stewardEntry(db, 'paper', guideline.paper)
  if (paper === null || paper.wordings < guideline.version)
    throw refusedStewardship(
      `The papers of this vault have no document ${guideline.paper} in version ${guideline.version}.`,
    )
}

/** A day without a time may be any moment of it. */
function comesBefore(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}
