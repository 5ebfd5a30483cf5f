// Hands an import's items to the writer in batches, one ahead of it; a batch may hold the items of many small files.
import type { JobContext } from '../job/define.ts'
import type { StoredItem } from '../vault/record/item.ts'
import type { Merkle } from '../vault/record/merkle.ts'
import intakeStore from './batches/intake.store.ts'
import type { OpenedExport } from './begin.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { Identities } from './identity.ts'
import type { MediaBook } from './media-book.ts'
import type { Preparer } from './prepare.ts'
import type { ImportState } from './state.ts'
import type { Run } from './tally.ts'

const BATCH = 2000
const BATCH_BYTES = 16 * 2 ** 20
/** What is read between two commits is read again after a kill. */
const BATCH_FILES = 200

export interface BatchSender {
  /** Adds an item of a file; `size` is that of its bytes in the source. */
  add(file: number, item: StoredItem, size: number): void
  readonly full: boolean
  /** Whether items of files before this one are not in the vault yet. */
  holdsBefore(file: number): boolean
  /** Sends what was added; the import then stands at a file and a position in it. */
  send(file: number, position: number): Promise<void>
  /** When everything that was sent is in the vault. */
  settled(): Promise<void>
  /** Sends the rest, and gives where the import stands at its end. */
  finish(): Promise<Checkpoint>
}

interface Counted {
  readonly state: ImportState
  readonly tree: Merkle
  readonly media: MediaBook
  readonly prepared: Preparer
  readonly identity: Identities
}

/** A sender for one run of an import. What the writer refuses is thrown by the next `send`, or by `finish`. */
export function batchSender(
  context: JobContext,
  opened: OpenedExport,
  account: number,
  { state, tree, media, prepared, identity }: Counted,
): BatchSender {
  const { accession } = opened.checkpoint
  const claimed = opened.plan.files.reduce((sum, file) => sum + (file.use === 'records' ? (file.claimed ?? 0) : 0), 0)
  let items: StoredItem[] = []
  let runs: { file: number; items: number }[] = []
  let bytes = 0
  let inFlight: Promise<void> = Promise.resolve()
  /** Files of which items are on their way. */
  let flying: readonly Run[] = []

  const snapshot = (file: number, position: number) =>
    state.snapshot({ file, position, merkle: tree.state(), media: { named: media.named, missing: media.missing } })

  const send = async (file: number, position: number) => {
    const batch = { items, runs, frames: prepared.takeFrames() }
    items = []
    runs = []
    bytes = 0
    await inFlight
    identity.committed()
    const total = claimed >= state.read ? claimed : null
    const progress = { stage: 'reading', done: state.read, total, unit: 'items' }
    const counted = { tallies: state.takeTouched(), checkpoint: snapshot(file, position), progress }
    flying = batch.runs
    inFlight = context
      .write(intakeStore, { accession, account, job: context.id, ...batch, ...counted })
      .then((outcomes) => {
        state.stored(batch.runs, outcomes)
        flying = []
        context.progress(progress)
      })
    // A failure is met at the next send; until then nobody waits for it.
    inFlight.catch(() => {})
  }

  return {
    add: (file, item, size) => {
      items.push(item)
      bytes += size
      const run = runs.at(-1)
      if (run?.file === file) run.items += 1
      else runs.push({ file, items: 1 })
    },
    get full() {
      return items.length >= BATCH || bytes >= BATCH_BYTES || state.touched >= BATCH_FILES
    },
    holdsBefore: (file) => (runs[0]?.file ?? file) < file || (flying[0]?.file ?? file) < file,
    send,
    settled: () => inFlight,
    finish: async () => {
      const end = opened.plan.files.length
      if (state.touched > 0) await send(end, 0)
      await inFlight
      return snapshot(end, 0)
    },
  }
}
