// Reading the files of a complete import again from where it stands, and handing the readings to the writer.
import type { JobContext } from '../job/define.ts'
import type { Rereading } from '../vault/record/reread.ts'
import { MemberError } from './archive/archive.ts'
import take from './batches/intake.reread.ts'
import type { RecordDraft } from './draft.ts'
import { lastEdit } from './edit-time.ts'
import type { MediaBook } from './media-book.ts'
import type { NumberedExport } from './numbered-export.ts'
import type { ExportPlan, ExportReader } from './platform.ts'
import { detailsOf } from './prepare.ts'
import type { ReadingPlace } from './reading-place.ts'

const AT_ONCE = 1000

interface Reading {
  readonly reader: Pick<ExportReader, 'read'>
  readonly media: Pick<MediaBook, 'resolve'>
  /** Where an earlier run left off. */
  readonly from: ReadingPlace
}

/** @returns where the reading stands at its end, with what became of every item */
export async function readAgain(
  context: Pick<JobContext, 'id' | 'signal' | 'progress' | 'write'>,
  { plan, members }: Pick<NumberedExport, 'members'> & { readonly plan: Pick<ExportPlan, 'files'> },
  { reader, media, from }: Reading,
): Promise<ReadingPlace> {
  const numbers = new Map(members.map(({ member, number }) => [member, number]))
  let place = from
  let waiting: Rereading[] = []
  const send = async (next: Partial<ReadingPlace>) => {
    const progress = { stage: 'reading again', done: place.read, total: null, unit: 'items' }
    const payload = { job: context.id, readings: waiting, place: { ...place, ...next }, progress }
    waiting = []
    place = await context.write(take, payload)
    context.progress(progress)
  }
  for (const [file, planned] of plan.files.entries()) {
    const member = numbers.get(planned.member)
    if (file < from.file || planned.use !== 'records' || member === undefined) continue
    const first = file === from.file ? from.position : 0
    let position = first
    try {
      for await (const group of reader.read(planned, context.signal)) {
        context.signal.throwIfAborted()
        for (const item of group.filter((one) => one.position >= first)) {
          position = item.position + 1
          place = { ...place, read: place.read + 1 }
          if (item.outcome.type === 'record')
            waiting.push(rereading({ member, position: item.position, start: item.start }, item.outcome.draft, media))
        }
        if (waiting.length >= AT_ONCE) await send({ file, position })
      }
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      place = { ...place, unreadable: place.unreadable + 1 }
    }
    await send({ file: file + 1, position: 0 })
  }
  return place
}

function rereading(
  place: Pick<Rereading, 'member' | 'position' | 'start'>,
  draft: RecordDraft,
  media: Pick<MediaBook, 'resolve'>,
): Rereading {
  const { kind, at, atSource, precision, sourceZone, author, conversation, parentNativeId } = draft
  const facts = { kind, at, atSource, precision, sourceZone, author, conversation, parentNativeId }
  const said = { text: draft.text.toWellFormed(), details: detailsOf(draft), edited: lastEdit(draft.details) }
  return { ...place, ...facts, ...said, media: media.resolve(draft.media) }
}
