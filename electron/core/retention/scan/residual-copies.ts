// Known copies that Muniment cannot reach, for the custodian: each is somebody's to see to.
import type { Found } from '../../../../shared/domain/destruction.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { copiesOutside, productionsHolding, stillLive } from '../../vault/repository/residual.ts'

const KINDS: Readonly<Record<string, string>> = {
  backup: 'backups of the vault',
  'reading-copy': 'copies of the vault for reading',
  'retired-vault': 'vaults that were moved away from',
  packet: 'packets that were saved',
  'record-list': 'lists of records',
  record: 'printed records',
  list: 'lists',
  letter: 'letters',
  attachment: 'attachments that were saved',
  opening: 'openings of packets',
  capture: 'captures that were saved',
  'review-copy': 'encrypted review copies',
  'purge-report': 'purge reports',
  reconciliation: 'reconciliations',
  handover: 'hand-over lists',
}

/** The copies, in sentences. */
export function residualCopies(db: Driver, destruction: number): Found[] {
  return [
    ...productionsHolding(db, destruction).map(({ id, request, records }) => ({
      place: `production ${id}`,
      sentence: `The packet of request ${request} is a copy of ${amount(records, 'destroyed record')}; the City keeps it, and whoever received it may.`,
    })),
    ...copiesOutside(db).map(({ kind, copies }) => ({
      place: 'outside the vault',
      sentence: `${KINDS[kind] ?? kind}: ${amount(copies, 'copy', 'copies')} registered in the ledger, which may hold destroyed records.`,
    })),
    ...stillLive(db, destruction).map(({ account, records }) => ({
      place: account,
      sentence: `${amount(records, 'record')} stood on the platform when it was last seen. The platform’s own copy is not the City’s to certify.`,
    })),
    {
      place: 'other desks',
      sentence:
        'What another desk has on its screen goes with its window; its workspace holds numbers of records, no words.',
    },
  ]
}
