// A draft opened for building: settled as a production is, and never written down.
import { join } from 'node:path'
import { DRAFT } from '../../../../shared/text/marking.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { openScratch } from '../../vault/catalog/open.ts'
import { digestOf } from '../../vault/hex.ts'
import { ledgerHead } from '../../vault/ledger/ledger.ts'
import { beginDraft } from '../../vault/repository/packet/draft-production.ts'
import { insertProduction, insertProductionItem } from '../../vault/repository/packet/production.ts'
import type { Freeze } from '../batches/packet.freeze.ts'
import { findObject, looseObject } from '../object-bytes.ts'
import { openProduction, type Packet } from '../packet/packet.ts'

/** Under which number the draft stands in its own tables; nobody sees it. */
const NUMBER = 1
const SALT = 16

/** A draft, and the connection that alone knows it. Whoever opens it closes that. */
export interface OpenDraft {
  readonly packet: Packet
  readonly db: Driver
}

/** Opens a draft of what was settled. @param into the folder in which its own files lie */
export function openDraft(folder: string, settled: Freeze, into: string): OpenDraft {
  const db = openScratch(join(folder, 'catalog.sqlite'))
  try {
    beginDraft(db)
    insertProduction(db, { ...settled, id: NUMBER, ledgerHead: ledgerHead(db).hash })
    for (const [position, record] of settled.records.entries())
      insertProductionItem(db, NUMBER, {
        position,
        record,
        number: settled.numbers[position] ?? 1,
        label: `${DRAFT}-${String(position + 1).padStart(6, '0')}`,
        salt: settled.salts.subarray(position * SALT, (position + 1) * SALT),
        decision: settled.decisions?.[position] ?? null,
      })
    const made = new Map(settled.objects.map((object) => [digestOf(object.digest), looseObject(into, object)]))
    const find: Packet['find'] = (own, within, digest) => made.get(digest) ?? findObject(own, within, digest)
    return { packet: { ...openProduction(db, NUMBER), find }, db }
  } catch (error) {
    db.close()
    throw error
  }
}
