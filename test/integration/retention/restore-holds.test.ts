// What holds in the later vault holds in the one that is restored: files of the office that a hold names, and what it covers by now.
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import recordMerge from '../../../electron/core/correction/commands/record.merge.ts'
import { restoreVault } from '../../../electron/core/restore-vault.ts'
import holdNarrow from '../../../electron/core/retention/commands/hold.narrow.ts'
import holdPlace from '../../../electron/core/retention/commands/hold.place.ts'
import officeFileHold from '../../../electron/core/retention/commands/office-file.hold.ts'
import scheduleImport from '../../../electron/core/retention/commands/schedule.import.ts'
import classifySearch from '../../../electron/core/retention/jobs/classify.search.ts'
import { copyCatalog, openReader } from '../../../electron/core/vault/catalog/open.ts'
import { standingHolds } from '../../../electron/core/vault/repository/disposition/hold.ts'
import { holdsNaming } from '../../../electron/core/vault/repository/disposition/office-series.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { closedRemovalEntry, paper, requestOf2016 } from '../disclosure/old-request.ts'
import { backups, rowsIn } from './backed-up.ts'
import { openRetentionVault, scheduleFile, seriesOf } from './support.ts'

const { make, restore } = backups('restore-holds-own')

const vault = openRetentionVault('2016-01-04T18:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'muniment-restore-holds-'))
afterAll(() => {
  vault.close()
  rmSync(folder, { recursive: true, force: true })
})
const scopeOf = (id: string) => ({ search: null, accounts: [], from: null, to: null, recordIds: [vault.idOf(id)] })
const place = (label: string) =>
  vault.command(holdPlace, {
    ...{ label, basis: 'litigation', orderedBy: 'City Attorney', document: null },
    scope: scopeOf('storm'),
  })

describe('a restored backup', () => {
  it('goes on holding what a hold came to name and to cover since, beside what it covered then', async () => {
    for (const id of ['storm', 'parade']) vault.receive([{ id, at: '2015-03-10T20:00:00Z', text: `Words of ${id}` }])
    requestOf2016(vault)
    closedRemovalEntry(vault, 'as asked')
    place('Named since')
    place('Moved since')
    const backup = join(folder, 'backup')
    cpSync(vault.folder, backup, { recursive: true, filter: (path) => !path.includes('catalog.sqlite') })
    copyCatalog(join(vault.folder, 'catalog.sqlite'), join(backup, 'catalog.sqlite'))
    vault.command(officeFileHold, { hold: 2, kind: 'request-file', id: '16-1' })
    vault.command(holdNarrow, { id: 3, scope: scopeOf('parade'), signedBy: 'attorney', document: paper('narrowed') })
    place('Placed since')
    vault.command(officeFileHold, { hold: 4, kind: 'removal-entry', id: '1' })

    const target = join(folder, 'restored')
    const means = {
      clock: () => Instant.parse(Date.parse('2016-06-01T18:00:00Z')),
      random: (bytes: number) => new Uint8Array(randomBytes(bytes)),
      machine: 'desk',
    }
    const restored = await restoreVault({ backup, target, later: vault.folder }, means)
    expect(restored.holds).toEqual(['Moved since', 'Placed since'])
    const db = openReader(join(target, 'catalog.sqlite'))
    try {
      const covered = standingHolds(db).map(({ hold }) => [hold.label, hold.scope.recordIds])
      const [storm, parade] = [vault.idOf('storm'), vault.idOf('parade')]
      expect(covered.filter(([label]) => String(label).endsWith('since'))).toEqual([
        ['Named since', [storm]],
        ['Moved since', [storm]],
        ['Moved since', [parade]],
        ['Placed since', [storm]],
      ])
      const naming = (kind: 'request-file' | 'removal-entry', id: string) =>
        holdsNaming(db, { kind, id }).map(({ label }) => label)
      expect(naming('request-file', '16-1')).toEqual(['Named since'])
      expect(naming('removal-entry', '1')).toEqual(['Placed since'])
    } finally {
      db.close()
    }
  })

  it('goes on holding what a hold froze by words or a series that came after the backup, and names what it lacks', async () => {
    const own = openRetentionVault()
    try {
      const at = '2015-03-10T20:00:00Z'
      own.receive([{ id: 'edited', at, text: 'Before' }], '2015-03-11T00:00:00Z')
      own.receive([{ id: 'told', at, text: 'Told' }])
      own.receive([{ id: 'joined', at, text: 'Joined' }])
      own.receive([{ id: 'other', at, text: 'Other' }])
      const backup = make(own)
      own.receive([{ id: 'edited', at, text: 'Numbat' }], '2015-03-12T00:00:00Z')
      own.receive([{ id: 'fresh', at, text: 'Another Numbat' }])
      own.command(scheduleImport, scheduleFile())
      await own.run(classifySearch, { search: '"Told"', series: seriesOf.post, reason: 'posts' })
      const scope = { search: null, accounts: [], from: null, to: null, recordIds: [] }
      const holds = (label: string, search: string) =>
        own.command(holdPlace, {
          ...{ label, basis: 'litigation', orderedBy: 'City Attorney', document: null },
          scope: { ...scope, search },
        })
      holds('By words', '"Numbat"')
      holds('By series', `series:${seriesOf.post}`)
      own.command(recordMerge, { one: own.idOf('told'), other: own.idOf('joined'), reason: 'one post' })

      const restored = await restore(backup, own)
      expect(restored.holds).toEqual(['By words', 'By series'])
      expect(restored.absent).toEqual([{ hold: 'By words', records: 1 }])
      const frozen = `SELECT label, native_id AS id FROM hold JOIN hold_record ON hold_id = hold.id
        JOIN record ON record.id = record_id ORDER BY 1, 2`
      expect(rowsIn(restored.folder, frozen)).toEqual([
        { label: 'By series', id: 'joined' },
        { label: 'By series', id: 'told' },
        { label: 'By words', id: 'edited' },
      ])
    } finally {
      own.close()
    }
  })
})
