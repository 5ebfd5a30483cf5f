// An execution in a process of its own: run to its end, or killed with SIGKILL at some moment of a stage.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const executor = resolve(import.meta.dirname, 'executor.ts')
const Findings = z.array(z.object({ code: z.string(), sentence: z.string() }))

/** When to kill: so many milliseconds after the process came to a stage. */
export interface Moment {
  readonly stage: string
  readonly after: number
}

export interface Ran {
  readonly how: 'well' | 'badly' | 'killed'
  /** The stages that it came to, with how long each lasted, in milliseconds. */
  readonly stages: readonly { readonly stage: string; readonly lasted: number }[]
  /** What verification found before it was taken up, and at the end. */
  readonly before: z.infer<typeof Findings>
  readonly after: z.infer<typeof Findings>
}

/** Runs one. A stage that passed too quickly to be seen is not killed in: the process then ends by itself. */
export async function runExecution(vault: string, { kill, verify }: { kill?: Moment; verify?: boolean }): Promise<Ran> {
  const args = [executor, vault, ...(verify === true ? ['verify'] : [])]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<Ran['how']>((resolveEnd) =>
    child.once('exit', (code, signal) => resolveEnd(signal === 'SIGKILL' ? 'killed' : code === 0 ? 'well' : 'badly')),
  )
  const came: { stage: string; at: number }[] = []
  const found = { before: Findings.parse([]), after: Findings.parse([]) }
  for await (const line of createInterface(child.stdout)) {
    const at = performance.now()
    const [word = '', ...rest] = line.split(' ')
    const what: unknown = JSON.parse(rest.join(' '))
    if (word === 'stage') came.push({ stage: z.string().parse(what), at })
    if (word === 'before') found.before = Findings.parse(what)
    if (word === 'after') found.after = Findings.parse(what)
    if (word === 'stage' && kill !== undefined && what === kill.stage) {
      await sleep(kill.after)
      child.kill('SIGKILL')
    }
  }
  const how = await ended
  const end = performance.now()
  const stages = came.map(({ stage, at }, place) => ({ stage, lasted: (came[place + 1]?.at ?? end) - at }))
  return { how, stages, ...found }
}
