// Starts an import through the command line, which attaches to the open app.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')

/** Returns, once the import reads records, a function that tells whether it was still running and stops waiting for it. */
export async function importBeside(vault: string, archive: string): Promise<() => Promise<string>> {
  const args = [cli, 'import', archive, '--account', 'AlderBayBench', '--create-account', '--vault', vault]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  await sleep(4000)
  return async () => {
    const running = !ended
    child.kill('SIGINT')
    while (!ended) await sleep(50)
    return running ? 'still running at the end' : 'had ended before'
  }
}
