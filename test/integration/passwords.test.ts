// Credentials are in no byte of anything that Muniment writes but the sealed file, which either of two officers opens and nobody else.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { muniment } from '../support/command-line.ts'
import { workplace } from '../support/vaults.ts'
import { holding } from '../support/x-files.ts'

const { folder } = workplace('passwords')
const SECRET = 'Quokka-Vermilion-7731-Tulip'
const vault = ['--vault', 'City.muniment']
const run = async (...args: string[]) => {
  const ended = await muniment(folder, ...args)
  expect(ended.err).not.toContain(SECRET)
  return ended
}
const done = async (...args: string[]) => {
  const ended = await run(...args)
  expect([ended.code, ended.err]).toEqual([0, expect.any(String)])
  return ended.out
}

beforeAll(async () => {
  await done('init', 'City.muniment', '--city', 'City of Alder Bay')
  writeFileSync(
    join(folder, 'entry.json'),
    JSON.stringify({
      kind: 'credential',
      label: 'X of the City',
      owner: 'R. Adler',
      rotatedOn: '2026-01-05',
      rotateEvery: 90,
    }),
  )
  await done('office', 'write', 'entry.json', ...vault)
  mkdirSync(join(folder, 'stick'))
}, 60_000)

it('are sealed to two officers, shown on purpose alone, and each showing is in the ledger', async () => {
  const keys = []
  for (const name of ['one', 'two', 'other'])
    keys.push((await done('passwords', 'key', `stick/${name}.key`)).split('\n')[0])
  const officers = [`R. Adler=${keys[0]}`, `T. Oyelaran=${keys[1]}`]
  const inside = await run('passwords', 'begin', 'City.muniment/city.age', '--officer', ...officers, ...vault)
  expect([inside.code, inside.err]).toEqual([1, expect.stringContaining('lies in the vault')])
  const same = await run('passwords', 'begin', 'city.age', '--officer', officers[0] ?? '', officers[0] ?? '', ...vault)
  expect([same.code, same.err]).toEqual([1, expect.stringContaining('Name two officers')])
  await done('passwords', 'begin', 'city.age', '--officer', ...officers, ...vault)
  writeFileSync(join(folder, 'stick/secret'), `${SECRET}\n`)
  await done(
    'passwords',
    'put',
    'city.age',
    '1',
    '--key',
    'stick/one.key',
    '--login',
    'city',
    '--secret-from',
    'stick/secret',
    ...vault,
  )
  const show = (key: string) =>
    run('passwords', 'show', 'city.age', '1', '--key', key, '--by', 'T. Oyelaran', '--reason', 'New phone', ...vault)
  const stranger = await show('stick/other.key')
  expect([stranger.code, stranger.out]).toEqual([1, ''])
  expect(stranger.err).toContain('This key does not open the file')
  const shown = await show('stick/two.key')
  expect(shown.out.split('\n').slice(0, 3)).toEqual(['X of the City', 'city', SECRET])
  const listed = JSON.parse(await done('office', 'list', 'credential', '--json', ...vault))
  expect(listed[0].acts.map(({ act, by }: { act: string; by: string }) => [act, by])).toEqual([
    ['revealed', 'T. Oyelaran'],
  ])
}, 120_000)

it('are in no byte of the vault, a backup, a report or a list', async () => {
  await done('backup', 'Copy.muniment', ...vault)
  await done('report', 'quarter', '2026-Q1', 'quarter.csv', ...vault)
  await done('report', 'quarter', '2026-Q1', 'quarter.pdf', ...vault)
  await done('office', 'list', ...vault)
  const forms = [SECRET, Buffer.from(SECRET).toString('base64').slice(0, 24), Buffer.from(SECRET).toString('hex')]
  const found = forms.flatMap((form) => holding(folder, form))
  expect(found).toEqual(['stick/secret'])
  expect(readFileSync(join(folder, 'city.age'), 'latin1').startsWith('age-encryption.org/v1')).toBe(true)
}, 120_000)
