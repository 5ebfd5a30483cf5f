// The first step of an import: packages sealed, platform chosen, everything written down before anything is read.
import { rm, statfs } from 'node:fs/promises'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { JobContext } from '../job/define.ts'
import type { GrantedFile } from '../vault/handler.ts'
import { packageFolder } from '../vault/packages/place.ts'
import type { NewMember } from '../vault/repository/accession.ts'
import type { Member } from './archive/archive.ts'
import begin from './batches/intake.begin.ts'
import { type Checkpoint, type Told, tell } from './checkpoint.ts'
import { isMediaName } from './media-name.ts'
import type { ExportPlan, ExportTree, FilePlan, Platform } from './platform.ts'
import { choosePlatform } from './platforms.ts'
import { type Sealed, seal } from './seal.ts'
import { sizeOf } from './size.ts'
import { openTree } from './tree.ts'

/** Objects, fragments and the index take about as much again as the packages; a little is left for the rest of the computer. */
const ROOM_FACTOR = 2.5
const ROOM_LEFT = 256 * 2 ** 20

export interface OpenedExport {
  readonly platform: Platform
  readonly tree: ExportTree
  readonly plan: ExportPlan
  /** Members in the order of their numbers: the plan's files, then all others. */
  readonly members: readonly Member[]
  readonly checkpoint: Checkpoint
}

interface Chosen {
  readonly account: number
  readonly platform: string | null
}

/**
 * Seals the sources and begins the accession.
 * @throws MunimentError DISK_FULL, FILE_UNREADABLE, PACKAGE_REFUSED, NOT_RECOGNISED; nothing is kept then
 */
export async function beginImport(
  context: JobContext,
  sources: readonly GrantedFile[],
  chosen: Chosen,
): Promise<OpenedExport> {
  const sealed: Sealed[] = []
  try {
    await sealAll(context, sources, sealed)
    const tree = await openTree(sealed, context.signal)
    refuseUnreadable(tree)
    const platform = await choosePlatform(tree, chosen.platform, context.signal)
    await refuseMixed(tree, platform, context.signal)
    const plan = await platform.plan(tree, context.signal)
    await refuseStrange(tree, plan, platform, context.signal)
    const members = numbered(tree, plan)
    const uses = new Map(plan.files.map((file) => [file.member, file.use]))
    const checkpoint = await context.write(begin, {
      job: context.id,
      accession: {
        account: chosen.account,
        platform: platform.name,
        layout: plan.layout,
        parser: platform.parser,
        generatedAt: plan.generatedAt,
        packages: sealed.map(({ id, name, form, size, digest }, part) => ({ id, part, name, form, size, digest })),
      },
      members: members.map((member) => describe(member, { tree, plan, sealed, uses })),
      checkpoint: {
        platform: platform.name,
        stage: 'media',
        mediaDone: 0,
        file: 0,
        position: 0,
        tallies: {},
        ...openingFindings(tree, plan, sealed),
        merkle: { leaves: 0, peaks: [] },
        media: { named: 0, missing: 0 },
      },
    })
    return { platform, tree, plan, members, checkpoint }
  } catch (error) {
    for (const { id } of sealed) await rm(packageFolder(context.folder, id), { recursive: true, force: true })
    throw error
  }
}

/** Opens again what an earlier run of the import had sealed. */
export async function reopenImport(
  context: JobContext,
  packages: readonly { readonly path: string; readonly name: string }[],
  checkpoint: Checkpoint,
): Promise<OpenedExport> {
  const tree = await openTree(packages, context.signal)
  const platform = await choosePlatform(tree, checkpoint.platform, context.signal)
  const plan = await platform.plan(tree, context.signal)
  return { platform, tree, plan, members: numbered(tree, plan), checkpoint }
}

