// The first step of an import: packages sealed, platform chosen, everything written down before anything is read.
import { join } from 'node:path'
import type { JobContext } from '../job/define.ts'
import { rm } from '../vault/cipher/fs-promises.ts'
import type { GrantedFile } from '../vault/handler.ts'
import { packageFolder } from '../vault/packages/place.ts'
import { mappingOfAccession } from '../vault/repository/intake/mapping.ts'
import type { Member, PackageSource } from './archive/archive.ts'
import begin from './batches/intake.begin.ts'
import type { Checkpoint } from './checkpoint.ts'
import { insideOf, leftOutOf, membersOf, openingFindings, packageOf, sourceOf } from './describe.ts'
import type { ExportPlan, ExportTree, Platform } from './platform.ts'
import { choosePlatform } from './platforms.ts'
import { refuseUnreadable, refuseWithoutRoom, roomBeside } from './refuse.ts'
import { type Sealed, seal } from './seal.ts'
import { type Chosen, type Settled, settle } from './settle.ts'
import { sizeOf } from './size.ts'
import { openTree } from './tree.ts'

export interface OpenedExport {
  readonly platform: Platform
  readonly tree: ExportTree
  readonly plan: ExportPlan
  /** Members in the order of their numbers: the plan's files, then all others. */
  readonly members: readonly Member[]
  readonly checkpoint: Checkpoint
}

/**
 * Seals the sources and begins the accession. The platform is found and what is left out is settled before anything is copied.
 * @throws MunimentError DISK_FULL, FILE_UNREADABLE, PACKAGE_REFUSED, NOT_RECOGNISED, ATTORNEY_REQUIRED; nothing is kept then
 */
export async function beginImport(
  context: JobContext,
  sources: readonly GrantedFile[],
  chosen: Chosen,
): Promise<OpenedExport> {
  const sealed: Sealed[] = []
  const scratch = {
    folder: join(context.folder, 'staging', `${context.id}-open`),
    room: await roomBeside(context.folder),
  }
  let tree: ExportTree | null = null
  try {
    await rm(scratch.folder, { recursive: true, force: true })
    const settled = await settle(context, sources, scratch, chosen)
    await sealAll(context, settled, sealed)
    const packages = sealed.map((one, part) => sourceOf(one, settled, part))
    tree = await openTree(packages, context.signal)
    refuseUnreadable(tree.set.parts.flatMap(({ refused }) => refused?.sentence ?? []))
    const plan = await planSealed(settled.platform, tree, context.signal)
    const members = numbered(tree, plan)
    const written = { tree, plan, members, sealed, settled }
    const checkpoint = await context.write(begin, {
      job: context.id,
      accession: {
        account: chosen.account,
        platform: settled.platform.name,
        layout: plan.layout,
        parser: settled.platform.parser,
        texts: settled.platform.texts,
        generatedAt: plan.generatedAt,
        packages: sealed.map((one, part) => packageOf(one, part, packages[part]?.leftOut.length !== 0)),
      },
      members: membersOf(written),
      leftOut: leftOutOf(written),
      inside: insideOf(written),
      attorney: chosen.attorney,
      mapping: settled.mapping,
      checkpoint: {
        platform: settled.platform.name,
        stage: 'media',
        mediaDone: 0,
        file: 0,
        position: 0,
        ...openingFindings(written),
        merkle: { leaves: 0, peaks: [] },
        media: { named: 0, missing: 0 },
      },
    })
    return { platform: settled.platform, tree, plan, members, checkpoint }
  } catch (error) {
    await tree?.set.close()
    for (const { id } of sealed) await rm(packageFolder(context.folder, id), { recursive: true, force: true })
    throw error
  } finally {
    await rm(scratch.folder, { recursive: true, force: true })
  }
}

/** Opens again what an earlier run of the import had sealed. */
export async function reopenImport(
  context: JobContext,
  packages: readonly PackageSource[],
  checkpoint: Checkpoint,
): Promise<OpenedExport> {
  const tree = await openTree(packages, context.signal)
  const mapping = mappingOfAccession(context.db, checkpoint.accession)
  const platform = await choosePlatform(tree, { platform: checkpoint.platform, mapping }, context.signal)
  const plan = await planSealed(platform, tree, context.signal)
  return { platform, tree, plan, members: numbered(tree, plan), checkpoint }
}

/** What was left out has no part in the plan, though the platform finds it listed. */
async function planSealed(platform: Platform, tree: ExportTree, signal: AbortSignal): Promise<ExportPlan> {
  const plan = await platform.plan(tree, signal)
  return { ...plan, files: plan.files.filter(({ member }) => member.finding?.code !== 'left-out') }
}

async function sealAll(context: JobContext, { laid, without }: Settled, sealed: Sealed[]): Promise<void> {
  const sizes = await Promise.all(laid.sources.map(({ path, name }) => sizeOf(path, name)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  await refuseWithoutRoom(context.folder, total)
  let before = 0
  for (const [place, source] of laid.sources.entries()) {
    context.signal.throwIfAborted()
    const id = Buffer.from(context.random(`package ${place}`, 0, 16)).toString('hex')
    await rm(packageFolder(context.folder, id), { recursive: true, force: true })
    const report = (bytes: number) => context.progress({ stage: 'sealing', done: before + bytes, total, unit: 'bytes' })
    sealed.push(await seal(context.folder, source, without(place), id, context.signal, report))
    before += sizes[place] ?? 0
  }
}

/** The plan's files first, in reading order; then every other member, so that none is without a number. */
function numbered(tree: ExportTree, plan: ExportPlan): readonly Member[] {
  const planned = new Set(plan.files.map((file) => file.member))
  return [...plan.files.map((file) => file.member), ...tree.set.members.filter((member) => !planned.has(member))]
}
