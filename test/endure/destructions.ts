// Executions killed with SIGKILL at random moments: every time the vault opens, verifies, and the execution ends in the same certificate; and a
// script that shares nothing with Muniment finds no byte of what was destroyed.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { Certificate } from '../../shared/domain/disposition/destruction.ts'
import { purgeableVault } from '../bench/purgeable-vault.ts'
import { distinctive, picture } from '../support/purgeable.ts'
import { writeToQuickDisk } from '../support/quick-disk.ts'
import type { EndureOptions } from './kills.ts'
import { verifyVault } from './verify.ts'

const POSTS = 1000
/** Of a vault that is killed: several batches, and soon done. */
const KILLED_POSTS = 250
/** Of a picture: a piece from its middle. */
const PIECE = [200, 232] as const
const executor = resolve(import.meta.dirname, 'executor.ts')
const script = resolve(import.meta.dirname, 'leftovers.py')

/**
 * Carries out a plan over 1,000 posts with pictures and looks for what is left; then kills executions of a smaller plan.
 * A process that is killed leaves what it wrote to the system, on a disk or in memory: the vaults lie where they are written soonest.
 * @returns how many did not come out right
 */
export async function endureDestructions({ minutes, kills, report }: EndureOptions): Promise<number> {
  writeToQuickDisk()
  const folder = mkdtempSync(join(tmpdir(), 'muniment-destroy-'))
  let failed = (await undisturbed(join(folder, 'large'), POSTS, report)).left
  const trial = await undisturbed(join(folder, 'small'), KILLED_POSTS, report)
  failed += trial.left
  const until = performance.now() + minutes * 60_000
  let done = 0
  let { length } = trial
  for (let at = 1; done < kills && performance.now() < until; at += 1) {
    const vault = join(folder, `killed-${at}.muniment`)
    cpSync(trial.base, vault, { recursive: true })
    const moment = Math.random() * length
    const { killed, took, wrong } = await killOnce(vault, moment, trial)
    if (wrong) failed += 1
    // One that was quicker than the kill is no kill: the next come sooner.
    if (killed) done += 1
    else length = Math.min(length, took)
    const what = killed
      ? `${String(done).padStart(3)}  killed after ${Math.round(moment)} ms`
      : '     done before the kill'
    report(`${what}  ${wrong ?? 'same certificate, verified'}`)
    rmSync(vault, { recursive: true, force: true })
  }
  report(`${done} kills, ${failed} of them wrong`)
  rmSync(folder, { recursive: true, force: true })
  return failed
}

/** A plan that is ready to be carried out, with what comes of it where nobody disturbs it. */
interface Trial {
  /** The vault before. */
  readonly base: string
  /** The file of what the script looks for. */
  readonly needles: string
  readonly length: number
  readonly expected: string
  /** 1 where the script found something afterwards. */
  readonly left: 0 | 1
}

async function undisturbed(folder: string, posts: number, report: (line: string) => void): Promise<Trial> {
  mkdirSync(folder)
  const numbers = Array.from({ length: posts }, (_, at) => at + 1)
  const base = join(folder, 'base.muniment')
  await purgeableVault(base, folder, numbers, true)
  const needles = join(folder, 'needles.txt')
  const wanted = numbers.flatMap((number) => [
    Buffer.from(distinctive(number)).toString('hex'),
    picture(number)
      .subarray(...PIECE)
      .toString('hex'),
  ])
  writeFileSync(needles, wanted.join('\n'))
  const whole = join(folder, 'whole.muniment')
  cpSync(base, whole, { recursive: true })
  const before = leftovers(whole, needles)
  if (before.found === 0) throw new Error('the script finds nothing even before anything is destroyed')
  const began = performance.now()
  if ((await run(whole, null)) !== 'well') throw new Error('the execution does not end well even when it is left alone')
  const length = performance.now() - began
  const after = leftovers(whole, needles)
  report(`Before: ${before.said}`)
  report(`Undisturbed, ${posts} records take ${Math.round(length)} ms; ${after.said}`)
  return { base, needles, length, expected: outcomeOf(whole), left: after.found > 0 ? 1 : 0 }
}

interface Attempt {
  readonly killed: boolean
  /** How long the process lived, in milliseconds. */
  readonly took: number
  readonly wrong: string | null
}

async function killOnce(vault: string, moment: number, trial: Trial): Promise<Attempt> {
  const began = performance.now()
  const outcome = await run(vault, moment)
  const killed = outcome === 'killed'
  const took = performance.now() - began
  if (killed && Math.random() < 0.3) await run(vault, moment * Math.random())
  return { killed, took, wrong: outcome === 'badly' ? 'it ended badly by itself' : await wrongAfter(vault, trial) }
}

/** Takes up what was killed. @returns what is wrong, or null */
async function wrongAfter(vault: string, { expected, needles }: Trial): Promise<string | null> {
  const damage = (await verifyVault(vault)).filter(({ code }) => code !== 'V031')
  if (damage.length > 0) return `after the kill: ${damage[0]?.sentence}`
  if ((await run(vault, null)) !== 'well') return 'the execution could not be completed'
  const findings = await verifyVault(vault)
  if (findings.length > 0) return `at the end: ${findings[0]?.sentence}`
  if (leftovers(vault, needles).found > 0) return 'the script found what was destroyed'
  return outcomeOf(vault) === expected ? null : 'the certificate differs'
}

/** What the certificate says but for its moments, and for what was counted on the way. */
function outcomeOf(vault: string): string {
  const db = new Database(join(vault, 'catalog.sqlite'), { readonly: true })
  try {
    const row = db
      .prepare<[], { digest: string }>('SELECT lower(hex(document_digest)) AS digest FROM destruction')
      .get()
    const digest = row?.digest ?? ''
    const text = readFileSync(join(vault, 'objects', digest.slice(0, 2), digest.slice(2)), 'utf8')
    const { number, plan, approvals, destroyed, passedOver, packages, bySeries, stopped, proof } = Certificate.parse(
      JSON.parse(text),
    )
    return JSON.stringify({
      number,
      plan,
      approvals,
      destroyed,
      passedOver,
      packages,
      bySeries,
      stopped,
      left: proof.left,
    })
  } finally {
    db.close()
  }
}

function leftovers(vault: string, needles: string): { readonly found: number; readonly said: string } {
  try {
    execFileSync('python3', [script, vault, needles], { stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 })
    return { found: 0, said: 'the script finds nothing' }
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status !== 1) throw error
    const out = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    const found = out.split('\n').filter((line) => line !== '').length
    return { found, said: `the script finds ${found} pieces` }
  }
}

/** Runs an execution to its end, or kills it after `moment` milliseconds. */
async function run(vault: string, moment: number | null): Promise<'well' | 'badly' | 'killed'> {
  const child = spawn(process.execPath, [executor, vault], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<'well' | 'badly' | 'killed'>((resolveEnd) =>
    child.once('exit', (code, signal) => resolveEnd(signal === 'SIGKILL' ? 'killed' : code === 0 ? 'well' : 'badly')),
  )
  if (moment !== null && (await Promise.race([ended, sleep(moment, 'now' as const)])) === 'now') child.kill('SIGKILL')
  return ended
}
