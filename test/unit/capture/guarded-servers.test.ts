// A server of the tests ends with the workers that it forked, stopped in order or left behind by a run that was killed.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { ended, start } from '../../servers/server.ts'

/** A shell that starts a worker in its background, says both numbers, and waits. */
const FORKS = ['-c', 'sleep 300 & echo $$ $!; wait']

const lives = (pid: number) => {
  try {
    // What ended and was not asked after yet is no life.
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z')
  } catch {
    return false
  }
}
async function saidBy(child: { readonly stdout: NodeJS.ReadableStream }): Promise<number[]> {
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return String(line).split(' ').map(Number)
}

test.skipIf(process.platform === 'win32')('one that is stopped takes its worker along', async () => {
  const child = start('sh', FORKS)
  const pids = await saidBy(child)
  expect(pids.map(lives)).toEqual([true, true])
  await ended(child)
  await expect.poll(() => pids.map(lives)).toEqual([false, false])
})

test.skipIf(process.platform === 'win32')('one whose run was killed ends, too', async () => {
  const server = JSON.stringify(resolve(import.meta.dirname, '../../servers/server.ts'))
  const program = `const { start } = await import(${server}); start('sh', ${JSON.stringify(FORKS)}).stdout.pipe(process.stdout)`
  const run = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'ignore'] })
  const pids = await saidBy(run)
  expect(pids.map(lives)).toEqual([true, true])
  run.kill('SIGKILL')
  await expect.poll(() => pids.map(lives), { timeout: 15_000 }).toEqual([false, false])
})
