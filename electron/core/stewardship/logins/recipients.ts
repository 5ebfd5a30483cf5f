// To whom log-ins are sealed.
import type { Recipient } from '../../../../shared/domain/account/login.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { loginOfficers } from '../../vault/repository/account/login.ts'
import { refusedStewardship } from '../refuse.ts'

/** The keys of the two officers. @throws MunimentError STEWARDSHIP_REFUSED where none are named */
export function recipientsOf(db: Driver): readonly Recipient[] {
  const officers = loginOfficers(db)
  if (officers.length === 2) return officers.map(({ recipient }) => recipient)
  throw refusedStewardship('Nobody is named to whom log-ins are sealed. Name two officers first.')
}
