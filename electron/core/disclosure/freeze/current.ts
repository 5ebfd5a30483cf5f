// Whether an unfinished production still says what a new one would.
import { ACCESS_CHECKS } from '../../../../shared/domain/review/packet-set.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import { MUNIMENT_VERSION } from '../../vault/version.ts'
import { areAnswered } from '../checks/answered.ts'
import { knownRequest } from '../known-request.ts'
import type { Packet } from '../packet/packet.ts'
import { searchesOf } from '../responsive.ts'
import { standingOf } from '../review/standing.ts'
import { accountsIn } from '../searching/reach.ts'
import type { Asked } from './asked.ts'
import { letterFor } from './letter.ts'

/** Whether nothing was imported, undone, decided or signed anew since it was frozen, by this version of Muniment, and it is asked for in the same way. */
export function isCurrent(db: Driver, { document }: Packet, asked: Asked): boolean {
  const request = knownRequest(db, document.request.id)
  const searched = accountsIn(searchesOf(db, request), listAccounts(db)).map(({ id }) => id)
  const accounts = new Set<number>([...searched, ...document.exports.map(({ account }) => account)])
  const complete = listAccessions(db)
    .filter(({ state, account }) => state === 'complete' && accounts.has(account))
    .map(({ id }) => id)
  const frozen = document.exports.map(({ accession }) => accession)
  const same = new Set([...complete, ...frozen]).size === frozen.length && complete.length === frozen.length
  const { decisions, digest } = standingOf(db, document.request.id)
  const reviewed = (document.review?.decisions ?? null) === (decisions.size === 0 ? null : digest)
  const lettered = canonicalJson(letterFor(db, document.request.id)) === canonicalJson(document.letter)
  const { commitments, concordance, whole, instalment } = document
  const alike = canonicalJson({ commitments, concordance, whole, instalment }) === canonicalJson(asked)
  const claims = document.claims === areAnswered(db, document.request.id, ACCESS_CHECKS)
  return same && reviewed && lettered && alike && claims && document.muniment === MUNIMENT_VERSION
}
