// Fuzzes every parser for as long as asked: starts a reading process, ends it where a case hangs, and says what broke the law.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { prepareFuzzer } from './cases.ts'
import { type Breach, Said } from './messages.ts'

/** No case may take longer, whatever the machine is busy with. */
const HANG_MS = 60_000
/** Rounds until caches are warm; memory is compared from then on. */
const WARM = 6
const GROWTH_MB = 48

export interface FuzzOptions {
  readonly seconds: number
  readonly seed: number
  /** The first case, to take a run up where another ended. */
  readonly first: number
  /** `parsers` reads exports in memory; `imports` imports them into real vaults, some hundred times slower. */
  readonly what: 'parsers' | 'imports'
  /** Where broken exports are written, each in a folder of its own. */
  readonly out: string
  readonly report: (line: string) => void
}

interface Sum {
  cases: number
  records: number
  findings: number
  recognised: number
  heap: number[]
  rss: number[]
  slowestMs: number
  /** What broke the law, each kind once. */
  kinds: Map<string, { count: number; nth: number }>
}

/** Fuzzes until the time is up. @returns how many kinds of breach there were */
export async function fuzz(options: FuzzOptions): Promise<number> {
  const sum: Sum = {
    cases: 0,
    records: 0,
    findings: 0,
    recognised: 0,
    heap: [],
    rss: [],
    slowestMs: 0,
    kinds: new Map(),
  }
  const until = performance.now() + options.seconds * 1000
  for (let next = options.first; performance.now() < until; ) next = await readUntil(until, next, options, sum)
  const { report } = options
  const list = [...sum.kinds]
  for (const [kind, { count, nth }] of list) report(`BROKEN ${count} ×, first in case ${nth}: ${kind}`)
  const grown = growth(sum.heap)
  report(
    `${sum.cases.toLocaleString('en-US')} cases (seed ${options.seed}): ${sum.recognised} recognised, ${sum.records} records, ${sum.findings} findings; slowest ${sum.slowestMs} ms`,
  )
  report(
    `memory behind each round: heap ${sum.heap[0] ?? 0} → ${sum.heap.at(-1) ?? 0} MB, resident ${sum.rss[0] ?? 0} → ${sum.rss.at(-1) ?? 0} MB${grown > GROWTH_MB ? ', GROWING' : ''}`,
  )
  report(list.length === 0 ? 'No law was broken.' : `${list.length} kinds of breach.`)
  if (list.length > 0)
    await keepBroken(
      options,
      [...sum.kinds.values()].map(({ nth }) => nth),
    )
  return list.length + Number(grown > GROWTH_MB)
}

/** Runs one reading process until the time is up or a case hangs. @returns the case to go on with */
function readUntil(until: number, first: number, { seed, what, report }: FuzzOptions, sum: Sum): Promise<number> {
  const script = resolve(import.meta.dirname, what === 'imports' ? 'importing-process.ts' : 'reading-process.ts')
  const child = fork(script, [String(seed), String(first)], {
    execArgv: ['--expose-gc', '--max-old-space-size=1024'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let current = first
  // Nothing hangs before the first case: starting may take long on a busy machine.
  let begun: number | null = null
  const note = (nth: number, kind: string) => {
    const known = sum.kinds.get(kind)
    if (known === undefined) {
      sum.kinds.set(kind, { count: 1, nth })
      report(`case ${nth}: ${kind}`)
    } else known.count += 1
  }
  child.on('message', (message) => {
    const said = Said.parse(message)
    if (said.type === 'ready') report(`${said.platforms} platforms, ${said.seeds} exports to break`)
    if (said.type === 'begun') {
      current = said.nth
      begun = performance.now()
    }
    if (said.type === 'broken') for (const breach of said.breaches) note(said.nth, kindOf(breach))
    if (said.type !== 'round') return
    sum.cases += said.cases
    sum.records += said.records
    sum.findings += said.findings
    sum.recognised += said.recognised
    sum.slowestMs = Math.max(sum.slowestMs, said.slowestMs)
    sum.heap.push(said.heapMB)
    sum.rss.push(said.rssMB)
  })
  return new Promise((done) => {
    const watch = setInterval(() => {
      const hangs = begun !== null && performance.now() - begun > HANG_MS
      if (hangs) note(current, `hang after ${HANG_MS} ms`)
      if (hangs || performance.now() > until) end(child)
    }, 250)
    child.once('exit', (code) => {
      clearInterval(watch)
      if (code !== null && code !== 0) note(current, `the process ended with ${code}: its words stand above`)
      done(current + 1)
    })
  })
}

function end(child: ChildProcess): void {
  child.kill('SIGKILL')
}

/** Breaches of one kind differ in their data, not in where they come from. */
function kindOf({ platform, law, file, what }: Breach): string {
  const where = law === 'crash' ? (/\bat [^\n]*electron[^\n]*/.exec(what)?.[0] ?? '') : ''
  const first = (what.split('\n')[0] ?? '').replace(/\d+/g, 'N')
  return law === 'silent' ? `${platform} ${law} ${file}` : `${platform} ${law}: ${first.slice(0, 160)} ${where}`.trim()
}

/** How much more memory is held at the end than after the first rounds; the median of three evens out. */
function growth(heap: readonly number[]): number {
  if (heap.length < WARM + 3) return 0
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[1] ?? 0
  return median(heap.slice(-3)) - median(heap.slice(WARM - 3, WARM))
}

async function keepBroken({ seed, out, report }: FuzzOptions, cases: readonly number[]): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'muniment-fuzz-'))
  const fuzzer = await prepareFuzzer(scratch)
  for (const nth of cases) {
    const folder = join(out, `${seed}-${nth}`)
    for (const [name, bytes] of fuzzer.filesOf(seed, nth).files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name.endsWith('/') ? `${name}_` : name), bytes)
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  report(`What broke them lies in ${out}.`)
}
