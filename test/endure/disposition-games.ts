// Long games of disposition against the model, one process for each processor, played where the short ones are; every game is told as it ends.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'out/disposition')
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const LOOK = 15_000

const Game = z.object({ seed: z.number(), said: z.string().nullable(), played: z.record(z.string(), z.number()) })

export interface GamesOptions {
  /** Steps over all processes. */
  readonly steps: number
  /** Steps of a game, after which another seed begins in a new vault. */
  readonly length: number
  readonly seed: number
  readonly processes?: number
  readonly report: (line: string) => void
}

/**
 * Plays so many steps: a step is one act that is really given to a vault (see test/support/disposition/game.ts). The vaults lie in memory where there
 * is room: nothing is asked of the disk, whose own kills are those of `destructions.ts`.
 * @returns how many games ended in disagreement between vault and model; each is told with its seed and its step, by which it is played again
 */
export async function endureGames({ steps, length, seed, processes, report }: GamesOptions): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const count = Math.max(1, Math.min(processes ?? availableParallelism(), Math.ceil(steps / length)))
  const files = Array.from({ length: count }, (_, place) => join(folder, `games-${process.pid}-${place}.jsonl`))
  for (const file of files) rmSync(file, { force: true })
  const began = performance.now()
  let running = count
  let broken = 0
  for (const [place, file] of files.entries()) {
    const args = [
      vitest,
      'run',
      '--config',
      'test/vitest.config.ts',
      '--project',
      'unit',
      'test/law/disposition-model',
      '-t',
      'goes on',
    ]
    const env = {
      ...process.env,
      DISPOSITION_STEPS: String(Math.ceil(steps / count)),
      DISPOSITION_GAME: String(length),
      DISPOSITION_SEED: String(seed + place),
      DISPOSITION_STRIDE: String(count),
      DISPOSITION_TOLD: file,
    }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' })
    child.once('exit', (code) => {
      running -= 1
      if (code !== 0) broken += 1
    })
  }
  const disagreements = new Set<string>()
  let seen = 0
  for (let ended = false; !ended; ) {
    ended = running === 0
    const games = files.flatMap(gamesIn)
    for (const { said } of games) {
      if (said === null || disagreements.has(said)) continue
      disagreements.add(said)
      report(`DISAGREEMENT  ${said}`)
    }
    if (games.length > seen || ended) report(summary(games, performance.now() - began))
    seen = games.length
    if (!ended) await sleep(LOOK)
  }
  // A process that ended badly though no game of it disagreed did not play.
  return Math.max(disagreements.size, broken)
}

function gamesIn(file: string) {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.slice(0, -1).map((line) => Game.parse(JSON.parse(line)))
}

function summary(games: readonly z.infer<typeof Game>[], took: number): string {
  const sums = new Map<string, number>()
  for (const { played } of games)
    for (const [what, count] of Object.entries(played)) sums.set(what, (sums.get(what) ?? 0) + count)
  const words = [...sums].map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`).join(', ')
  const disagreements = games.filter(({ said }) => said !== null).length
  return `${words}; ${disagreements} disagreements; ${Math.round((sums.get('steps') ?? 0) / (took / 1000))} steps/s`
}
