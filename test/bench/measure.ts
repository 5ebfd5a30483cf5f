// Runs a script that measures in a process of its own, so that its memory is its own; and the floor, where its script is at hand.
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface Figures {
  readonly records: number
  readonly seconds: number
  readonly rate: number
  readonly rssMB: number
}

/** Runs a script; its last line is JSON. */
export function measure(script: string, ...args: string[]): Promise<Figures & Record<string, unknown>> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
    })
    child.once('exit', (code) => {
      if (code === 0) done(JSON.parse(out.trim().split('\n').at(-1) ?? '{}'))
      else failed(new Error(`${script} ended with ${code}`))
    })
  })
}

/** What one thread with nothing else to do makes of an X archive; null where the script is not at hand. */
export async function measureFloor(archive: string, script: string | undefined): Promise<Figures | null> {
  const floor = script ?? resolve(root, '../shared/probes/floor.mjs')
  if (!existsSync(floor)) {
    console.log('The floor script is not at hand; only Muniment is measured.')
    return null
  }
  // A copy, unchanged, where its packages can be found.
  const copy = resolve(root, 'out/bench/floor.mjs')
  mkdirSync(resolve(root, 'out/bench'), { recursive: true })
  copyFileSync(floor, copy)
  const figures = await measure(copy, archive)
  console.log(`floor      ${lineOf(figures)}`)
  return figures
}

/** The figures in words. */
export function lineOf({ rate, seconds, rssMB }: Figures): string {
  return `${rate.toLocaleString('en-US')} records/s, ${seconds.toFixed(1)} s, ${rssMB} MB`
}
