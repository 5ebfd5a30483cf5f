// What a clerk can rely on when an import is read again: it can be killed anywhere and is taken up there, and each version says who read it.
import { describe, expect, it } from 'vitest'
import begin from '../../../electron/core/intake/batches/intake.begin-reading.ts'
import end from '../../../electron/core/intake/batches/intake.read-again.ts'
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import type { MediaBook } from '../../../electron/core/intake/media-book.ts'
import type { ExportReader, FilePlan } from '../../../electron/core/intake/platform.ts'
import { readAgain } from '../../../electron/core/intake/read-again.ts'
import { ReadingPlace } from '../../../electron/core/intake/reading-place.ts'
import type { JobContext } from '../../../electron/core/job/define.ts'
import type { Driver } from '../../../electron/core/vault/catalog/driver.ts'
import type { WriteContext } from '../../../electron/core/vault/handler.ts'
import { recordDetail } from '../../../electron/core/vault/record/read.ts'
import { storeItems } from '../../../electron/core/vault/record/store.ts'
import { insertObject } from '../../../electron/core/vault/repository/object.ts'
import { JobId, RecordId } from '../../../shared/domain/id.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { digest, memoryCatalog, payloadOf } from '../../support/catalog.ts'

const job = JobId.parse('00000000-0000-4000-8000-000000000001')
const picture = digest('picture')

/** A catalog with one complete import, and a post in each of its two files, as an older parser read them. */
function readBefore(): Driver {
  const db = memoryCatalog(1)
  db.run(
    "INSERT INTO member SELECT 7, package_id, 1, 'data/more.js', 0, 0, 0, 0, method, 0, NULL, use, NULL, NULL FROM member",
  )
  const { items, ...payload } = payloadOf(1, [
    { id: '1', text: 'Water &amp; power', at: 0 },
    { id: '2', text: 'Fire &amp; rescue', at: 1000 },
  ])
  const placed = items.map((item, place) => ({
    ...item,
    observations: item.observations.map((seen) => ({ ...seen, member: place === 0 ? 1 : 7, position: 0, start: 0 })),
  }))
  storeItems(db, { ...payload, items: placed })
  insertObject(db, { digest: picture, size: 1, mime: 'image/png', member: null }, 0)
  db.run("UPDATE accession SET state = 'complete'")
  db.run(
    `INSERT INTO job VALUES (?, 'intake.reparse', '', '{}', '{}', 'running', '', 0, NULL, '', NULL, x'', NULL, NULL, 0, 0, NULL)`,
    job,
  )
  return db
}

function draft(text: string, at: number): RecordDraft {
  return {
    kind: 'post',
    nativeId: '',
    at,
    atSource: null,
    precision: 'second',
    sourceZone: 'UTC',
    author: 'AlderBayCity',
    conversation: null,
    parentNativeId: null,
    state: 'live',
    deletedAt: null,
    text,
    links: [],
    details: {},
    content: text,
    measures: [],
    media: [{ role: 'photo', names: ['a.png'], directory: '', alt: null, digest: picture }],
    joined: [],
  }
}

function file(index: number): FilePlan {
  const { name, type, claimed, note } = { name: `${index}`, type: 'posts', claimed: null, note: null }
  const bytes = { path: '', rawName: null, size: 0, compressedSize: 0, crc32: null, headerOffset: 0, dataOffset: 0 }
  return {
    name,
    type,
    claimed,
    note,
    use: 'records',
    member: { part: 0, index, name, ...bytes, method: 'stored', finding: null },
  }
}
const files = [file(0), file(1)]
const opened = { plan: { files }, members: files.map(({ member }, place) => ({ member, number: place === 0 ? 1 : 7 })) }
const media: Pick<MediaBook, 'resolve'> = {
  resolve: (drafts) =>
    drafts.map(({ role, names, digest: of = null, alt }) => ({
      role,
      name: names[0] ?? '',
      digest: of,
      alt,
      missing: null,
    })),
}
const reader: Pick<ExportReader, 'read'> = {
  async *read({ name }) {
    const outcome = {
      type: 'record',
      draft: name === '0' ? draft('Water & power', 0) : draft('Fire & rescue', 1000),
    } as const
    yield [{ position: 0, pointer: null, start: 0, bytes: new Uint8Array(), outcome, nested: false }]
  },
}

/** A job's context over the catalog that dies after so many of its batches. */
function context(db: Driver, batches: number): Pick<JobContext, 'id' | 'signal' | 'progress' | 'write'> {
  const write: WriteContext = {
    db,
    folder: '',
    now: Instant.parse(5000),
    actor: { person: null, osUser: 'clerk', machine: 'desk' },
    random: (bytes) => new Uint8Array(bytes),
    note: () => undefined,
    revoke: () => undefined,
    afterwards: () => undefined,
  }
  let left = batches
  return {
    id: job,
    signal: new AbortController().signal,
    progress: () => undefined,
    write: async (batch, payload) => {
      if (left === 0) throw new Error('killed')
      left -= 1
      return db.transaction(() => batch.run(write, payload))
    },
  }
}
const shown = (db: Driver) =>
  db.all<{ id: number }>('SELECT id FROM record ORDER BY id').map(({ id }) => {
    const version = recordDetail(db, RecordId.parse(id))?.versions[0]
    return [version?.text, version?.media.length, version?.observations[0]?.parser]
  })

describe('an import that is read again', () => {
  it('says half-way which readings are new, and goes on from there after it was killed, counting nothing twice', async () => {
    const db = readBefore()
    const input = { job, accession: 1, parser: 'x/2', before: 'x/1', reason: 'Entities are decoded now' }
    const from = await context(db, 1).write(begin, input)
    await expect(readAgain(context(db, 1), opened, { reader, media, from })).rejects.toThrow('killed')
    expect(shown(db)).toEqual([
      ['Water & power', 1, 'x/2'],
      ['Fire &amp; rescue', 0, 'x/1'],
    ])
    const saved = db.get<{ checkpoint: string }>('SELECT checkpoint FROM job')?.checkpoint ?? ''
    const again = ReadingPlace.parse(JSON.parse(saved))
    const done = await readAgain(context(db, 9), opened, { reader, media, from: again })
    expect(done).toMatchObject({ file: 2, read: 2, changed: 2, same: 0 })
    await context(db, 1).write(end, {
      accession: 1,
      reading: done.reading,
      parser: 'x/2',
      texts: undefined,
      changed: done.changed,
    })
    expect(shown(db)).toEqual([
      ['Water & power', 1, 'x/2'],
      ['Fire & rescue', 1, 'x/2'],
    ])
    expect(db.all('SELECT parser, before, changed FROM reading')).toEqual([
      { parser: 'x/2', before: 'x/1', changed: 2 },
    ])
    expect(db.all('SELECT act, reason FROM correction')).toEqual([{ act: 'read-again', reason: input.reason }])
    expect(await readAgain(context(db, 9), opened, { reader, media, from })).toMatchObject({ same: 2, changed: 0 })
  })
})
