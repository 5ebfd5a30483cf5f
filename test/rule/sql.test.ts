// SQL stands in repositories only: everything else asks a repository by name.
import { describe, expect, test } from 'vitest'
import { stringsOf } from './code-text.ts'
import { codeFiles, type Source } from './sources.ts'

const sql =
  /\b(SELECT\s[\s\S]*\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s[\s\S]+\sSET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|TRIGGER)|PRAGMA\s)/
const mayHold = /^electron\/core\/(vault|search)\/|^electron\/core\/.*\brepository\.ts$/
const shipped = /^(shared|electron|renderer)\//

function sqlOutsideRepositories(files: readonly Source[]): string[] {
  return files
    .filter((file) => shipped.test(file.path) && !mayHold.test(file.path))
    .flatMap((file) =>
      stringsOf(file)
        .filter(({ text }) => sql.test(text))
        .map(({ line, text }) => `${file.path}:${line} → ${text.trim().slice(0, 60)}`),
    )
}

describe('SQL', () => {
  test('stands in repositories only', () => {
    const holding = codeFiles.filter((file) => mayHold.test(file.path))
    const strings = holding.flatMap(stringsOf).filter(({ text }) => sql.test(text))
    console.log(`SQL: ${strings.length} statements in ${holding.length} files that may hold them`)
    expect(strings.length).toBeGreaterThan(0)
    expect(sqlOutsideRepositories(codeFiles)).toEqual([])
  })

  test.each([
    "db.prepare('SELECT id FROM record')",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source under test
    'const a = `UPDATE ${table}\n  SET state = 1`',
    "run('INSERT OR IGNORE INTO hold VALUES (?)')",
    "run('DELETE FROM hold')",
    "db.pragma('PRAGMA user_version')",
  ])('the check refuses outside of them: %s', (text) => {
    expect(sqlOutsideRepositories([{ path: 'electron/core/retention/plan.ts', text }])).toHaveLength(1)
    expect(sqlOutsideRepositories([{ path: 'electron/core/retention/hold-repository.ts', text }])).toEqual([])
  })

  test('the check takes plain sentences for what they are', () => {
    const text = "say('Select a file from the list, or update the set.')"
    expect(sqlOutsideRepositories([{ path: 'renderer/ui/a.tsx', text }])).toEqual([])
  })
})
