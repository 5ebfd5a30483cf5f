// At the command line: a schedule out of a workbook, its versions, the calendar, and people who change.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbook } from '../../fixtures/workbook.ts'
import { muniment } from '../../support/command-line.ts'

let desk: string
const run = (...args: readonly string[]) => muniment(desk, ...args)
const adopted = ['--resolution', '24-031', '--date', '2024-03-05']

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-cli-office-'))
  const sheet = [
    ['Ref', 'What', 'Time'],
    ['SM', 'Posts', '2 Years'],
    ['CC', 'Minutes', 'P'],
  ]
  writeFileSync(join(desk, 's.xlsx'), workbook({ Notes: [['Draft']], Series: sheet }))
  writeFileSync(join(desk, 'newer.csv'), 'Series code,Title,Retention\nSM,Posts,5 Years\nCC,Minutes,P\n')
  writeFileSync(join(desk, 'days.csv'), '2026-12-24,Christmas Eve\n2026-12-25,Christmas Day\n')
  expect((await run('init', 'City.muniment', '--city', 'City of Alder Bay')).code).toBe(0)
  await run('people', 'add', 'pat', '--name', 'Pat Moreno', '--role', 'records-clerk')
  await run('people', 'add', 'lee', '--name', 'Lee Cho', '--role', 'city-clerk', '--as', 'pat')
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

test('a workbook is taken in once its sheet and its columns are said, and compared with the next', async () => {
  const unsaid = await run('schedule', 'import', 's.xlsx', ...adopted)
  expect([unsaid.code, unsaid.err]).toEqual([1, expect.stringContaining('has the sheets “Notes”, “Series”')])
  const said = ['--sheet', 'Series', '--header-row', '1', '--column', 'code', 'title', 'retention']
  const { out: taken } = await run('schedule', 'import', 's.xlsx', ...adopted, ...said)
  expect(taken).toContain(
    'Schedule 1: 2 series.\nNo series of this schedule names social media, and none is taken for it',
  )
  expect((await run('schedule', 'show')).out).toContain('“muniment retention question FILE” writes the page')
  await run('schedule', 'import', 'newer.csv', ...adopted)
  const { out } = await run('schedule', 'compare', '1', '2', '--as-of', '2026-12-31')
  expect(out).toContain('0 new, 0 gone, 1 changed, 1 as before.')
  expect(out).toContain('retention: 2 Years → 5 Years')
  const answer = ['retention', 'answer', 'SM', '--as', 'lee', '--basis', 'Read all of them', '--holds']
  expect((await run(...answer, 'c', 'c')).code).toBe(2)
  expect((await run(...answer, 'none')).out).toContain('1 series answered for')
})

test('closure days and holidays are entered', async () => {
  expect((await run('calendar', 'effect', '2026-12-21')).out).toBe('No deadline of an open request would move.\n')
  const closed = await run('calendar', 'close', '2026-12-21', '--reason', 'Flood', '--ordered-by', 'Order 26-4')
  expect(closed.out).toContain('Closure 1 was entered.')
  const year = ['calendar', 'year', 'days.csv', '--year', '2026', '--source', 'Manual 3.2']
  expect((await run(...year)).out).toContain('2 days entered.')
  expect((await run('calendar')).out).toMatch(/2026 +the City’s +2 +Manual 3\.2/)
})

test('people change and leave with a reason, and their history tells it', async () => {
  const changed = await run('people', 'change', 'lee', '--title', 'Deputy', '--reason', 'Promoted', '--as', 'pat')
  expect(changed.out).toContain('Lee Cho: Deputy, city-clerk.')
  await run('people', 'end', 'lee', '--reason', 'Retired', '--as', 'pat')
  expect((await run('people', 'history')).out).toMatch(/ended .*Retired\n.*changed .*Promoted/)
})