async function sealAll(context: JobContext, sources: readonly GrantedFile[], sealed: Sealed[]): Promise<void> {
  const sizes = await Promise.all(sources.map(({ path, name }) => sizeOf(path, name)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const { bavail, bsize } = await statfs(context.folder)
  if (bavail * bsize < total * ROOM_FACTOR + ROOM_LEFT) {
    const need = Math.ceil((total * ROOM_FACTOR + ROOM_LEFT) / 2 ** 20)
    throw new MunimentError(
      'DISK_FULL',
      `The disk has too little room: about ${need} MB are needed. Nothing was imported; free some space.`,
    )
  }
  let before = 0
  for (const [place, source] of sources.entries()) {
    context.signal.throwIfAborted()
    const id = Buffer.from(context.random(`package ${place}`, 0, 16)).toString('hex')
    await rm(packageFolder(context.folder, id), { recursive: true, force: true })
    const report = (bytes: number) => context.progress({ stage: 'sealing', done: before + bytes, total, unit: 'bytes' })
    sealed.push(await seal(context.folder, source, id, context.signal, report))
    before += sizes[place] ?? 0
  }
}

function refuseUnreadable(tree: ExportTree): void {
  const refused = tree.set.parts.flatMap((part) => part.refused ?? [])
  if (refused.length === 0) return
  throw new MunimentError('PACKAGE_REFUSED', refused.map((finding) => finding.sentence).join(' '))
}

/** Two exports read as one would be kept under one date, and neither could be compared with the other. */
async function refuseMixed(tree: ExportTree, platform: Platform, signal: AbortSignal): Promise<void> {
  const mixed = await platform.mixed(tree, signal)
  if (mixed !== null) throw new MunimentError('PACKAGE_REFUSED', `${mixed} Nothing was imported.`)
}

/** A platform that was said wrongly. An export of the platform that merely holds no records is taken in. */
async function refuseStrange(
  tree: ExportTree,
  plan: ExportPlan,
  platform: Platform,
  signal: AbortSignal,
): Promise<void> {
  const { title } = platform
  if (plan.files.some((file) => file.use === 'records')) return
  if ((await platform.recognise(tree, signal)) !== null) return
  throw new MunimentError(
    'NOT_RECOGNISED',
    `Nothing in this is a file of ${title} that Muniment can read. Nothing was imported; check that it is the export that you mean.`,
  )
}

/** The plan's files first, in reading order; then every other member, so that none is without a number. */
function numbered(tree: ExportTree, plan: ExportPlan): readonly Member[] {
  const planned = new Set(plan.files.map((file) => file.member))
  return [...plan.files.map((file) => file.member), ...tree.set.members.filter((member) => !planned.has(member))]
}

interface Described {
  readonly tree: ExportTree
  readonly plan: ExportPlan
  readonly sealed: readonly Sealed[]
  readonly uses: ReadonlyMap<Member, FilePlan['use']>
}

function describe(member: Member, { tree, plan, sealed, uses }: Described): NewMember {
  const media = isMediaName(plan, tree.nameOf(member))
  const use = member.finding ? 'quarantined' : uses.get(member) === 'records' ? 'data' : media ? 'media' : 'unread'
  return {
    package: sealed[member.part]?.id ?? '',
    position: member.index,
    name: member.name,
    headerOffset: member.headerOffset,
    dataOffset: member.dataOffset,
    packedSize: member.compressedSize,
    size: member.size,
    method: member.method,
    crc32: member.crc32 ?? 0,
    use,
    finding: member.finding?.code ?? null,
  }
}

function openingFindings(tree: ExportTree, plan: ExportPlan, sealed: readonly Sealed[]): Told {
  const archive = tree.set.findings.map(({ code, member, sentence }) => ({
    code,
    file: member,
    position: null,
    sentence,
  }))
  const planned = plan.findings.map((finding) => ({ ...finding, position: null }))
  const skipped = sealed.flatMap(({ skipped: names, name }) =>
    names.map((entry) => ({
      code: 'not-a-file',
      file: entry,
      position: null,
      sentence: `${entry} in ${name} is a link or something else that is not a file. It was not taken in.`,
    })),
  )
  return [...planned, ...archive, ...skipped].reduce<Told>(tell, { findings: [], unlisted: {} })
}
