// A small ring of the fuzzer, and that the fuzzer sees what it is for: no crash, no nameless or silent outcome, nothing that cannot be stored.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Platform } from '../../electron/core/intake/platform.ts'
import { prepareFuzzer } from '../endure/fuzz/cases.ts'
import { judge } from '../endure/fuzz/law.ts'
import { memoryTree, SOUND } from '../endure/fuzz/memory-tree.ts'
import { breakExport } from '../endure/fuzz/mutate-files.ts'
import { seededRandom } from '../fixtures/x/random.ts'

/** A few seconds; `npm run endure -- fuzz` goes on for as long as asked. */
const CASES = 600

const scratch = mkdtempSync(join(tmpdir(), 'muniment-fuzz-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const fuzzer = await prepareFuzzer(scratch)

test('every platform has an export to break, which gives records while it is sound', () => {
  const sown = new Set(fuzzer.sown.filter(({ records }) => records > 0).map(({ platform }) => platform.name))
  // Produced items are a package that the import makes itself, of what other platforms read.
  const platforms = fuzzer.platforms.map(({ name }) => name).filter((name) => name !== 'produced')
  expect(platforms.filter((name) => !sown.has(name))).toEqual([])
})

test(`${CASES} broken exports break no parser`, { timeout: 120_000 }, async () => {
  const broken = []
  for (let nth = 0; nth < CASES; nth += 1) {
    const { breaches, seed } = await fuzzer.run(2026, nth)
    if (breaches.length > 0) broken.push({ nth, seed, breaches })
  }
  expect(broken).toEqual([])
})

test('no file of any export does harm by turning out to be damaged', { timeout: 120_000 }, async () => {
  const broken = []
  for (const { name, platform, files, items } of fuzzer.sown) {
    for (const [damaged, bytes] of files) {
      if (/\.(?:jpe?g|png|mp4)$/.test(damaged)) continue
      const damagedAfter = (file: string) => (file === damaged ? bytes.length : null)
      const tree = memoryTree(files, { ...SOUND, damagedAfter })
      const { breaches } = await judge(platform, tree, files, true, items, scratch)
      if (breaches.length > 0) broken.push({ name, damaged, breaches })
    }
  }
  expect(broken).toEqual([])
})

test('the same numbers break the same export in the same way', () => {
  const [one, other] = [fuzzer.filesOf(5, 77), fuzzer.filesOf(5, 77)]
  expect([...one.files]).toEqual([...other.files])
  const sound = fuzzer.sown[0]?.files ?? new Map<string, Buffer>()
  const changed = Array.from({ length: 50 }, (_, seed) => breakExport(sound, seededRandom(seed), sound))
  expect(changed.filter((files) => !sameFiles(files, sound)).length).toBeGreaterThan(40)
})

describe('the fuzzer sees', () => {
  const sown = fuzzer.sown.find(({ platform }) => platform.name === 'mastodon')
  if (sown === undefined) throw new Error('there is an export of Mastodon')
  const { platform, files, items } = sown
  const lawsBroken = async (changed: Partial<Platform>) => {
    const { breaches } = await judge({ ...platform, ...changed }, memoryTree(files, SOUND), files, true, items, scratch)
    return [...new Set(breaches.map(({ law }) => law))]
  }

  test('nothing in a sound export', async () => {
    expect(await lawsBroken({})).toEqual([])
  })

  test('a crash while looking at files, and one while reading them', async () => {
    const crash = () => Promise.reject(new TypeError('x is not a function'))
    expect(await lawsBroken({ plan: crash })).toEqual(['crash'])
    expect(await lawsBroken({ open: crash })).toEqual(['crash'])
  })

  test('a file that is kept unread without a reason', async () => {
    const plan: Platform['plan'] = async (tree, signal) => {
      const made = await platform.plan(tree, signal)
      return { ...made, files: made.files.map((file) => ({ ...file, use: 'unread' as const, note: null })) }
    }
    expect(await lawsBroken({ plan })).toEqual(['nameless'])
  })

  test('an item that is not what stands at its place, and a record that cannot be stored', async () => {
    const open: Platform['open'] = async (tree, plan, folder, signal) => {
      const reader = await platform.open(tree, plan, folder, signal)
      return {
        ...reader,
        read: async function* (file, own) {
          for await (const group of reader.read(file, own))
            yield group.map((item) => ({
              ...item,
              start: item.start + 1,
              outcome:
                item.outcome.type === 'record'
                  ? { ...item.outcome, draft: { ...item.outcome.draft, nativeId: '', at: Number.NaN } }
                  : item.outcome,
            }))
        },
      }
    }
    expect((await lawsBroken({ open })).sort()).toEqual(['misplaced', 'unstorable'])
  })

  test('a file that fell silent', async () => {
    const long = new Map(
      [...files].map(([name, bytes]) => [name, Buffer.concat([bytes, Buffer.from(' x'.repeat(900))])]),
    )
    const open: Platform['open'] = async (tree, plan, folder, signal) => ({
      ...(await platform.open(tree, plan, folder, signal)),
      read: async function* () {},
    })
    const { breaches } = await judge({ ...platform, open }, memoryTree(files, SOUND), long, true, items, scratch)
    expect([...new Set(breaches.map(({ law }) => law))]).toEqual(['silent'])
  })
})

function sameFiles(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): boolean {
  return one.size === other.size && [...one].every(([name, bytes]) => other.get(name)?.equals(bytes) === true)
}
