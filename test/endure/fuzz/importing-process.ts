// A process that imports broken exports into real vaults, packed as ZIPs whose own bytes may be broken too, until it is ended.
// Usage: node importing-process.ts SEED FIRST (needs the bundle in out/main)
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId } from '../../../shared/domain/id.ts'
import { openBuilt } from '../../bench/open.ts'
import type { Random } from '../../fixtures/x/random.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { verifyVault } from '../verify.ts'
import { prepareFuzzer } from './cases.ts'
import { IMPORTS_ROUND, type Said } from './messages.ts'
import { breakBytes } from './mutate-bytes.ts'
import type { Files } from './mutate-files.ts'

const [seed = 1, first = 0] = process.argv.slice(2).map(Number)
const scratch = mkdtempSync(join(tmpdir(), 'muniment-fuzz-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
process.once('disconnect', () => process.exit(0))

const say = (said: Said) => void process.send?.(said)
const context = () => ({ command: CommandId.parse(randomUUID()), actor: null, signal: new AbortController().signal })
const Shown = z.object({
  state: z.string(),
  problem: z.object({ code: z.string(), sentence: z.string() }).nullable(),
  result: z.unknown(),
})
type Vault = Awaited<ReturnType<typeof openBuilt>>

/** The export as somebody hands it in: a folder, a sound ZIP, or a ZIP broken somewhere. */
function pack(files: Files, random: Random): string {
  const path = join(scratch, 'export')
  rmSync(path, { recursive: true, force: true })
  if (random.chance(0.2) && [...files.keys()].every((name) => name.length < 200 && !name.endsWith('/'))) {
    try {
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), bytes)
      }
      return path
    } catch {
      // A file stands where a folder should: a disk cannot hold it, a ZIP can.
      rmSync(path, { recursive: true, force: true })
    }
  }
  const zip = rawZip([...files].map(([name, data]) => ({ name, data, method: random.pick([0, 8]) })))
  writeFileSync(path, random.chance(0.5) ? zip : breakBytes(zip, random))
  return path
}

/** Imports it. @returns what broke the law, null for all that a clerk is told in words */
async function importOne(vault: Vault, account: number, path: string, said: string | null): Promise<string | null> {
  const sources = [vault.grant(path, 'read').grant]
  try {
    const begun = await vault.call('intake.import', { sources, account, platform: said }, context())
    const { job } = z.object({ job: z.string() }).parse(begun)
    for (;;) {
      const { state, problem, result } = Shown.parse(await vault.call('job.show', { id: job }, context()))
      if (state === 'running' || state === 'queued') await sleep(4)
      else if (state === 'succeeded') return result === null ? 'it succeeded without a result' : null
      else return problem === null || problem.code === 'UNEXPECTED' ? (problem?.sentence ?? `it ${state}`) : null
    }
  } catch (error) {
    const { code } = z.object({ code: z.string() }).catch({ code: 'UNEXPECTED' }).parse(error)
    return code === 'UNEXPECTED' ? String(error) : null
  }
}

const fuzzer = await prepareFuzzer(scratch)
say({ type: 'ready', seeds: fuzzer.sown.length, platforms: fuzzer.platforms.length })
for (let nth = first; ; ) {
  const folder = join(scratch, 'vault')
  const vault = await openBuilt(folder, true)
  const draft = { platform: 'x', handle: 'AlderBay', name: '', department: '', liaison: '', nativeId: null }
  const { id } = z.object({ id: z.number() }).parse(await vault.call('account.add', draft, context()))
  const last = nth + IMPORTS_ROUND
  for (; nth < last; nth += 1) {
    say({ type: 'begun', nth })
    const { sown, files, random } = fuzzer.filesOf(seed, nth)
    // A clerk may say the platform: then it is read in spite of what it looks like.
    const wrong = await importOne(vault, id, pack(files, random), random.chance(0.5) ? sown.platform.name : null)
    if (wrong === null) continue
    const breach = { platform: sown.platform.name, law: 'crash' as const, file: null, what: wrong }
    say({ type: 'broken', nth, seed: sown.name, breaches: [breach] })
  }
  const { counts } = z
    .object({ counts: z.object({ records: z.number() }) })
    .parse(await vault.call('vault.summary', {}, context()))
  await vault.close()
  for (const { code, sentence } of await verifyVault(folder)) {
    const breach = { platform: 'vault', law: 'nameless' as const, file: null, what: `${code} ${sentence}` }
    say({ type: 'broken', nth: last - 1, seed: 'the round', breaches: [breach] })
  }
  rmSync(folder, { recursive: true, force: true })
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const [heapMB, rssMB] = [heapUsed + external, rss].map((bytes) => Math.round(bytes / 2 ** 20))
  const sums = { cases: IMPORTS_ROUND, records: counts.records, findings: 0, recognised: 0, slowestMs: 0 }
  say({ type: 'round', next: nth, ...sums, heapMB: heapMB ?? 0, rssMB: rssMB ?? 0 })
}
