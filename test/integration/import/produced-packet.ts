// A packet of a request that holds a few records, as the catalog and the vault's folder have it once it is built.

import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { putBytes } from '../../../electron/core/vault/objects/put-bytes.ts'
import { insertObject } from '../../../electron/core/vault/repository/object.ts'
import {
  insertProduction,
  insertProductionItem,
  saveIssue,
} from '../../../electron/core/vault/repository/packet/production.ts'
import { type RecordId, RequestId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'

/** Issues it, in February 2016 unless said. @returns its number */
export function producedPacket(
  vault: { readonly db: Driver; readonly folder: string },
  request: string,
  records: RecordId | readonly RecordId[],
  words: string,
  at = Instant.parse(Date.parse('2016-02-01T18:00:00Z')),
): string {
  const id =
    vault.db.get<{ id: number }>(
      'SELECT max(id) + 1 AS id FROM (SELECT max(last) AS id FROM given_number UNION ALL SELECT max(id) FROM production)',
    )?.id ?? 0
  const { digest, size } = putBytes(vault.folder, Buffer.from(`PK packet ${id} ${words}`))
  insertObject(vault.db, { digest, size, mime: 'application/zip', member: null }, at)
  const frozen = { request: RequestId.parse(request), frozenAt: at, preparedBy: null, searched: '', document: '{}' }
  insertProduction(vault.db, { ...frozen, id, ledgerHead: Buffer.alloc(32) })
  for (const [position, record] of [records].flat().entries()) {
    const item = { position, record, number: 1, label: `AB-${id}-${position}`, salt: Buffer.alloc(16) }
    insertProductionItem(vault.db, id, { ...item, decision: null })
  }
  saveIssue(vault.db, id, { digest, name: 'packet.zip', size }, { at, by: null })
  return String(id)
}
