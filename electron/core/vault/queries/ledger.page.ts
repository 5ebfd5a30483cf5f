import { ledgerPage } from '../../../../shared/contract/ledger.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { answer } from '../handler.ts'
import { digestOf } from '../hex.ts'
import { ledgerEntries } from '../ledger/ledger.ts'

export default answer(ledgerPage, ({ db }, { before, limit }) =>
  ledgerEntries(db, before, limit).map((row) => ({
    seq: row.seq,
    at: Instant.parse(row.at),
    kind: row.kind,
    hash: digestOf(row.hash),
    payload: row.payload === null ? null : JSON.parse(row.payload),
  })),
)
