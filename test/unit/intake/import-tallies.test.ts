// What an import can rely on that an earlier version of Muniment left half done: its counts are taken over when the vault is brought up to date.
import { expect, it } from 'vitest'
import { Checkpoint } from '../../../electron/core/intake/checkpoint.ts'
import { importState } from '../../../electron/core/intake/state.ts'
import { emptyTally, outcomesByRun } from '../../../electron/core/intake/tally.ts'
import { openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { migrations } from '../../../electron/core/vault/catalog/migrate.ts'
import { talliesOf } from '../../../electron/core/vault/repository/intake/import-tally.ts'
import { JobId } from '../../../shared/domain/id.ts'

const JOB = '00000000-0000-4000-8000-000000000001'
const old = {
  accession: 1,
  platform: 'x',
  firstMember: 1,
  stage: 'reading',
  mediaDone: 0,
  file: 3,
  position: 7,
  tallies: { 0: { ...emptyTally(), read: 5, stored: 5 }, 2: { ...emptyTally(), read: 9, same: 8, damaged: 'cut' } },
  findings: [],
  unlisted: {},
  merkle: { leaves: 14, peaks: ['aa'] },
  media: { named: 1, missing: 0 },
}

it('an import begun before goes on with what it had counted', () => {
  const db = openDriver(':memory:', { readonly: false })
  const last = migrations.findIndex(({ name }) => name.endsWith('import_tallies'))
  for (const { sql } of migrations.slice(0, last)) db.exec(sql)
  const job = `INSERT INTO job (id, kind, label, input, actor, state, stage, done, unit, checkpoint, seed, created_at)
    VALUES (?, 'intake.import', '', '{}', '{}', 'interrupted', '', 0, '', ?, zeroblob(32), 0)`
  db.run(job, JOB, JSON.stringify(old))
  db.run(job, 'ended', JSON.stringify({ ...old, accession: 2 }))
  db.run("INSERT INTO account VALUES (1, 'x', 'AlderBayCity', NULL, 'City of Alder Bay', '', '', 0)")
  const accession = `INSERT INTO accession (id, account_id, platform, layout, parser, received_at, state, job_id)
    VALUES (?, 1, 'x', 'current', 'x/1', 0, ?, ?)`
  db.run(accession, 1, 'receiving', JOB)
  db.run(accession, 2, 'complete', 'ended')
  for (const { sql } of migrations.slice(last)) db.exec(sql)

  const row = db.get<{ checkpoint: string }>('SELECT checkpoint FROM job WHERE id = ?', JOB)
  const { tallies, ...rest } = old
  expect(JSON.parse(row?.checkpoint ?? '')).toEqual(rest)
  const state = importState(Checkpoint.parse(rest), talliesOf(db, JobId.parse(JOB)))
  expect(Object.fromEntries(state.tallies)).toEqual(tallies)
  expect(state.read).toBe(14)
  expect(db.all("SELECT * FROM import_tally WHERE job_id = 'ended'")).toEqual([])
  db.close()
})

it('what became of the items of a batch is counted to the file of each', () => {
  const runs = [
    { file: 0, items: 2 },
    { file: 3, items: 1 },
  ]
  expect(outcomesByRun(runs, ['stored', 'same', 'merged'])).toEqual([
    { file: 0, outcomes: ['stored', 'same'] },
    { file: 3, outcomes: ['merged'] },
  ])
})
