// What the register of credentials said of an account becomes who answers for its log-in; nothing that was written is lost.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeEntries } from '../../../electron/core/stewardship/office/entries.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import { loginDuties } from '../../../electron/core/vault/repository/account/login.ts'
import { memoryCatalog } from '../../support/catalog.ts'

const MIGRATION = '../../../electron/core/vault/catalog/migrations/20261201T030000_one_register_of_log_ins.sql'
const AT = Date.UTC(2026, 8, 1, 20)
let db: Driver

/** An entry as it was before, with its wordings and acts. */
function entry(account: number | null, wordings: readonly object[], acts: readonly string[] = []): void {
  const sql = "INSERT INTO steward_entry (kind, account_id, of_record, opened_at) VALUES ('credential', ?, 0, ?)"
  const { id } = db.run(sql, account, AT)
  for (const said of wordings) {
    const text = JSON.stringify({
      kind: 'credential',
      recoveryContact: '',
      twoFactorHolder: '',
      rotatedOn: null,
      ...said,
    })
    db.run('INSERT INTO steward_wording (entry_id, said, written_at) VALUES (?, ?, ?)', id, text, AT)
  }
  for (const act of acts) {
    db.run(
      "INSERT INTO steward_act (entry_id, act, on_day, doer, words, at) VALUES (?, ?, '2026-09-02', 'X', '', ?)",
      id,
      act,
      AT,
    )
  }
}

beforeAll(() => {
  db = memoryCatalog(0)
  for (const id of [2, 3]) db.run("INSERT INTO account VALUES (?, 'x', ?, NULL, '', '', '', 0)", id, `AlderBay${id}`)
  const said = { label: 'X of the City', owner: 'R. Adler', elsewhere: 'In the safe' }
  entry(
    1,
    [
      { ...said, owner: 'N. Abara', rotateEvery: 30 },
      { ...said, twoFactorHolder: 'D. Ruiz', rotateEvery: 90 },
    ],
    ['rotated'],
  )
  entry(2, [{ ...said, rotateEvery: null }], ['rotated', 'retired'])
  entry(null, [{ ...said, label: 'The scheduler', rotatedOn: '2026-07-04', rotateEvery: 5 }])
  db.exec(readFileSync(resolve(import.meta.dirname, MIGRATION), 'utf8'))
})
afterAll(() => db.close())

test('the newest wording that stands becomes the duty; one that was retired does not', () => {
  expect([...loginDuties(db)]).toEqual([
    [1, { owner: 'R. Adler', recovery: '', secondFactor: 'D. Ruiz', rotateMonths: 3 }],
  ])
})

test('every entry and every wording is there still, as custody, and reads', () => {
  const entries = officeEntries(db, ['custody'])
  expect(entries.map(({ account, said, wordings, stands }) => [account, said, wordings, stands])).toEqual([
    [null, { ...custody('2026-07-04'), words: 'Credential: The scheduler. In the safe' }, 1, true],
    [2, custody('2026-09-01'), 1, false],
    [1, custody('2026-09-01'), 2, true],
  ])
  expect(db.get("SELECT count(*) AS n FROM steward_entry WHERE kind = 'credential'")).toEqual({ n: 0 })
})

function custody(from: string) {
  const words = 'Credential: X of the City. In the safe'
  return { kind: 'custody', role: 'administrator', holder: 'R. Adler', from, until: null, words }
}
