// Whether an unfinished production still says what a new one would.
import type { Driver } from '../../vault/catalog/driver.ts'
import { listAccessions } from '../../vault/repository/accession.ts'
import { MUNIMENT_VERSION } from '../../vault/version.ts'
import type { Packet } from '../packet/packet.ts'
import { standingOf } from '../review/standing.ts'

/** Whether nothing was imported, undone or decided anew since it was frozen, by this version of Muniment. */
export function isCurrent(db: Driver, { document }: Packet): boolean {
  const { accounts } = document.request
  const complete = listAccessions(db)
    .filter(({ state, account }) => state === 'complete' && (accounts.length === 0 || accounts.includes(account)))
    .map(({ id }) => id)
  const frozen = document.exports.map(({ accession }) => accession)
  const same = new Set([...complete, ...frozen]).size === frozen.length && complete.length === frozen.length
  const { decisions, digest } = standingOf(db, document.request.id)
  const reviewed = (document.review?.decisions ?? null) === (decisions.size === 0 ? null : digest)
  return same && reviewed && document.muniment === MUNIMENT_VERSION
}
