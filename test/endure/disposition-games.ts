// Long games of disposition against the model, one seed after another, for as long as asked: played where the short ones are.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** Plays. @returns 1 where vault and model ended in disagreement */
export function endureGames(minutes: number, seed: number, report: (line: string) => void): number {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
  const config = ['run', '--config', 'test/vitest.config.ts', '--project', 'unit', 'test/law/disposition-model']
  const env = { ...process.env, DISPOSITION_SECONDS: String(Math.round(minutes * 60)), DISPOSITION_SEED: String(seed) }
  const played = spawnSync(process.execPath, [vitest, ...config], { cwd: root, env, encoding: 'utf8' })
  for (const line of played.stdout.split('\n')) if (/games,|seed \d+, step/.test(line)) report(line.trim())
  return played.status === 0 ? 0 : 1
}
