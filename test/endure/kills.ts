// Imports killed with SIGKILL at random moments: every time the vault opens, verifies, and the import ends in the same content.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { largeExports, writeLarge } from '../fixtures/large.ts'
import { demoExports } from '../fixtures/x/demo.ts'
import { millionTweets } from '../fixtures/x/million.ts'
import { contentOf } from './content.ts'
import { verifyVault } from './verify.ts'

const TWEETS = 20_000
const PICTURES = 1500
const importer = resolve(import.meta.dirname, 'importer.ts')

export interface EndureOptions {
  readonly minutes: number
  readonly kills: number
  readonly report: (line: string) => void
}

/** An import that is killed again and again, with what it comes to when it is left alone. */
interface Trial {
  readonly name: string
  /** A vault to begin with, which holds all sources but the last; null for none. */
  readonly base: string | null
  readonly sources: readonly string[]
  readonly length: number
  readonly expected: string
}

/**
 * Kills imports until the count or the time is reached: of 20,000 tweets into an empty vault and of a city's second export, with notes,
 * messages and media, into a vault that holds its first, and of many small files, by turns.
 * @returns how many of them did not come out right
 */
export async function endureKills({ minutes, kills, report }: EndureOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-endure-'))
  const trials = await prepareTrials(folder)
  for (const { name, length, expected } of trials)
    report(`Undisturbed, ${name} takes ${Math.round(length)} ms; content ${expected.slice(0, 16)}`)
  const until = performance.now() + minutes * 60_000
  let failed = 0
  let done = 0
  for (; done < kills && performance.now() < until; done += 1) {
    const trial = trials[done % trials.length]
    if (trial === undefined) break
    const vault = join(folder, `killed-${done}.muniment`)
    if (trial.base === null) mkdirSync(vault, { recursive: true })
    else cpSync(trial.base, vault, { recursive: true })
    const moment = Math.random() * trial.length
    const wrong = await killOnce(vault, trial, moment)
    if (wrong) failed += 1
    const when = String(Math.round(moment)).padStart(5)
    report(
      `${String(done + 1).padStart(3)}  ${trial.name} killed after ${when} ms  ${wrong ?? 'same content, verified'}`,
    )
    rmSync(vault, { recursive: true, force: true })
  }
  report(`${done} kills, ${failed} of them wrong`)
  rmSync(folder, { recursive: true, force: true })
  return failed
}

async function prepareTrials(folder: string): Promise<Trial[]> {
  const tweets = join(folder, 'twitter-export.zip')
  await millionTweets(tweets, TWEETS)
  const pictures = join(folder, 'flickr.zip')
  const flickr = largeExports.find(({ platform }) => platform === 'flickr')
  if (flickr) await writeLarge(pictures, flickr, PICTURES)
  const { first, second } = await demoExports(join(folder, 'demo'), 7)
  const base = join(folder, 'first.muniment')
  await run(base, [first.path], null)
  return [
    await undisturbed(folder, `an import of ${TWEETS.toLocaleString('en-US')}`, null, [tweets]),
    await undisturbed(folder, 'a second export', base, [first.path, second.path]),
    await undisturbed(folder, `an import of ${PICTURES.toLocaleString('en-US')} small files`, null, [pictures]),
  ]
}

async function undisturbed(folder: string, name: string, base: string | null, sources: readonly string[]) {
  const whole = join(folder, `whole-${name}.muniment`)
  if (base !== null) cpSync(base, whole, { recursive: true })
  const began = performance.now()
  if (!(await run(whole, sources, null))) throw new Error(`${name} does not end well even when it is left alone`)
  return { name, base, sources, length: performance.now() - began, expected: contentOf(whole) }
}

async function killOnce(vault: string, { sources, expected }: Trial, moment: number): Promise<string | null> {
  await run(vault, sources, moment)
  if (Math.random() < 0.3) await run(vault, sources, moment * Math.random())
  const after = await verifyVault(vault)
  const damage = after.filter((finding) => finding.code !== 'V031')
  if (damage.length > 0) return `after the kill: ${damage[0]?.sentence}`
  if (!(await run(vault, sources, null))) return 'the import could not be completed'
  const findings = await verifyVault(vault)
  if (findings.length > 0) return `at the end: ${findings[0]?.sentence}`
  return contentOf(vault) === expected ? null : 'the content differs'
}

/** Runs the importer to its end, or kills it after `moment` milliseconds. Returns whether it ended well. */
async function run(vault: string, sources: readonly string[], moment: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [importer, vault, ...sources], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise<boolean>((resolveEnd) => child.once('exit', (code) => resolveEnd(code === 0)))
  if (moment !== null) {
    const first = await Promise.race([ended, sleep(moment, 'now' as const)])
    if (first === 'now') child.kill('SIGKILL')
  }
  return ended
}
