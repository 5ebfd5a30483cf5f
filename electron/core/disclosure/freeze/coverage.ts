// What a production was searched in and, as plainly, what it was not.

import type { Account } from '../../../../shared/domain/account/account.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Accession } from '../../../../shared/domain/intake/accession.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { platformName } from '../../../../shared/text/names.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { ownIdsOf } from '../../vault/record/own-ids.ts'
import { reconciliationOf } from '../../vault/repository/intake/accession.ts'
import { memberUses } from '../../vault/repository/packet/production.ts'
import type { FrozenAccount, SearchedExport } from '../document.ts'

export interface Coverage {
  /** The register, with what the exports call each account. */
  readonly accounts: readonly FrozenAccount[]
  readonly exports: readonly SearchedExport[]
  readonly notSearched: readonly string[]
  readonly neverExported: readonly string[]
}

type Scope = Pick<PublicRequest, 'accounts' | 'to'>

/**
 * What a search of a request covers.
 * @param register every account; @param accessions everything received
 * @param frozenOn the City's day on which the production is frozen
 */
export function coverageOf(
  db: Driver,
  scope: Scope,
  register: readonly Account[],
  accessions: readonly Accession[],
  frozenOn: string,
  zone: string,
): Coverage {
  const accounts = register.map((account) => frozenAccount(db, account, accessions))
  const asked = accounts.filter(({ id }) => scope.accounts.length === 0 || scope.accounts.includes(id))
  const ofAccount = (id: number) => accessions.filter(({ account }) => account === id).toSorted((a, b) => a.id - b.id)
  const notSearched: string[] = []
  const exports: SearchedExport[] = []
  const never = new Set<string>()
  const uses = { media: 0, unread: 0, quarantined: 0 }
  for (const account of asked) {
    const complete = ofAccount(account.id).filter(({ state }) => state === 'complete')
    notSearched.push(...reach(account, complete, scope.to ?? frozenOn, zone))
    notSearched.push(...incomplete(account, ofAccount(account.id), zone))
    for (const accession of complete) {
      exports.push(toExport(accession))
      if (accession.unexplained > 0) notSearched.push(unexplained(account, accession, zone))
      const counts = memberUses(db, accession.id)
      uses.media += counts.get('media') ?? 0
      uses.unread += (counts.get('unread') ?? 0) + (counts.get('unknown') ?? 0)
      uses.quarantined += counts.get('quarantined') ?? 0
      for (const sentence of reconciliationOf(db, accession.id)?.neverExported ?? []) never.add(sentence)
    }
  }
  if (uses.media > 0) {
    notSearched.push(
      `Words were looked for in what was written. ${amount(uses.media, 'picture, video or other media file', 'pictures, videos and other media files')} of these exports ${uses.media === 1 ? 'was' : 'were'} not searched for what they show or say; those that belong to a record found are in this packet.`,
    )
  }
  if (uses.unread > 0) {
    notSearched.push(
      `${amount(uses.unread, 'file')} of these exports ${uses.unread === 1 ? 'is' : 'are'} kept as received and ${uses.unread === 1 ? 'was' : 'were'} not read (settings, advertising data, the platform’s own pages and the like).`,
    )
  }
  if (uses.quarantined > 0) {
    notSearched.push(
      `${amount(uses.quarantined, 'file')} of these exports could not be read safely and ${uses.quarantined === 1 ? 'was' : 'were'} not searched.`,
    )
  }
  return { accounts, exports, notSearched, neverExported: [...never] }
}

/** An account as documents name it. */
export function frozenAccount(db: Driver, account: Account, accessions: readonly Accession[]): FrozenAccount {
  const { id, platform, handle, name, department } = account
  return { id, platform, handle, name, department, ownIds: ownIdsOf(db, account, accessions) }
}

function reach(account: FrozenAccount, complete: readonly Accession[], to: string, zone: string): string[] {
  if (complete.length === 0)
    return [`${nameOf(account)}: no export of this account has been imported. Nothing of it was searched.`]
  const made = Math.max(...complete.map(({ generatedAt, receivedAt }) => generatedAt ?? receivedAt))
  const day = localDate(Instant.parse(made), zone)
  if (day > to) return []
  return [
    `${nameOf(account)}: the newest export is of ${readableDay(day)}. What was published or received after it was made is not in it.`,
  ]
}

function incomplete(account: FrozenAccount, accessions: readonly Accession[], zone: string): string[] {
  return accessions.flatMap(({ state, receivedAt }) => {
    const day = readableDay(localDate(receivedAt, zone))
    if (state === 'receiving' || state === 'undoing')
      return [`${nameOf(account)}: an import begun on ${day} was not complete. What only it holds was left out.`]
    return state === 'undone' ? [`${nameOf(account)}: an import of ${day} was undone and was not searched.`] : []
  })
}

function unexplained(account: FrozenAccount, accession: Accession, zone: string): string {
  const day = readableDay(localDate(accession.receivedAt, zone))
  return `${nameOf(account)}: the reconciliation of the import of ${day} shows ${amount(accession.unexplained, 'unexplained difference')}: the export claims items that were not read, or holds more than it claims.`
}

function nameOf({ handle, platform }: FrozenAccount): string {
  return `@${handle} (${platformName(platform)})`
}

function toExport(accession: Accession): SearchedExport {
  const { id, account, receivedAt, generatedAt, records, root, packages } = accession
  return {
    accession: id,
    account,
    receivedAt,
    generatedAt,
    records,
    root,
    packages: packages.map(({ name, size, digest }) => ({ name, size, digest })),
  }
}
