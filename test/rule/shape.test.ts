// Files are small, say what they own, document what they export, and are no barrels.
import { describe, expect, test } from 'vitest'
import { barrels, linesOf, mostLines, tooLong, undocumented, unheaded } from './shape.ts'
import { codeFiles, filesNamed } from './sources.ts'

const generated = ['electron/core/vault/catalog/schema.sql', 'package-lock.json']
const written = filesNamed(/\.(ts|tsx|js|mjs|cjs|css|html|sql)$/).filter((file) => !generated.includes(file.path))
const shipped = codeFiles.filter((file) => /^(shared|electron)\//.test(file.path))

describe('files', () => {
  test('are small', () => {
    const lengths = written.map(linesOf).sort((a, b) => a - b)
    console.log(
      `length: median ${lengths[lengths.length >> 1]} lines, longest ${lengths.at(-1)}, ${lengths.length} files`,
    )
    expect(tooLong(written)).toEqual([])
  })

  test('are no barrels', () => {
    expect(barrels(codeFiles)).toEqual([])
  })

  test('say in their first line what they own', () => {
    expect(unheaded(codeFiles)).toEqual([])
  })

  test('document every function that they export', () => {
    expect(undocumented(shipped)).toEqual([])
  })
})

describe('the check of files itself', () => {
  const file = (text: string) => [{ path: 'shared/domain/a.ts', text }]

  test('refuses a file of one line too many', () => {
    expect(tooLong(file('x\n'.repeat(mostLines)))).toEqual([])
    expect(tooLong(file('x\n'.repeat(mostLines + 1)))).toEqual(['shared/domain/a.ts: 301 lines'])
  })

  test.each([
    "export { a } from './a.ts'\nexport type { B } from './b.ts'",
    "const own = 1\nexport * from './a.ts'",
    "const own = 1\nexport * as a from './a.ts'",
  ])('refuses the barrel: %s', (text) => {
    expect(barrels(file(text))).toHaveLength(1)
  })

  test('refuses a file without a first line of comment', () => {
    expect(unheaded(file('const a = 1\n// late'))).toHaveLength(1)
    expect(unheaded(file('// Owns a.\nconst a = 1'))).toEqual([])
  })

  test('refuses exported functions without a docstring', () => {
    const text =
      'export function a() {}\nexport const b = () => 1\n/** Documented. */\nexport async function c() {}\nfunction d() {}'
    expect(undocumented(file(text))).toEqual(['shared/domain/a.ts:1 → a', 'shared/domain/a.ts:2 → b'])
  })
})
