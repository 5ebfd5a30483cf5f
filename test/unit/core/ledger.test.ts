// The ledger names its first broken entry, survives the erasure of what it committed to, and tells nobody what was destroyed.
import { describe, expect, it } from 'vitest'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { appendEntry, checkLedger, ledgerHead } from '../../../electron/core/vault/ledger/ledger.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { digest, memoryCatalog } from '../../support/catalog.ts'

function ledgerOf(entries: number): Driver {
  const db = memoryCatalog(1)
  for (let seq = 1; seq <= entries; seq += 1) {
    const salt = digest(`salt ${seq}`).subarray(0, 16)
    appendEntry(db, { at: Instant.parse(seq * 1000), kind: 'hold.place', payload: { hold: seq }, salt })
  }
  return db
}

/** Changes a row that triggers protect, as somebody with another tool could. */
function tamper(db: Driver, sql: string): void {
  db.exec('DROP TRIGGER ledger_keeps; DROP TRIGGER ledger_stays')
  db.exec(sql)
}

describe('the ledger', () => {
  it('follows from its first entry to its last', () => {
    expect(checkLedger(ledgerOf(5))).toEqual({ entries: 5, broken: null })
    expect(ledgerHead(ledgerOf(0)).hash).toEqual(new Uint8Array(32))
  })

  it.each([
    ['a changed kind', "UPDATE ledger SET kind = 'hold.release' WHERE seq = 3", 3],
    ['a changed time', 'UPDATE ledger SET at = at + 1 WHERE seq = 2', 2],
    ['a changed payload', "UPDATE ledger_payload SET payload = '{}' WHERE seq = 4", 4],
    ['a missing entry', 'DELETE FROM ledger_payload WHERE seq = 2; DELETE FROM ledger WHERE seq = 2', 3],
    ['a changed hash', 'UPDATE ledger SET hash = zeroblob(32) WHERE seq = 1', 1],
  ])('names the first broken entry after %s', (_, sql, broken) => {
    const db = ledgerOf(5)
    tamper(db, sql)
    expect(checkLedger(db).broken).toBe(broken)
  })

  it('still follows when what an entry committed to is erased', () => {
    const db = ledgerOf(5)
    db.exec('DELETE FROM ledger_payload WHERE seq IN (2, 3)')
    expect(checkLedger(db)).toEqual({ entries: 5, broken: null })
  })

  it('refuses to be changed or shortened', () => {
    const db = ledgerOf(2)
    expect(() => db.exec('UPDATE ledger SET at = 0')).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM ledger')).toThrow(/append-only/)
  })
})
