// The media of an export: every file digested, served in place where it is stored as it is, made an object otherwise.
import type { JobContext } from '../job/define.ts'
import { putObject } from '../vault/objects/put.ts'
import type { NewObject } from '../vault/repository/object.ts'
import { type Member, MemberError } from './archive/archive.ts'
import intakeObjects from './batches/intake.objects.ts'
import type { OpenedExport } from './begin.ts'
import { type Checkpoint, type ImportFinding, tell } from './checkpoint.ts'
import { isMedia, type NumberedExport, numberedExport } from './numbered-export.ts'
import type { Platform } from './platform.ts'

const AT_ONCE = 64

/** Digests every media member that an earlier run has not; a damaged one is named and passed over. */
export async function readMedia(context: JobContext, opened: OpenedExport): Promise<Checkpoint> {
  const media = numberedExport(opened).members.filter(({ member }) => isMedia(opened, member))
  let checkpoint = opened.checkpoint
  for (let from = checkpoint.mediaDone; from < media.length; from += AT_ONCE) {
    context.signal.throwIfAborted()
    const { members, objects, findings } = await readSome(context, opened.tree, media.slice(from, from + AT_ONCE))
    const mediaDone = Math.min(from + AT_ONCE, media.length)
    checkpoint = { ...checkpoint, mediaDone, ...findings.reduce(tell, checkpoint) }
    context.progress({ stage: 'media', done: mediaDone, total: media.length, unit: 'files' })
    await context.write(intakeObjects, { members, objects }, checkpoint)
  }
  await readEmbedded(context, opened)
  return { ...checkpoint, stage: 'reading' }
}

/** Digests the media that a newer reader knows and the one before did not, and those inside files. */
export async function readFurtherMedia(
  context: JobContext,
  platform: Platform,
  opened: NumberedExport,
  digests: ReadonlyMap<number, Uint8Array>,
): Promise<void> {
  const further = opened.members.filter(({ member, number }) => !digests.has(number) && isMedia(opened, member))
  for (let from = 0; from < further.length; from += AT_ONCE) {
    context.signal.throwIfAborted()
    const { members, objects } = await readSome(context, opened.tree, further.slice(from, from + AT_ONCE))
    context.progress({ stage: 'media', done: from, total: further.length, unit: 'files' })
    await context.write(intakeObjects, { members, objects })
  }
  await readEmbedded(context, { ...opened, platform })
}

/** What some media members hold; of a damaged one, what is wrong with it. */
async function readSome(context: JobContext, tree: OpenedExport['tree'], some: NumberedExport['members']) {
  const members: { member: number; digest: Uint8Array | null; finding: string | null }[] = []
  const objects: NewObject[] = []
  const findings: ImportFinding[] = []
  for (const { member, number } of some) {
    const read = await readOne(context, tree, member, number)
    members.push({ member: number, digest: read.object?.digest ?? null, finding: read.finding?.code ?? null })
    if (read.object) objects.push(read.object)
    if (read.finding) findings.push(read.finding)
  }
  return { members, objects, findings }
}

/** Media inside files become objects. What an earlier run made is found again by its digest. */
async function readEmbedded(
  context: JobContext,
  { platform, tree, plan }: Pick<OpenedExport, 'platform' | 'tree' | 'plan'>,
): Promise<void> {
  let objects: NewObject[] = []
  let done = 0
  const write = async () => {
    context.progress({ stage: 'media', done, total: null, unit: 'files' })
    await context.write(intakeObjects, { members: [], objects })
    objects = []
  }
  for await (const { bytes } of platform.embedded?.(tree, plan, context.signal) ?? []) {
    context.signal.throwIfAborted()
    objects.push({ ...(await putObject(context.folder, `${context.id}-inside`, bytes)), member: null })
    done += 1
    if (objects.length >= AT_ONCE) await write()
  }
  if (objects.length > 0) await write()
}

async function readOne(
  context: JobContext,
  tree: OpenedExport['tree'],
  member: Member,
  number: number,
): Promise<{ object: NewObject | null; finding: ImportFinding | null }> {
  const inPlace = member.method === 'stored'
  try {
    const bytes = tree.set.read(member, context.signal)
    const put = await putObject(context.folder, `${context.id}-${number}`, bytes, inPlace ? 'digested' : 'kept')
    return { object: { ...put, member: inPlace ? number : null }, finding: null }
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
    const { code, sentence } = error.finding
    return { object: null, finding: { code, file: member.name, position: null, sentence } }
  }
}
