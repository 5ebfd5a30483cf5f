// Whether an unfinished production still says what a new one would.
import type { Driver } from '../../vault/catalog/driver.ts'
import { listAccessions } from '../../vault/repository/accession.ts'
import { MUNIMENT_VERSION } from '../../vault/version.ts'
import type { Packet } from '../packet/packet.ts'

/** Whether nothing was imported or undone in its accounts since it was frozen, by this version of Muniment. */
export function isCurrent(db: Driver, { document }: Packet): boolean {
  const { accounts } = document.request
  const complete = listAccessions(db)
    .filter(({ state, account }) => state === 'complete' && (accounts.length === 0 || accounts.includes(account)))
    .map(({ id }) => id)
  const frozen = document.exports.map(({ accession }) => accession)
  const same = new Set([...complete, ...frozen]).size === frozen.length && complete.length === frozen.length
  return same && document.muniment === MUNIMENT_VERSION
}
