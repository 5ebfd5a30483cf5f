// Executions killed with SIGKILL at random moments of every stage: every time the vault opens, verifies, and the execution ends in the same certificate;
// and a script that shares nothing with Muniment finds no byte of what was destroyed.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { Certificate } from '../../shared/domain/disposition/destruction.ts'
import { purgeableVault } from '../bench/purgeable-vault.ts'
import { distinctive, picture } from '../support/purgeable.ts'
import { writeToQuickDisk } from '../support/quick-disk.ts'
import { type Moment, runExecution } from './execution-process.ts'
import type { EndureOptions } from './kills.ts'
import { leftovers } from './leftovers.ts'
import { officeVault, wordsOfRequest } from './office-vault.ts'

const POSTS = 1000
/** Of a vault that is killed: two runs, and as many files of the office again. */
const KILLED_POSTS = 150
const REQUESTS = 24
/** Of a picture: a piece from its middle. */
const PIECE = [200, 232] as const

/**
 * Carries out a plan over 1,000 posts with pictures and looks for what is left; then kills executions of a smaller plan, with the office's own files,
 * at moments of its stages by turns. A process that is killed leaves what it wrote to the system, on a disk or in memory: the vaults lie where they are
 * written soonest, and one is killed for each processor at a time.
 * @returns how many did not come out right
 */
export async function endureDestructions({ minutes, kills, report }: EndureOptions): Promise<number> {
  writeToQuickDisk()
  const folder = mkdtempSync(join(tmpdir(), 'muniment-destroy-'))
  let failed = (await undisturbed(join(folder, 'large'), purgeable, report)).left
  const trial = await undisturbed(join(folder, 'small'), withOffice, report)
  failed += trial.left
  const until = performance.now() + minutes * 60_000
  const at = new Map<string, number>()
  let [done, tries] = [0, 0]
  const lane = async () => {
    while (done < kills && performance.now() < until) {
      tries += 1
      const vault = join(folder, `killed-${tries}.muniment`)
      const attempt = await killOnce(vault, tries, trial)
      rmSync(vault, { recursive: true, force: true })
      if (attempt.wrong !== null) failed += 1
      // One that was quicker than the kill is no kill.
      if (attempt.killed) done += 1
      if (attempt.killed) at.set(attempt.stage, (at.get(attempt.stage) ?? 0) + 1)
      const what = attempt.killed
        ? `${String(done).padStart(3)}  killed while ${attempt.stage}`
        : '     done before the kill'
      report(`${what}  ${attempt.wrong ?? 'same certificate, verified'}`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  report(`${done} kills, ${failed} of them wrong: ${[...at].map(([stage, count]) => `${count} ${stage}`).join(', ')}`)
  rmSync(folder, { recursive: true, force: true })
  return failed
}

/** Makes a vault whose plan is ready. Returns what nothing may be left of. */
type Make = (vault: string, folder: string) => Promise<readonly Buffer[]>

const needlesOf = (numbers: readonly number[]) =>
  numbers.flatMap((number) => [Buffer.from(distinctive(number)), picture(number).subarray(...PIECE)])
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

const purgeable: Make = async (vault, folder) => {
  await purgeableVault(vault, folder, upTo(POSTS), true)
  return needlesOf(upTo(POSTS))
}

const withOffice: Make = async (vault, folder) => {
  const gone = await officeVault(vault, folder, upTo(KILLED_POSTS), REQUESTS)
  return [...needlesOf(upTo(KILLED_POSTS)), ...gone.map((number) => Buffer.from(wordsOfRequest(number)))]
}

/** A plan that is ready to be carried out, with what comes of it where nobody disturbs it. */
interface Trial {
  /** The vault before. */
  readonly base: string
  /** The file of what the script looks for. */
  readonly needles: string
  readonly stages: readonly { readonly stage: string; readonly lasted: number }[]
  readonly expected: string
  /** 1 where the script found something afterwards. */
  readonly left: 0 | 1
}

async function undisturbed(folder: string, make: Make, report: (line: string) => void): Promise<Trial> {
  mkdirSync(folder)
  const base = join(folder, 'base.muniment')
  const wanted = await make(base, folder)
  const needles = join(folder, 'needles.txt')
  writeFileSync(needles, wanted.map((one) => one.toString('hex')).join('\n'))
  const whole = join(folder, 'whole.muniment')
  cpSync(base, whole, { recursive: true })
  const before = await leftovers(whole, needles)
  if (before.found === 0) throw new Error('the script finds nothing even before anything is destroyed')
  const began = performance.now()
  const { how, stages } = await runExecution(whole, {})
  if (how !== 'well') throw new Error('the execution does not end well even when it is left alone')
  const after = await leftovers(whole, needles)
  report(`Before: ${before.said}`)
  report(`Undisturbed, ${wanted.length} pieces take ${Math.round(performance.now() - began)} ms; ${after.said}`)
  report(stages.map(({ stage, lasted }) => `${stage} ${Math.round(lasted)} ms`).join(', '))
  return { base, needles, stages, expected: outcomeOf(whole), left: after.found > 0 ? 1 : 0 }
}

interface Attempt {
  readonly killed: boolean
  readonly stage: string
  readonly wrong: string | null
}

async function killOnce(vault: string, turn: number, trial: Trial): Promise<Attempt> {
  cpSync(trial.base, vault, { recursive: true })
  const moment = someMoment(trial, turn)
  const { how } = await runExecution(vault, { kill: moment })
  const killed = how === 'killed'
  if (killed && Math.random() < 0.2) await runExecution(vault, { kill: someMoment(trial, turn + 1) })
  const wrong = how === 'badly' ? 'it ended badly by itself' : await wrongAfter(vault, trial)
  return { killed, stage: moment.stage, wrong }
}

/** Some moment of a stage; the stages come by turns. */
function someMoment({ stages }: Trial, turn: number): Moment {
  const { stage, lasted } = stages[turn % stages.length] ?? { stage: 'beginning', lasted: 0 }
  return { stage, after: Math.random() * lasted }
}

/** Takes up what was killed, and verifies before and afterwards. @returns what is wrong, or null */
async function wrongAfter(vault: string, { expected, needles }: Trial): Promise<string | null> {
  const { how, before, after } = await runExecution(vault, { verify: true })
  const damage = before.filter(({ code }) => code !== 'V031')
  if (damage.length > 0) return `after the kill: ${damage[0]?.sentence}`
  if (how !== 'well') return 'the execution could not be completed'
  if (after.length > 0) return `at the end: ${after[0]?.sentence}`
  if ((await leftovers(vault, needles)).found > 0) return 'the script found what was destroyed'
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
    const made = Certificate.parse(JSON.parse(text))
    const { number, plan, approvals, destroyed, passedOver, packages, bySeries, stopped, proof } = made
    const { files, filesKept } = made
    const office = { files, filesKept }
    const records = { destroyed, passedOver, packages, bySeries }
    return JSON.stringify({ number, plan, approvals, ...records, ...office, stopped, left: proof.left })
  } finally {
    db.close()
  }
}
