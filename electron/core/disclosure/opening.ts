// An opening as it is signed and as it is written: by whom, of what, against which packet.
import type { KeyId } from '../../../shared/contract/key.ts'
import type { ListedPerson } from '../../../shared/contract/people.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { COMMITMENTS } from '../../../shared/packet/manifest.ts'
import type { Opening } from '../../../shared/packet/opening.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { refusedKey } from '../vault/key/registering.ts'
import { findKey, type StoredKey } from '../vault/repository/account/person-key.ts'
import { positionOf } from '../vault/repository/packet/production-seal.ts'
import { refused } from './changing.ts'
import { openedFields } from './packet/opening.ts'
import { sealedProduction } from './sealed.ts'
import { sealedRoot } from './verify/sealed-root.ts'

interface Asked {
  readonly production: number
  readonly number: string
  readonly fields: readonly string[]
  readonly source: boolean
  readonly reason: string
}

/**
 * What an opening says, without a signature, and the record's place in the production.
 * @throws MunimentError REQUEST_REFUSED where the packet holds no such record or no commitments, or what it said was destroyed; VAULT_DAMAGED
 */
export async function drawnOpening(
  { db, folder }: { readonly db: Driver; readonly folder: string },
  { production: id, number, fields, source, reason }: Asked,
  attorney: Pick<ListedPerson, 'name' | 'title'>,
  at: Instant,
): Promise<{ readonly opening: Opening; readonly position: number }> {
  const packet = sealedProduction(db, id)
  const position = positionOf(db, id, number)
  if (position === null) throw refused(`Production ${id} holds no record ${number}. Nothing was opened.`)
  const root = packet.document.commitments ? await sealedRoot(db, folder, packet) : null
  if (root === null)
    throw refused(`The packet of production ${id} holds no ${COMMITMENTS}: nothing can be opened against it.`)
  const shown = openedFields(db, packet, position, fields, source)
  if (shown === null)
    throw refused(
      `What ${number} said is no longer in the vault: it was destroyed with its record. Nothing was opened.`,
    )
  const opening: Opening = {
    format: 'muniment-opening',
    formatVersion: 1,
    production: id,
    number,
    root,
    openedBy: { name: attorney.name, title: attorney.title },
    openedAt: new Date(at).toISOString(),
    reason,
    ...shown,
  }
  return { opening, position }
}

/** A confirmed key of the attorney. @throws MunimentError KEY_REFUSED */
export function attorneysKey(db: Driver, id: KeyId, attorney: Pick<ListedPerson, 'id' | 'name'>): StoredKey {
  const key = findKey(db, id)
  if (key === null || key.person !== attorney.id || key.endedAt !== null)
    throw refusedKey(`Key ${id} is none of ${attorney.name} that signs here. Nothing was opened.`)
  if (key.counts === 0)
    throw refusedKey(
      `Key ${id} is not confirmed: a second person has to compare it with ${attorney.name} first (Settings, Keys). Nothing was opened.`,
    )
  return key
}
