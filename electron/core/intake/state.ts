// What an import has counted so far: changed as items are read, copied into the checkpoint of each batch.
import type { StoreOutcome } from '../vault/record/item.ts'
import {
  addOutcomes,
  type Checkpoint,
  emptyTally,
  type FileTally,
  type ImportFinding,
  type Told,
  tell,
} from './checkpoint.ts'
import type { ReadItem } from './draft.ts'

export interface ImportState {
  /** Counts an item of a file and what was made of it; what the writer makes of records comes by `stored`. */
  count(file: number, name: string, item: ReadItem): void
  stored(file: number, outcomes: readonly StoreOutcome[]): void
  damaged(file: number, sentence: string): void
  finding(finding: ImportFinding): void
  /** A file was reached: it appears in the reconciliation even where nothing stands in it. */
  reach(file: number): void
  snapshot(rest: Pick<Checkpoint, 'file' | 'position' | 'merkle' | 'media'>): Checkpoint
  readonly read: number
}

/** Takes the counting up where a checkpoint left it. */
export function importState(from: Checkpoint): ImportState {
  let tallies: Record<string, FileTally> = from.tallies
  let told: Told = { findings: from.findings, unlisted: from.unlisted }
  let read = Object.values(tallies).reduce((sum, tally) => sum + tally.read, 0)

  const change = (file: number, to: (tally: FileTally) => FileTally) => {
    tallies = { ...tallies, [file]: to(tallies[file] ?? emptyTally()) }
  }
  const finding = (one: ImportFinding) => {
    told = tell(told, one)
  }

  return {
    count: (file, name, { outcome, position, nested }) => {
      read += 1
      const tally = tallies[file] ?? emptyTally()
      tallies[file] = tally
      tally.read += 1
      if (nested) tally.nested += 1
      if (outcome.type === 'joined') tally.merged += 1
      if (outcome.type === 'passed-over') tally.passedOver[outcome.reason] = (tally.passedOver[outcome.reason] ?? 0) + 1
      if (outcome.type !== 'failed') return
      tally.failed += 1
      finding({ code: outcome.code, file: name, position, sentence: outcome.sentence })
    },
    stored: (file, outcomes) => {
      tallies = { ...addOutcomes({ ...from, tallies }, file, outcomes).tallies }
    },
    damaged: (file, sentence) => change(file, (tally) => ({ ...tally, damaged: sentence })),
    finding,
    reach: (file) => change(file, (tally) => tally),
    snapshot: (rest) => structuredClone({ ...from, ...rest, stage: 'reading' as const, tallies, ...told }),
    get read() {
      return read
    },
  }
}
