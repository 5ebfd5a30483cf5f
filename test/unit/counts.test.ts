// What is read of each sample is what a script in Python counts in its raw files, or docs/counts.md says why not.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Platform } from '../../electron/core/intake/platform.ts'
import { openTree } from '../../electron/core/intake/tree.ts'
import { added, type Counts, countRecords } from '../counts/columns.ts'
import { EXPLAINED } from '../counts/explained.ts'
import { type Compared, differences, pageOf, tableOf } from '../counts/page.ts'
import { findPlatforms } from '../endure/fuzz/cases.ts'
import { readPaths, writeFiles } from '../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../shared/samples')
const script = resolve(import.meta.dirname, '../counts/count.py')
const page = resolve(import.meta.dirname, '../../docs/counts.md')

const count = z.int().nonnegative()
const Counted = z.array(
  z.object({
    platform: z.string(),
    sample: z.string(),
    parts: z.array(z.string()),
    separate: z.boolean(),
    counts: z.object({
      posts: count,
      comments: count,
      messages: count,
      media: count,
      edits: count,
      deletions: count,
      reactions: count,
      other: count,
    }),
  }),
)

const python = spawnSync('python3', ['--version']).status === 0
const required = process.env.REQUIRE_APP === '1'
if (!python && !required) console.warn('Left out: the counts of the samples, which need python3.')

/** Below this an import asks a person. */
const SURE = 0.5

async function readSample(paths: readonly string[], platforms: readonly Platform[]): Promise<Counts | null> {
  // A ZIP, or a folder.
  const tree = await openTree(
    paths.map((path) => ({ path, name: path })),
    new AbortController().signal,
  )
  let best: { readonly platform: Platform; readonly confidence: number } | null = null
  for (const platform of platforms) {
    const confidence = (await platform.recognise(tree, new AbortController().signal))?.confidence ?? 0
    if (confidence >= SURE && confidence > (best?.confidence ?? 0)) best = { platform, confidence }
  }
  await tree.set.close()
  return best === null ? null : countRecords((await readPaths(best.platform, paths)).records)
}

/** An export that is one file, as an import lays it out. */
const alone = async (path: string) => [await writeFiles({ [basename(path)]: await readFile(path) })]

test.skipIf(!existsSync(samples) || (!python && !required))(
  'records read from each sample are as many as its files hold',
  { timeout: 120_000 },
  async () => {
    const { status, stdout, stderr } = spawnSync('python3', [script, samples], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    const platforms = await findPlatforms()
    const all: Compared[] = []
    for (const { platform, sample, parts, separate, counts: expected } of Counted.parse(JSON.parse(stdout))) {
      const paths = parts.map((part) => join(samples, part))
      const read: Counts[] = []
      for (const sources of separate ? await Promise.all(paths.map(alone)) : [paths]) {
        const counts = await readSample(sources, platforms)
        if (counts !== null) read.push(counts)
      }
      all.push({ platform, sample, expected, read: read.length === 0 ? null : added(read) })
    }
    console.log(tableOf(all))
    const unexplained = all.flatMap((one) =>
      differences(one)
        .filter((column) => EXPLAINED[one.sample]?.[column] === undefined)
        .map((column) => `${one.sample} ${column}: read ${one.read?.[column]}, counted ${one.expected[column]}`),
    )
    expect(unexplained).toEqual([])
    const idle = Object.entries(EXPLAINED).flatMap(([sample, columns]) => {
      const one = all.find((compared) => compared.sample === sample)
      const known = one === undefined ? [] : differences(one)
      return Object.keys(columns)
        .filter((column) => !known.some((own) => own === column))
        .map((column) => `${sample} ${column}`)
    })
    expect(idle).toEqual([])
    await expect(pageOf(all)).toMatchFileSnapshot(page)
  },
)
