// An account is given up only with what it was on its last day in the vault: its last export, and its last capture where it was ever captured.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refuseStep } from '../../../electron/core/stewardship/channel.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import type { NewStep } from '../../../electron/core/vault/repository/account/channel.ts'
import { AccountId } from '../../../shared/domain/id.ts'
import { Instant, LocalDate } from '../../../shared/domain/time.ts'
import { memoryCatalog } from '../../support/catalog.ts'

const ZONE = 'America/Los_Angeles'
const at = (moment: string) => Date.parse(moment)
const now = Instant.parse(at('2026-11-23T20:00:00Z'))
let db: Driver
beforeEach(() => {
  db = memoryCatalog(1)
  const exported = at('2026-11-21T20:00:00Z')
  db.run("UPDATE accession SET state = 'complete', received_at = ?, generated_at = ?", exported, exported)
})
afterEach(() => db.close())

const capture = (moment: string, outcome: string) =>
  db.run(
    `INSERT INTO capture (account_id, job_id, way, address, scope, started_at, outcome, sentence)
     VALUES (1, ?, 'feed', '', '{"address":"https://alderbay.example/feed","kinds":[],"from":null,"to":null,"depth":null}', ?, ?, '')`,
    ...[moment, at(moment), outcome],
  )
const giveUp = (more: Partial<NewStep> = {}) =>
  refuseStep(
    db,
    {
      ...{ account: AccountId.parse(1), state: 'dissolved', on: LocalDate.parse('2026-11-22'), by: 'K. Fell' },
      ...{ document: 'Memo 26-50', attachment: null, note: '', lastUsed: LocalDate.parse('2026-11-20') },
      ...{ withoutExport: '', ...more },
    },
    now,
    ZONE,
  )

test('an account that was never captured needs its export alone', () => {
  expect(() => giveUp()).not.toThrow()
  expect(() => giveUp({ lastUsed: LocalDate.parse('2026-11-21') })).toThrow('Import its last export first')
})

test('a captured account needs a whole capture of its last day, or the reason why there is none', () => {
  capture('2026-11-19T20:00:00Z', 'complete')
  expect(() => giveUp()).toThrow('the vault holds one of November 19, 2026; it was used until November 20, 2026')
  capture('2026-11-20T20:00:00Z', 'incomplete')
  expect(() => giveUp()).toThrow('Capture it once more first')
  expect(() => giveUp({ withoutExport: 'The platform closed it first' })).not.toThrow()
  capture('2026-11-20T21:00:00Z', 'complete')
  expect(() => giveUp()).not.toThrow()
})

test('one that was only tried has no whole capture', () => {
  capture('2026-11-20T20:00:00Z', 'refused')
  expect(() => giveUp()).toThrow('the vault holds no whole capture of it')
})
