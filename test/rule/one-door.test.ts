// What lets records go sooner goes through one door each, which asks for a second person or the attorney first; nobody else writes it.
import { expect, test } from 'vitest'
import { codeFiles } from './sources.ts'

const deciding = /import\s*\{[^}]*\bdecide\b[^}]*\}\s*from '[^']*repository\/(?:\w+\/)?classification\.ts'/
/** Asked for by one person alone, it is refused once anything was touched; the second is another person of the register. */
const TWO = ['refuseAlone', 'secondPerson'] as const
const setting = /UPDATE record SET (?:[^`'";]*,\s*)?series = /

test('decisions on series are written by one module alone', () => {
  const shipped = codeFiles.filter(({ path }) => path.startsWith('electron/'))
  const writers = shipped.filter(({ text }) => deciding.test(text)).map(({ path }) => path)
  const setters = shipped.filter(({ text }) => setting.test(text)).map(({ path }) => path)
  console.log(`${shipped.length} files, ${writers.length} writes decisions, ${setters.length} set a series`)
  expect(writers).toEqual(['electron/core/retention/classify/reclassify.ts'])
  // Merging and splitting take both series along: record/both-series.ts.
  expect(setters.sort()).toEqual([
    'electron/core/vault/record/merge.ts',
    'electron/core/vault/record/split.ts',
    'electron/core/vault/repository/retention/classification.ts',
  ])
})

/** What lets records go sooner, or asks for less before they go: where it is written, by what, the one that calls this, and what that asks first. */
const sooner = [
  [
    'repository/retention/record-event',
    'insertEvent',
    'retention/commands/event.set.ts',
    ['touchedAround', 'secondPerson'],
  ],
  ['repository/retention/event-rule', 'insertEventRules', 'retention/commands/event.rules-save.ts', TWO],
  ['repository/retention/retention-unit', 'insertUnit', 'retention/commands/retention.unit.ts', TWO],
  ['repository/retention/series-answer', 'insertAnswer', 'retention/commands/series.answer.ts', TWO],
  [
    'repository/retention/schedule',
    'insertSchedule',
    'retention/commands/schedule.import.ts',
    ['refuseUnseen', 'secondPerson'],
  ],
  [
    'repository/retention/series-beside',
    'dropSeriesBeside',
    'retention/commands/series.beside.ts',
    ['shorteningGuard', 'secondPerson'],
  ],
  ['repository/disposition/list-term', 'insertListTerm', 'retention/commands/purge.set-terms.ts', TWO],
  ['repository/disposition/approval', 'saveOffice', 'retention/commands/disposition.settle.ts', TWO],
  [
    'repository/disposition/office-series',
    'insertOfficeSeries',
    'retention/commands/office-file.choose.ts',
    ['isShorter', 'secondPerson'],
  ],
  ['repository/disposition/hold', 'releaseHold', 'retention/commands/hold.release.ts', ['signer']],
  ['repository/disposition/hold', 'narrowHold', 'retention/commands/hold.narrow.ts', ['signer']],
  ['join-moved', 'moveJoining', 'correction/batches/correction.move.ts', TWO],
  ['repository/account/channel', 'insertStep', 'stewardship/commands/channel.step.ts', TWO],
] as const

test.each(sooner)('%s: %s is called by one command alone, which asks first', (file, writes, command, asks) => {
  const imports = new RegExp(`import\\s*\\{[^}]*\\b${writes}\\b[^}]*\\}\\s*from '[^']*${file}\\.ts'`)
  const writers = codeFiles.filter(({ path, text }) => path.startsWith('electron/') && imports.test(text))
  expect(writers.map(({ path }) => path)).toEqual([`electron/core/${command}`])
  const [text = ''] = writers.map((one) => one.text)
  expect(asks.filter((one) => !text.includes(`${one}(`))).toEqual([])
  // It asks before it writes.
  const written = text.lastIndexOf(`${writes}(`)
  for (const one of asks) expect(text.lastIndexOf(`${one}(`, written), one).toBeGreaterThan(-1)
})

test('how old a list may be is set by one command alone', () => {
  const writers = codeFiles.filter(({ text }) => /saveSetting\([^)]*'lists_within_days'/.test(text))
  expect(writers.map(({ path }) => path)).toEqual(['electron/core/retention/commands/purge.set-terms.ts'])
})

test.each([
  "import { type Decision, decide } from '../vault/repository/classification.ts'",
  "import { decide } from './repository/retention/classification.ts'",
])('the check sees: %s', (text) => expect(deciding.test(text)).toBe(true))
