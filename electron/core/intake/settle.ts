// What an import will do, settled on the files as they were chosen, before anything is copied: the platform, and what is left out.
import type { FileGroup } from '../../../shared/domain/intake/file-group.ts'
import type { MappingName, SavedMapping } from '../../../shared/domain/intake/mapping.ts'
import type { JobContext } from '../job/define.ts'
import type { GrantedFile } from '../vault/handler.ts'
import { holdsOverAccount } from '../vault/repository/disposition/held.ts'
import { mappingNamed } from '../vault/repository/intake/mapping.ts'
import type { Scratch } from './lay-out.ts'
import { type LeftOut, membersToLeave, usuallyLeftOut } from './leave-out.ts'
import { type Laid, layOut } from './nested.ts'
import type { Platform } from './platform.ts'
import { choosePlatform } from './platforms.ts'
import { refusePracticeInside } from './practice.ts'
import { refuseMixed, refuseStrange, refuseUnreadable, refuseWithoutAttorney, whyUnreadable } from './refuse.ts'
import type { Without } from './seal.ts'
import { openTree } from './tree.ts'

/** What the clerk chose. */
export interface Chosen {
  readonly account: number
  readonly platform: string | null
  /** The saved mapping by which tables are read; null for an export of a platform. */
  readonly mapping: MappingName | null
  /** Groups of files that are not kept; null for what the platform usually leaves out. */
  readonly leaveOut: readonly FileGroup[] | null
  readonly attorney: string | null
}

export interface Settled {
  readonly laid: Laid
  readonly platform: Platform
  readonly mapping: SavedMapping | null
  readonly leftOut: readonly LeftOut[]
  /** What of a source is not copied. */
  without(part: number): Without
}

/** @throws MunimentError PACKAGE_REFUSED, NOT_RECOGNISED, ATTORNEY_REQUIRED */
export async function settle(
  context: JobContext,
  sources: readonly GrantedFile[],
  scratch: Scratch,
  chosen: Chosen,
): Promise<Settled> {
  const { signal } = context
  const mapping = chosen.mapping === null ? null : mappingNamed(context.db, chosen.mapping)
  const holds = holdsOverAccount(context.db, chosen.account)
  if (chosen.leaveOut !== null && chosen.leaveOut.length > 0) refuseWithoutAttorney(holds, chosen.attorney)
  context.progress({ stage: 'opening', done: 0, total: null, unit: 'files' })
  const laid = await layOut(sources, scratch, signal)
  refuseUnreadable(laid.refusals)
  const tree = await openTree(laid.sources, signal)
  try {
    refuseUnreadable(whyUnreadable(tree))
    await refusePracticeInside(context.db, laid.sources, tree, signal)
    const platform = await choosePlatform(tree, { platform: chosen.platform, mapping }, signal)
    await refuseMixed(tree, platform, signal)
    const plan = await platform.plan(tree, signal)
    await refuseStrange(tree, plan, platform, signal)
    // Where nobody chose, a hold keeps everything.
    const usual = holds.length > 0 && chosen.attorney === null ? [] : usuallyLeftOut(platform)
    const forms = laid.sources.map(({ form }) => form)
    const leftOut = await membersToLeave(tree, plan, chosen.leaveOut ?? usual, (part) => forms[part] ?? 'zip', signal)
    return { laid, platform, mapping, leftOut, without: (part) => withoutOf(leftOut, part) }
  } finally {
    await tree.set.close()
  }
}

function withoutOf(leftOut: readonly LeftOut[], part: number): Without {
  const own = leftOut.filter(({ member }) => member.part === part).map(({ member }) => member)
  return {
    ranges: own
      .filter(({ dataOffset, compressedSize }) => dataOffset >= 0 && compressedSize > 0)
      .map(({ dataOffset, compressedSize }) => [dataOffset, compressedSize] as const),
    names: new Set(own.map(({ name }) => name)),
  }
}
