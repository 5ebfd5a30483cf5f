// What an import has counted so far: changed as items are read; each batch takes along what it touched.
import type { StoreOutcome } from '../vault/record/item.ts'
import { type Checkpoint, type ImportFinding, type Told, tell } from './checkpoint.ts'
import type { ReadItem } from './draft.ts'
import { emptyTally, FileTally, outcomesByRun, type Run, withOutcomes } from './tally.ts'

export interface TouchedTally {
  readonly file: number
  readonly tally: FileTally
}

export interface ImportState {
  /** Counts an item of a file and what was made of it; what the writer makes of records comes by `stored`. */
  count(file: number, name: string, item: ReadItem): void
  stored(runs: readonly Run[], outcomes: readonly StoreOutcome[]): void
  damaged(file: number, sentence: string): void
  finding(finding: ImportFinding): void
  /** A file was reached: it appears in the reconciliation even where nothing stands in it. */
  reach(file: number): void
  /** Where the import stands, to be sent at once: what is counted later changes the findings. */
  snapshot(rest: Pick<Checkpoint, 'file' | 'position' | 'merkle' | 'media'>): Checkpoint
  /** The tallies that changed since the last call, but for what the writer made of records. */
  takeTouched(): TouchedTally[]
  readonly tallies: ReadonlyMap<number, FileTally>
  readonly touched: number
  readonly read: number
}

/** Takes the counting up where a checkpoint and the tallies written with it left it. */
export function importState(from: Checkpoint, known: readonly { file: number; tally: unknown }[]): ImportState {
  const tallies = new Map(known.map(({ file, tally }) => [file, FileTally.parse(tally)]))
  let touched = new Set<number>()
  let told: Told = { findings: from.findings, unlisted: from.unlisted }
  let read = [...tallies.values()].reduce((sum, tally) => sum + tally.read, 0)

  const touch = (file: number): FileTally => {
    const tally = tallies.get(file) ?? emptyTally()
    tallies.set(file, tally)
    touched.add(file)
    return tally
  }
  const finding = (one: ImportFinding) => {
    told = tell(told, one)
  }

  return {
    count: (file, name, { outcome, position, nested }) => {
      read += 1
      const tally = touch(file)
      tally.read += 1
      if (nested) tally.nested += 1
      if (outcome.type === 'joined') tally.merged += 1
      if (outcome.type === 'passed-over') tally.passedOver[outcome.reason] = (tally.passedOver[outcome.reason] ?? 0) + 1
      if (outcome.type !== 'failed') return
      tally.failed += 1
      finding({ code: outcome.code, file: name, position, sentence: outcome.sentence })
    },
    stored: (runs, outcomes) => {
      for (const one of outcomesByRun(runs, outcomes))
        tallies.set(one.file, withOutcomes(tallies.get(one.file) ?? emptyTally(), one.outcomes))
    },
    damaged: (file, sentence) => {
      touch(file).damaged = sentence
    },
    finding,
    reach: (file) => void touch(file),
    snapshot: (rest) => ({ ...from, ...rest, stage: 'reading' as const, ...told }),
    takeTouched: () => {
      const taken = [...touched].map((file) => ({ file, tally: tallies.get(file) ?? emptyTally() }))
      touched = new Set()
      return taken
    },
    tallies,
    get touched() {
      return touched.size
    },
    get read() {
      return read
    },
  }
}
