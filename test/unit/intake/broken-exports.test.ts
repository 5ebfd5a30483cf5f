// Every export that once broke a parser is read in good order: records, failed items and unreadable files, each with its words.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findPlatforms } from '../../endure/fuzz/cases.ts'
import { judge } from '../../endure/fuzz/law.ts'
import { memoryTree, SOUND } from '../../endure/fuzz/memory-tree.ts'
import { broken } from '../../fixtures/broken.ts'

const scratch = mkdtempSync(join(tmpdir(), 'muniment-broken-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const platforms = await findPlatforms()

test.each(broken)('$platform: $how', async ({ platform: name, files: texts, damaged, ...expected }) => {
  const platform = platforms.find((one) => one.name === name)
  if (platform === undefined) throw new Error(`no platform is called ${name}`)
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, Buffer.from(text)]))
  const damagedAfter = (file: string) => (file === damaged ? (files.get(file)?.length ?? 0) : null)
  for (const chunk of damaged === undefined ? [1 << 16, 7] : [1 << 16]) {
    const tree = memoryTree(files, { ...SOUND, chunk, damagedAfter })
    const { records, failed, unreadable, breaches } = await judge(platform, tree, files, true, new Map(), scratch)
    expect({ chunk, records, failed, unreadable, breaches }).toEqual({ chunk, ...without(expected), breaches: [] })
  }
})

function without({ how: _, ...counts }: { readonly how: string; readonly records: number }) {
  return counts
}
