// What one thread reads while another writes: the newest state, also beside a long walk over rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { connections } from '../../../electron/core/worker/connections.ts'

const folder = mkdtempSync(join(tmpdir(), 'muniment-readers-'))
const file = join(folder, 'catalog.sqlite')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what is asked beside a long walk sees what was written since the walk began; the walk does not', () => {
  const writer = openDriver(file, { readonly: false })
  writer.pragma('journal_mode = WAL')
  writer.exec('CREATE TABLE note (id INTEGER PRIMARY KEY); INSERT INTO note VALUES (1), (2), (3)')
  let opened = 0
  const readers = connections(() => {
    opened += 1
    return openDriver(file, { readonly: true })
  })
  const walking = readers.current()
  const walk = walking.iterate<{ id: number }>('SELECT id FROM note ORDER BY id')
  const seen = [walk.next().value?.id]
  writer.run('INSERT INTO note VALUES (4)')
  const count = () => readers.current().get<{ n: number }>('SELECT count(*) AS n FROM note')?.n
  expect([count(), walking.get<{ n: number }>('SELECT count(*) AS n FROM note')?.n]).toEqual([4, 3])
  for (const { id } of walk) seen.push(id)
  expect([seen, walking.iterating, count(), opened]).toEqual([[1, 2, 3], false, 4, 2])

  // A walk that is broken off lets go as well.
  for (const _ of walking.iterate('SELECT id FROM note')) break
  expect([walking.iterating, readers.current() === walking]).toEqual([false, true])
  readers.close()
  writer.close()
})
