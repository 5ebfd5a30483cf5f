// Captures of real servers, with random histories between two captures (test/servers); what is not installed is left out with a word, or fails with REQUIRE_SERVERS=1.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

/** @param histories for each server @returns the exit code */
export function endureServers(histories: number, seed: number): number {
  const root = resolve(import.meta.dirname, '../..')
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--config', 'test/vitest.config.ts', '--project', 'servers']
  const env = { ...process.env, SERVER_HISTORIES: String(histories), SERVER_SEED: String(seed) }
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}
