// What every command loads before it does anything: whatever a clerk types, she waits for that.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'

const built = resolve(import.meta.dirname, '../../../out/main')
const IMPORT = /^(?:import|export) (?:.* from )?"([^"]+)";?$/gm
/** Twice what it was when this was written. */
const MOST_CODE = 2_000_000

/** The built files that a file loads without being asked for them, and the packages outside the bundle. */
function loadedFrom(file: string, files: Map<string, number>, packages: Set<string>): void {
  if (files.has(file)) return
  const code = readFileSync(file, 'utf8')
  files.set(file, code.length)
  for (const [, target = ''] of code.matchAll(IMPORT)) {
    if (target.startsWith('.')) loadedFrom(resolve(dirname(file), target), files, packages)
    else if (!target.startsWith('node:')) packages.add(target)
  }
}

test('a command loads neither typesetting nor pictures, encryption or office documents before it needs them', () => {
  const [files, packages] = [new Map<string, number>(), new Set<string>()]
  loadedFrom(resolve(built, 'cli.js'), files, packages)
  expect([...packages]).toEqual(['better-sqlite3-multiple-ciphers'])
  const code = [...files.values()].reduce((sum, size) => sum + size, 0)
  expect(files.size).toBeGreaterThan(5)
  expect(code).toBeLessThan(MOST_CODE)
})
