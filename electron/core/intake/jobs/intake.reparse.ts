// Reading a complete import again with this version's parser: readings change, versions never (design §4).
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { intakeReparse } from '../../../../shared/contract/correction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type JobContext, work } from '../../job/define.ts'
import { sealedPackages } from '../../vault/packages/sealed.ts'
import type { Rereading } from '../../vault/record/reread.ts'
import { mappingOfAccession } from '../../vault/repository/mapping.ts'
import { memberPlaces, readBy } from '../../vault/repository/reading.ts'
import { MemberError } from '../archive/archive.ts'
import end from '../batches/intake.read-again.ts'
import take from '../batches/intake.reread.ts'
import type { RecordDraft } from '../draft.ts'
import type { ExportReader, ExportTree, FilePlan } from '../platform.ts'
import { choosePlatform } from '../platforms.ts'
import { detailsOf } from '../prepare.ts'
import { openTree } from '../tree.ts'

const AT_ONCE = 1000

export default work(intakeReparse, false, async (context, { accession }) => {
  const known = readBy(context.db, accession)
  if (known?.state !== 'complete') {
    throw new MunimentError('CORRECTION_REFUSED', `There is no complete import ${accession}. Nothing was changed.`)
  }
  const staging = join(context.folder, 'staging', context.id)
  await mkdir(staging, { recursive: true })
  const tree = await openTree(sealedPackages(context.db, context.folder, accession), context.signal)
  try {
    const mapping = mappingOfAccession(context.db, accession)
    const platform = await choosePlatform(tree, { platform: known.platform, mapping }, context.signal)
    const plan = await platform.plan(tree, context.signal)
    const reader = await platform.open(tree, plan, staging, context.signal)
    try {
      const counts = await readAgain(context, tree, plan.files, reader, memberPlaces(context.db, accession))
      const { parser, texts } = platform
      await context.write(end, { accession, parser, before: known.parser, texts, changed: counts.changed })
      return { ...counts, parser: platform.parser, before: known.parser }
    } finally {
      await reader.close()
    }
  } finally {
    await tree.set.close()
    await rm(staging, { recursive: true, force: true })
  }
})

async function readAgain(
  context: JobContext,
  tree: ExportTree,
  files: readonly FilePlan[],
  reader: ExportReader,
  places: ReadonlyMap<string, number>,
) {
  const counts = { read: 0, same: 0, changed: 0, elsewhere: 0, fixed: 0, unreadable: 0 }
  let waiting: Rereading[] = []
  const send = async () => {
    const done = await context.write(take, waiting)
    waiting = []
    for (const name of ['same', 'changed', 'elsewhere', 'fixed'] as const) counts[name] += done[name]
    context.progress({ stage: 'reading again', done: counts.read, total: null, unit: 'items' })
  }
  for (const file of files) {
    const member = places.get(`${file.member.part} ${file.member.index}`)
    if (file.use !== 'records' || member === undefined || tree.set.parts[file.member.part] === undefined) continue
    try {
      for await (const group of reader.read(file, context.signal)) {
        context.signal.throwIfAborted()
        for (const { position, outcome } of group) {
          counts.read += 1
          if (outcome.type === 'record') waiting.push(rereading(member, position, outcome.draft))
        }
        if (waiting.length >= AT_ONCE) await send()
      }
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      counts.unreadable += 1
    }
  }
  await send()
  return counts
}

function rereading(member: number, position: number, draft: RecordDraft): Rereading {
  const { kind, at, atSource, precision, sourceZone, author, conversation, parentNativeId } = draft
  const facts = { kind, at, atSource, precision, sourceZone, author, conversation, parentNativeId }
  return { member, position, ...facts, text: draft.text.toWellFormed(), details: detailsOf(draft) }
}
