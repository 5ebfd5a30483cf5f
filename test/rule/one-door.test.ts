// A record gets another series through one door, which asks for a second person where retention is shortened; nobody else writes decisions.
import { expect, test } from 'vitest'
import { codeFiles } from './sources.ts'

const deciding = /import\s*\{[^}]*\bdecide\b[^}]*\}\s*from '[^']*repository\/(?:\w+\/)?classification\.ts'/
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

/** What lets records go sooner without another series: its repository, the one command that writes it, and what that asks first. */
const sooner = [
  ['record-event', 'insertEvent', 'electron/core/retention/commands/event.set.ts', 'touchedAround'],
  ['event-rule', 'insertEventRules', 'electron/core/retention/commands/event.rules-save.ts', 'refuseAlone'],
  ['retention-unit', 'insertUnit', 'electron/core/retention/commands/retention.unit.ts', 'refuseAlone'],
] as const

test.each(sooner)(
  '%s: %s is called by one command alone, which asks for a second person',
  (file, writes, command, guard) => {
    const imports = new RegExp(
      `import\\s*\\{[^}]*\\b${writes}\\b[^}]*\\}\\s*from '[^']*repository/retention/${file}\\.ts'`,
    )
    const writers = codeFiles.filter(({ path, text }) => path.startsWith('electron/') && imports.test(text))
    expect(writers.map(({ path }) => path)).toEqual([command])
    const [text] = writers.map((one) => one.text)
    expect(text).toMatch(new RegExp(`\\b${guard}\\(`))
    expect(text).toMatch(/\bsecondPerson\(/)
  },
)

test.each([
  "import { type Decision, decide } from '../vault/repository/classification.ts'",
  "import { decide } from './repository/retention/classification.ts'",
])('the check sees: %s', (text) => expect(deciding.test(text)).toBe(true))
