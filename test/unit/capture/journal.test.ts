// What a capture that was killed goes on from: the last mark whose bytes are there, whatever was cut off behind it.
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { leftBehind, type Mark, mark } from '../../../electron/core/capture/journal.ts'
import type { CaptureLogin } from '../../../shared/domain/capture/login.ts'
import { Instant } from '../../../shared/domain/time.ts'

let folder: string
let warc: string
const editor = { parts: ['user', 'password'], user: 'editor' } satisfies CaptureLogin
const at = Instant.parse(Date.UTC(2026, 10, 30))

function one(nth: number, offset: number): Mark {
  return {
    startedAt: at,
    offset,
    lines: [`line ${nth}`],
    pages: [{ url: `https://www.example.gov/${nth}`, at, title: `Page ${nth}`, text: null }],
    counts: { exchanges: nth, bytes: nth * 10, pages: nth, truncated: 0 },
    spent: { bytes: nth * 12, exchanges: nth, waited: nth, ms: nth * 100 },
    limits: [{ kind: 'rate', at, sentence: `Limit ${nth}` }],
    servers: [],
    browser: null,
    login: editor,
    step: { page: nth },
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'muniment-journal-'))
  warc = join(folder, 'data.warc.gz')
  writeFileSync(warc, 'x'.repeat(100))
  for (const [nth, offset] of [
    [1, 40],
    [2, 80],
  ] as const)
    await mark(folder, one(nth, offset))
})

describe('a capture that was killed', () => {
  test('has everything of its marks, and its WARC ends at the last', async () => {
    expect(await leftBehind(folder, warc, editor)).toMatchObject({
      offset: 80,
      lines: ['line 1', 'line 2'],
      pages: [{ title: 'Page 1' }, { title: 'Page 2' }],
      counts: { exchanges: 2, bytes: 20, pages: 2, truncated: 0 },
      spent: { bytes: 24, exchanges: 2, waited: 2, ms: 200 },
      limits: [{ sentence: 'Limit 1' }, { sentence: 'Limit 2' }],
      steps: [{ page: 1 }, { page: 2 }],
    })
    expect(readFileSync(warc, 'utf8')).toHaveLength(80)
  })

  test('begins anew where the log-in is another: it would be shown other things', async () => {
    expect(await leftBehind(folder, warc, { parts: [], user: null })).toBeNull()
    expect(await leftBehind(folder, warc, { ...editor, user: 'reader' })).toBeNull()
  })

  test('goes on from the mark before one that broke off', async () => {
    appendFileSync(join(folder, 'journal.jsonl'), JSON.stringify(one(3, 90)).slice(0, 50))
    expect((await leftBehind(folder, warc, editor))?.steps).toHaveLength(2)
  })

  test('goes on from the last mark whose bytes reached the disk', async () => {
    writeFileSync(warc, 'x'.repeat(79))
    expect(await leftBehind(folder, warc, editor)).toMatchObject({
      offset: 40,
      lines: ['line 1'],
      steps: [{ page: 1 }],
    })
    expect(readFileSync(warc, 'utf8')).toHaveLength(40)
  })

  test('begins anew where it had no page, or its WARC is gone', async () => {
    writeFileSync(warc, '')
    expect(await leftBehind(folder, warc, editor)).toBeNull()
    expect(await leftBehind(mkdtempSync(join(tmpdir(), 'muniment-journal-')), warc, editor)).toBeNull()
  })
})
