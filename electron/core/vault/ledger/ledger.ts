// The append-only log: a hash chain of salted commitments; what was committed stands in an erasable table beside it.
import { createHash } from 'node:crypto'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

export interface LedgerRow {
  readonly seq: number
  readonly at: number
  readonly kind: string
  readonly commitment: Uint8Array
  readonly hash: Uint8Array
}

const GENESIS = new Uint8Array(32)

/** H(salt ‖ payload): shows that a payload belongs to an entry, and nothing once the salt is gone. */
function commit(salt: Uint8Array, payload: string): Uint8Array {
  return createHash('sha256').update(salt).update(payload).digest()
}

/** H(previous ‖ seq ‖ at ‖ kind ‖ commitment), numbers as decimal text followed by a line feed. */
function chain(previous: Uint8Array, row: Omit<LedgerRow, 'hash'>): Uint8Array {
  return createHash('sha256')
    .update(previous)
    .update(`${row.seq}\n${row.at}\n${row.kind}\n`)
    .update(row.commitment)
    .digest()
}

/** The newest entry's hash, or 32 zero bytes before the first. */
export function ledgerHead(db: Driver): { readonly seq: number; readonly hash: Uint8Array; readonly at: number } {
  const row = db.get<LedgerRow>('SELECT seq, at, kind, commitment, hash FROM ledger ORDER BY seq DESC LIMIT 1')
  return row ?? { seq: 0, hash: GENESIS, at: 0 }
}

/** Appends an entry inside the transaction of what it tells of. */
export function appendEntry(
  db: Driver,
  entry: { readonly at: Instant; readonly kind: string; readonly payload: unknown; readonly salt: Uint8Array },
): void {
  const head = ledgerHead(db)
  const payload = JSON.stringify(entry.payload)
  const row = { seq: head.seq + 1, at: entry.at, kind: entry.kind, commitment: commit(entry.salt, payload) }
  db.run('INSERT INTO ledger VALUES (?, ?, ?, ?, ?)', row.seq, row.at, row.kind, row.commitment, chain(head.hash, row))
  db.run('INSERT INTO ledger_payload VALUES (?, ?, ?)', row.seq, entry.salt, payload)
}

/** Entries with what they committed to, newest first. */
export function ledgerEntries(
  db: Driver,
  before: number | null,
  limit: number,
): readonly (LedgerRow & { readonly payload: string | null })[] {
  return db.all(
    `SELECT ledger.seq, at, kind, commitment, hash, payload FROM ledger LEFT JOIN ledger_payload USING (seq)
     WHERE ledger.seq < ? ORDER BY ledger.seq DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  )
}

/** Puts the newest entry of one ledger behind those of another that has all the earlier ones: both then have the same head. */
export function copyNewestEntry(from: Driver, to: Driver): void {
  const entry = from.get<LedgerRow & { salt: Uint8Array; payload: string }>(
    `SELECT ledger.seq, at, kind, commitment, hash, salt, payload FROM ledger JOIN ledger_payload USING (seq) ORDER BY ledger.seq DESC LIMIT 1`,
  )
  if (entry === undefined || entry.seq !== ledgerHead(to).seq + 1) throw new Error('the ledgers are not of one vault')
  to.run('INSERT INTO ledger VALUES (?, ?, ?, ?, ?)', entry.seq, entry.at, entry.kind, entry.commitment, entry.hash)
  to.run('INSERT INTO ledger_payload VALUES (?, ?, ?)', entry.seq, entry.salt, entry.payload)
}

/**
 * Reads the chain from its beginning.
 * @returns the number of entries and the first that does not follow, or whose payload is not what it committed to
 */
export function checkLedger(db: Driver): { readonly entries: number; readonly broken: number | null } {
  let previous = GENESIS
  let expected = 1
  const rows = db.iterate<LedgerRow & { salt: Uint8Array | null; payload: string | null }>(
    'SELECT ledger.seq, at, kind, commitment, hash, salt, payload FROM ledger LEFT JOIN ledger_payload USING (seq) ORDER BY ledger.seq',
  )
  for (const row of rows) {
    const follows = row.seq === expected && Buffer.compare(chain(previous, row), row.hash) === 0
    const opens =
      row.salt === null || row.payload === null || Buffer.compare(commit(row.salt, row.payload), row.commitment) === 0
    if (!follows || !opens) return { entries: row.seq, broken: row.seq }
    previous = new Uint8Array(row.hash)
    expected += 1
  }
  return { entries: expected - 1, broken: null }
}
