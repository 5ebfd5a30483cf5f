// One case of the fuzzer: a seed export, broken by a number, read by every platform that takes it for its own.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Platform } from '../../../electron/core/intake/platform.ts'
import { type Random, seededRandom } from '../../fixtures/x/random.ts'
import { type Breach, judge } from './law.ts'
import { anyDelivery, memoryTree, SOUND } from './memory-tree.ts'
import { moduleAt } from './modules.ts'
import { breakExport, type Files } from './mutate-files.ts'
import { findSeeds, type Seed } from './seeds.ts'

const folder = resolve(import.meta.dirname, '../../../electron/core/intake/platforms')

/** A seed with what it gives while it is sound. */
export interface Sown extends Seed {
  /** The platform that is surest of it. */
  readonly platform: Platform
  readonly items: ReadonlyMap<string, number>
  readonly records: number
}

/** What one case came to. */
export interface CaseResult {
  readonly seed: string
  readonly records: number
  readonly findings: number
  readonly recognised: boolean
  readonly breaches: readonly Breach[]
}

export interface Fuzzer {
  readonly sown: readonly Sown[]
  readonly platforms: readonly Platform[]
  /** The broken export of a case, the same for the same numbers. */
  filesOf(seed: number, nth: number): { readonly sown: Sown; readonly files: Files; readonly random: Random }
  run(seed: number, nth: number): Promise<CaseResult>
}

/** Every platform, found by folder. */
export async function findPlatforms(): Promise<readonly Platform[]> {
  const platforms: Platform[] = []
  for (const name of readdirSync(folder).sort()) {
    const { default: platform } = await moduleAt(resolve(folder, name, 'platform.ts'))
    if (isPlatform(platform)) platforms.push(platform)
  }
  return platforms
}

function isPlatform(value: unknown): value is Platform {
  return typeof value === 'object' && value !== null && 'recognise' in value && 'open' in value
}

/** @param scratch an empty folder for what readers do not keep in memory */
export async function prepareFuzzer(scratch: string): Promise<Fuzzer> {
  const platforms = await findPlatforms()
  const seeds = await findSeeds()
  const sown: Sown[] = []
  for (const seed of seeds) {
    const one = await sow(seed, platforms, scratch)
    if (one !== null) sown.push(one)
  }
  for (const platform of platforms) {
    if (sown.some((one) => one.platform === platform)) continue
    const one = await sowBySaying(platform, seeds, scratch)
    if (one !== null) sown.push(one)
  }
  const filesOf = (seed: number, nth: number) => {
    const random = seededRandom(seed).fork(String(nth))
    const chosen = random.pick(sown)
    const files = breakExport(chosen.files, random, random.pick(sown).files)
    return { sown: chosen, files, random }
  }
  return {
    sown,
    platforms,
    filesOf,
    run: async (seed, nth) => {
      const { sown: chosen, files, random } = filesOf(seed, nth)
      const tree = memoryTree(files, anyDelivery(files, random))
      const result = { seed: chosen.name, records: 0, findings: 0, recognised: false, breaches: [] as Breach[] }
      for (const platform of platforms) {
        const said = platform === chosen.platform
        const before = said ? chosen.items : new Map<string, number>()
        const judged = await judge(platform, tree, files, said, before, scratch)
        result.records += judged.records
        result.findings += judged.findings
        result.recognised ||= judged.recognised
        result.breaches.push(...judged.breaches)
      }
      return result
    },
  }
}

/** What takes anything where a person says so is never the surest of anything: the first export of which it makes records. */
async function sowBySaying(platform: Platform, seeds: readonly Seed[], scratch: string): Promise<Sown | null> {
  for (const seed of seeds) {
    const tree = memoryTree(seed.files, SOUND)
    const { items, records } = await judge(platform, tree, seed.files, true, new Map(), scratch)
    if (records > 0) return { ...seed, platform, items, records }
  }
  return null
}

async function sow(seed: Seed, platforms: readonly Platform[], scratch: string): Promise<Sown | null> {
  const tree = memoryTree(seed.files, SOUND)
  const signal = new AbortController().signal
  let best: { readonly platform: Platform; readonly confidence: number } | null = null
  for (const platform of platforms) {
    const confidence = (await platform.recognise(tree, signal))?.confidence ?? 0
    if (confidence > (best?.confidence ?? 0.3)) best = { platform, confidence }
  }
  if (best === null) return null
  const { items, records } = await judge(best.platform, tree, seed.files, true, new Map(), scratch)
  return { ...seed, platform: best.platform, items, records }
}
