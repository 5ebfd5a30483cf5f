// Known secrets that a server repeats within a large answer: none is left in the file that holds it, wherever it lies.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { stripFile } from '../../../electron/core/capture/strip-file.ts'
import { secretsIn } from '../../../electron/core/capture/strip-secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'muniment-strip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const SECRET = 'planted-secret-4471-otter'
const MB = 1 << 20

test.each([
  ['at the beginning', [0]],
  ['at the end', [3 * MB - SECRET.length]],
  ['many times', [1000, 5000, MB + 7, 2 * MB + 9]],
  ['across the edge of a read', [MB - 1, 2 * MB - SECRET.length + 1]],
  ['right behind the edge of a read', [MB, 2 * MB + SECRET.length]],
])('%s', async (_, places) => {
  const bytes = Buffer.alloc(3 * MB, 'x')
  const clean = Buffer.from(bytes)
  for (const at of places) {
    bytes.write(SECRET, at)
    clean.fill('*', at, at + SECRET.length)
  }
  const path = join(folder, 'content')
  writeFileSync(path, bytes)
  await stripFile(path, secretsIn([SECRET]))
  expect(readFileSync(path).equals(clean)).toBe(true)
})

test('at any distance from an edge', async () => {
  for (let before = 0; before <= SECRET.length; before += 1) {
    const bytes = Buffer.alloc(MB + 100, 'x')
    bytes.write(SECRET, MB - before)
    const path = join(folder, 'edge')
    writeFileSync(path, bytes)
    await stripFile(path, secretsIn([SECRET]))
    expect(readFileSync(path).includes('planted')).toBe(false)
  }
})
