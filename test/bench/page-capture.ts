// Owns one capture of a site's pages by the built archive and the real browser: how it goes, stage by stage, and the memory that it takes.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { findElectron } from '../../build/electron-runtime.ts'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from './open.ts'

const root = resolve(import.meta.dirname, '../..')
const clerk = PersonId.parse('clerk')
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const Job = z.object({
  state: z.string(),
  stage: z.string(),
  unit: z.string(),
  done: z.number(),
  problem: z.unknown(),
  result: z.unknown(),
})
const Result = z.object({ capture: z.number(), sentence: z.string(), outcome: z.string() })

/** MB that are resident and shared with nobody's files: of this process, which has the vault; of the browser's own; of all that it started. */
export interface Memory {
  readonly vault: number
  readonly browser: number
  readonly windows: number
}

export interface Captured {
  readonly outcome: string
  readonly sentence: string
  readonly seconds: number
  /** Seconds of each stage of the job. */
  readonly stages: ReadonlyMap<string, number>
}

/** The words by which Electron runs for a test: as root it needs one more. */
export function electronWords(): { readonly command: string; readonly words: readonly string[] } {
  const command = findElectron()?.executable
  if (command === undefined) throw new Error('No Electron here: run “npm run electron:registry”.')
  return { command, words: asRoot }
}

/**
 * Captures `/city` of a site with all pages that it leads to, into a vault below a folder.
 * @param step pages between two looks at the memory @param look told of them
 */
export async function capturePages(
  folder: string,
  origin: string,
  pages: number,
  step: number,
  look: (pages: number, seconds: number, memory: Memory) => void,
): Promise<Captured> {
  const { command, words } = electronWords()
  const browser = { command, args: [...words, `--user-data-dir=${join(folder, 'settings')}`, root] }
  const archive = await openBuilt(join(folder, 'City.muniment'), true, browser)
  const signal = new AbortController().signal
  const call = (operation: string, input: unknown) =>
    archive.call(operation, input, { command: CommandId.parse(randomUUID()), actor: clerk, signal })
  try {
    await call('person.add', { id: clerk, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
    const draft = { platform: 'wordpress', handle: 'site', name: '', department: '', liaison: '', nativeId: null }
    const { id: account } = z.object({ id: z.number() }).parse(await call('account.add', draft))
    const scope = { address: `${origin}/city`, kinds: ['linked'], depth: pages + 1 }
    const order = { account, way: 'page', scope, terms: 'site-1' }
    const began = performance.now()
    const { job: id } = z.object({ job: z.string() }).parse(await call('capture.run', order))
    const stages = new Map<string, number>()
    let last = began
    let looked = 0
    for (;;) {
      const { state, stage, unit, done, problem, result } = Job.parse(await call('job.show', { id }))
      const now = performance.now()
      const [name = ''] = stage.split(',', 1)
      stages.set(name, (stages.get(name) ?? 0) + (now - last) / 1000)
      last = now
      if (state === 'succeeded') return { ...Result.parse(result), seconds: (now - began) / 1000, stages }
      if (state !== 'running' && state !== 'queued') throw new Error(JSON.stringify(problem))
      // Other stages count bytes and files.
      if (unit === 'pages' && done >= looked + step) {
        looked = done
        look(done, (now - began) / 1000, memory())
      }
      await sleep(200)
    }
  } finally {
    await archive.close()
  }
}

/** The processes that this one started and theirs, by what `/proc` says of their parents. */
function memory(): Memory {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /^PPid:\s+(\d+)/m.exec(status(name))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isOurs = (id: number): boolean => id === process.pid || (id > 1 && isOurs(parents.get(id) ?? 0))
  const ours = [...parents.keys()].filter((id) => id !== process.pid && isOurs(id))
  const sum = (ids: readonly number[]) => ids.reduce((all, id) => all + resident(String(id)), 0)
  const isOwn = (id: number) => parents.get(id) === process.pid
  return {
    vault: resident('self'),
    browser: sum(ours.filter(isOwn)),
    windows: sum(ours.filter((id) => !isOwn(id))),
  }
}

function status(process: string): string {
  try {
    return readFileSync(`/proc/${process}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** Pages of the program count once in the system, not once a process. */
const resident = (process: string) => Math.round(Number(/^RssAnon:\s+(\d+)/m.exec(status(process))?.[1] ?? 0) / 1024)
