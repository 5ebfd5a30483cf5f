// Reading an export's files in order and handing their records to the writer, one batch ahead of it.
import type { JobContext } from '../job/define.ts'
import type { StoredItem } from '../vault/record/item.ts'
import { knownVersion } from '../vault/record/known.ts'
import { type Merkle, merkle } from '../vault/record/merkle.ts'
import { memberDigests } from '../vault/repository/object.ts'
import { MemberError } from './archive/archive.ts'
import intakeStore from './batches/intake.store.ts'
import type { OpenedExport } from './begin.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type Identities, identities } from './identity.ts'
import type { Settled } from './identity-settled.ts'
import { type MediaBook, mediaBook } from './media-book.ts'
import { numberedExport } from './numbered-export.ts'
import type { ExportReader, FilePlan } from './platform.ts'
import { type Preparer, preparer } from './prepare.ts'
import { type ImportState, importState } from './state.ts'

const BATCH = 2000
const BATCH_BYTES = 16 * 2 ** 20

export interface ReadResult {
  readonly checkpoint: Checkpoint
  readonly root: Buffer | null
  readonly leaves: number
  readonly media: MediaBook
}

/** Reads every file of the plan from where the checkpoint stands. */
export async function readRecords(
  context: JobContext,
  opened: OpenedExport,
  reader: ExportReader,
  account: number,
): Promise<ReadResult> {
  const { checkpoint, plan } = opened
  const state = importState(checkpoint)
  const tree = merkle(checkpoint.merkle)
  const media = mediaBook(numberedExport(opened), memberDigests(context.db, checkpoint.accession), checkpoint.media)
  const known = knownVersion(context.db, account, checkpoint.accession)
  const identity = identities(context.db, account, checkpoint.accession)
  const doubt = (file: number, position: number, alike: Settled['alike']) => {
    for (const { record, reason } of alike) {
      const sentence = `May be the same as record ${record}: ${reason} Both are kept.`
      state.finding({ code: 'alike', file: plan.files[file]?.name ?? null, position, sentence })
    }
  }
  const prepared = preparer(context, checkpoint.firstMember, tree, media, known, identity, doubt)
  const sender = batchSender(context, opened, account, { state, tree, media, prepared, identity })

  for (const [place, file] of plan.files.entries()) {
    if (place < checkpoint.file || file.use !== 'records') continue
    const from = place === checkpoint.file ? checkpoint.position : 0
    state.reach(place)
    // What earlier files brought must be in the vault: items of this one are looked up there.
    await sender.settled()
    identity.beginFile()
    try {
      await readFile(context, reader, file, place, from, { state, prepared, sender })
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      const { code, sentence } = error.finding
      state.damaged(place, sentence)
      state.finding({ code, file: file.name, position: null, sentence })
    }
    for (const finding of reader.findings()) state.finding(finding)
    await sender.send(place, place + 1, 0)
  }
  const end = await sender.finish()
  return { checkpoint: end, root: tree.root(), leaves: tree.leaves, media }
}

interface Reading {
  readonly state: ImportState
  readonly prepared: Preparer
  readonly sender: ReturnType<typeof batchSender>
}

async function readFile(
  context: JobContext,
  reader: ExportReader,
  file: FilePlan,
  place: number,
  from: number,
  { state, prepared, sender }: Reading,
): Promise<void> {
  let position = from
  for await (const group of reader.read(file, context.signal)) {
    context.signal.throwIfAborted()
    for (const item of group) {
      if (item.position < from) {
        if (item.outcome.type === 'record') prepared.replay(item.outcome.draft)
        continue
      }
      position = item.position + 1
      state.count(place, file.name, item)
      if (item.outcome.type === 'joined') prepared.leaf(place, item.position, item.bytes)
      if (item.outcome.type === 'record')
        sender.add(prepared.prepare(place, item, item.outcome.draft), item.bytes.length)
    }
    if (sender.full) await sender.send(place, place, position)
  }
}

interface Counted {
  readonly state: ImportState
  readonly tree: Merkle
  readonly media: MediaBook
  readonly prepared: Preparer
  readonly identity: Identities
}

function batchSender(
  context: JobContext,
  opened: OpenedExport,
  account: number,
  { state, tree, media, prepared, identity }: Counted,
) {
  const { accession } = opened.checkpoint
  const claimed = opened.plan.files.reduce((sum, file) => sum + (file.use === 'records' ? (file.claimed ?? 0) : 0), 0)
  let items: StoredItem[] = []
  let bytes = 0
  let inFlight: Promise<void> = Promise.resolve()

  const snapshot = (file: number, position: number) =>
    state.snapshot({ file, position, merkle: tree.state(), media: { named: media.named, missing: media.missing } })

  return {
    add: (item: StoredItem, size: number) => {
      items.push(item)
      bytes += size
    },
    get full() {
      return items.length >= BATCH || bytes >= BATCH_BYTES
    },
    /** Sends what was added, read from `file`; the checkpoint then stands at `next` and `position`. */
    send: async (file: number, next: number, position: number) => {
      const batch = items
      const frames = prepared.takeFrames()
      items = []
      bytes = 0
      await inFlight
      identity.committed()
      const total = claimed >= state.read ? claimed : null
      const progress = { stage: 'reading', done: state.read, total, unit: 'items' }
      const checkpoint = snapshot(next, position)
      const payload = { accession, account, items: batch, frames, job: context.id, file, checkpoint, progress }
      inFlight = context.write(intakeStore, payload).then((outcomes) => {
        state.stored(file, outcomes)
        context.progress(progress)
      })
      // A failure is met at the next send; until then nobody waits for it.
      inFlight.catch(() => {})
    },
    /** When what was sent is in the vault. */
    settled: () => inFlight,
    finish: async () => {
      await inFlight
      return snapshot(opened.plan.files.length, 0)
    },
  }
}
