// Destruction at the command line, from the plan to the certificate: what is refused, what stays and why, and what is gone.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { muniment } from '../../support/command-line.ts'
import { holding, post, xFiles } from '../../support/x-files.ts'

let desk: string
const run = (...args: readonly string[]) => muniment(desk, ...args)
const lists = ['--open-requests', 'list.csv', '--claims', 'list.csv']

async function done(...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run(...args)
  expect({ args, code, err: code === 0 ? '' : err }).toEqual({ args, code: 0, err: '' })
  return out
}

/** Imports posts as a package of their own. */
async function taken(name: string, posts: readonly unknown[]): Promise<void> {
  const files = Object.entries(xFiles(posts)).map(([path, data]) => ({ name: path, data, method: 8 }))
  writeFileSync(join(desk, name), rawZip(files))
  await done('import', name, '--account', 'AlderBayCity', '--create-account', '--as', 'pat')
}

/** The page of every office, seen by each of them. */
async function approve(plan: string): Promise<void> {
  for (const [role, name, person] of [
    ['department-head', 'Lee Park', 'lee'],
    ['city-attorney', 'Dana Whitfield', 'dana'],
    ['city-clerk', 'Cleo Ruiz', 'cleo'],
  ] as const)
    await done(
      ...['purge', 'approve', plan, '--role', role, '--name', name, '--document', 'signed.pdf', '--as', person],
    )
}

beforeAll(async () => {
  desk = mkdtempSync(join(tmpdir(), 'muniment-cli-purge-'))
  writeFileSync(join(desk, 's.csv'), 'Series code,Title,Retention\nSM,Social media posts,CU+2\n')
  writeFileSync(join(desk, 'legend.csv'), 'code,meaning,trigger,basis\nCU,current year,,calendar-year-end\n')
  writeFileSync(join(desk, 'list.csv'), 'Number\n')
  writeFileSync(join(desk, 'signed.pdf'), '%PDF-1.7 a signed page')
  await done('init', 'City.muniment', '--city', 'City of Alder Bay')
  await done('people', 'add', 'pat', '--name', 'Pat Moreno', '--role', 'records-clerk')
  for (const [id, name, role] of [
    ['lee', 'Lee Park', 'department-head'],
    ['dana', 'Dana Whitfield', 'city-attorney'],
    ['cleo', 'Cleo Ruiz', 'city-clerk'],
  ] as const)
    await done('people', 'add', id, '--name', name, '--role', role, '--as', 'pat')
  await taken('one.zip', [post(1, 'Quetzalone rides the tram')])
  await taken('two.zip', [post(2, 'Quetzaltwo rides the tram'), post(3, 'Quetzalthree of the Ruiz claim')])
  await done('schedule', 'import', 's.csv', '--resolution', '09-31', '--date', '2009-12-01', '--legend', 'legend.csv')
  await done('retention', 'answer', 'SM', '--holds', 'none', '--basis', 'Read all of them', '--as', 'pat')
  await done('classify', '--search', 'kind:post', '--series', 'SM', '--reason', 'Posts', '--as', 'pat')
})
afterAll(() => rmSync(desk, { recursive: true, force: true }))

test('a plan for a day to come is never carried out, and none by a name', async () => {
  await done('purge', 'plan', '--as-of', '2099-01-01', '--out', 'far.json', ...lists, '--as', 'pat')
  await approve('far.json')
  const early = await run('purge', 'execute', 'far.json', '--out', 'far', '--as', 'cleo')
  expect([early.code, early.err]).toEqual([
    1,
    expect.stringContaining('which has not come yet. Nothing was destroyed.'),
  ])
  expect(await done('records', '--search', 'Quetzalone')).toContain('1 record')
})

test('a late hold wins: each record that stays is told with its reason, the rest is destroyed and certified', async () => {
  await done('purge', 'plan', '--as-of', '2026-01-02', '--out', 'plan.json', ...lists, '--as', 'pat')
  const name = ['--role', 'city-attorney', '--name', 'Dana Whitfield']
  expect(await done('purge', 'approve', 'plan.json', ...name, '--as', 'pat')).toContain('a name alone executes nothing')
  const named = await run('purge', 'execute', 'plan.json', '--out', 'named', '--as', 'cleo')
  expect([named.code, named.err]).toEqual([1, expect.stringContaining('is only reported to have approved')])
  await approve('plan.json')
  await done('hold', 'place', '--label', 'Ruiz', '--search', 'Ruiz', '--ordered-by', 'Dana Whitfield', '--as', 'pat')
  const out = await done('purge', 'execute', 'plan.json', '--out', 'gone', '--as', 'pat')
  expect(out).toContain('1 record destroyed, 2 of the plan not.')
  expect(out).toMatch(/Stays: On hold: Ruiz.* 1 record: \d+\n/)
  expect(out).toMatch(/Stays: A package that it lies in holds a record under a hold\. 1 record: \d+\n/)
  expect(out).toContain('No byte of what was destroyed was found in the vault.')
  expect(existsSync(join(desk, 'gone', 'certificate.pdf'))).toBe(true)
  const vault = join(desk, 'City.muniment')
  expect([holding(vault, 'Quetzalone'), holding(vault, 'Quetzaltwo').length > 0]).toEqual([[], true])
})

test('what was destroyed comes back by no import of the same export', async () => {
  await done('import', 'one.zip', '--account', 'AlderBayCity', '--as', 'pat')
  expect(await done('records', '--search', 'Quetzalone')).toContain('0 records')
})

test('a hold is not released without the attorney’s paper', async () => {
  const bare = await run('hold', 'release', '1', '--as', 'pat')
  expect(bare.code).not.toBe(0)
  const paper = ['--document', 'signed.pdf', '--released-by', 'Pat Moreno', '--as', 'pat']
  expect((await run('hold', 'release', '1', ...paper)).code).not.toBe(0)
  expect(await done('hold', 'list')).toContain('in force')
})
