// Reading an export's files in order and handing their records to the writer, one batch ahead of it.
import type { JobContext } from '../job/define.ts'
import { knownVersion } from '../vault/record/known.ts'
import { merkle } from '../vault/record/merkle.ts'
import { talliesOf } from '../vault/repository/intake/import-tally.ts'
import { memberDigests } from '../vault/repository/object.ts'
import { MemberError } from './archive/archive.ts'
import { type BatchSender, batchSender } from './batch-sender.ts'
import type { OpenedExport } from './begin.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type Identities, identities } from './identity.ts'
import type { Settled } from './identity-settled.ts'
import { type MediaBook, mediaBook } from './media-book.ts'
import { numberedExport } from './numbered-export.ts'
import type { ExportReader, FilePlan } from './platform.ts'
import { type Preparer, preparer } from './prepare.ts'
import { type ImportState, importState } from './state.ts'
import type { FileTally } from './tally.ts'

export interface ReadResult {
  readonly checkpoint: Checkpoint
  /** What became of the items of each file, by its place in the plan. */
  readonly tallies: ReadonlyMap<number, FileTally>
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
  const state = importState(checkpoint, talliesOf(context.db, context.id))
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
    identity.beginFile()
    try {
      await readFile(context, reader, file, place, from, { state, prepared, sender, identity })
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      const { code, sentence } = error.finding
      state.damaged(place, sentence)
      state.finding({ code, file: file.name, position: null, sentence })
    }
    for (const finding of reader.findings()) state.finding(finding)
    if (sender.full) await sender.send(place + 1, 0)
  }
  const end = await sender.finish()
  return { checkpoint: end, tallies: state.tallies, root: tree.root(), leaves: tree.leaves, media }
}

interface Reading {
  readonly state: ImportState
  readonly prepared: Preparer
  readonly sender: BatchSender
  readonly identity: Identities
}

async function readFile(
  context: JobContext,
  reader: ExportReader,
  file: FilePlan,
  place: number,
  from: number,
  { state, prepared, sender, identity }: Reading,
): Promise<void> {
  let position = from
  for await (const group of reader.read(file, context.signal)) {
    context.signal.throwIfAborted()
    for (const item of group) {
      if (item.position < from) {
        if (item.outcome.type === 'record') prepared.replay(item.outcome.draft)
        continue
      }
      const { outcome } = item
      // What earlier files brought must be in the vault before an item is looked up there.
      if (outcome.type === 'record' && sender.holdsBefore(place) && identity.looksBack(outcome.draft)) {
        await sender.send(place, position)
        await sender.settled()
      }
      position = item.position + 1
      state.count(place, file.name, item)
      if (outcome.type === 'joined') prepared.leaf(place, item.position, item.bytes)
      if (outcome.type === 'record') sender.add(place, prepared.prepare(place, item, outcome.draft), item.bytes.length)
    }
    if (sender.full) await sender.send(place, position)
  }
}
