// An export opened to look at its single items, without storing anything; and what tells an item from every other.
import { hash } from 'node:crypto'
import { ItemRef } from '../../../../shared/contract/produced.ts'
import type { GrantedFile } from '../../vault/handler.ts'
import { MemberError } from '../archive/archive.ts'
import type { ReadItem } from '../draft.ts'
import type { Scratch } from '../lay-out.ts'
import { type Laid, layOut } from '../nested.ts'
import type { ExportPlan, ExportTree, FilePlan, Platform } from '../platform.ts'
import { choosePlatform } from '../platforms.ts'
import { refuseMixed, refuseStrange, refuseUnreadable, whyUnreadable } from '../refuse.ts'
import { openTree } from '../tree.ts'

export interface LookedAt {
  readonly laid: Laid
  readonly platform: Platform
  readonly tree: ExportTree
  readonly plan: ExportPlan
  /** Every item of every file, in reading order; files that break off are counted. */
  items(): AsyncGenerator<{ readonly file: FilePlan; readonly place: number; readonly item: ReadItem }>
  /** Items, and files from some place on, that could not be read so far. */
  readonly failed: () => number
}

/**
 * Opens an export, does something with it, and closes it.
 * @throws MunimentError PACKAGE_REFUSED, NOT_RECOGNISED; the signal's reason
 */
export async function lookAt<Result>(
  sources: readonly GrantedFile[],
  scratch: Scratch,
  said: string | null,
  signal: AbortSignal,
  use: (seen: LookedAt) => Promise<Result>,
): Promise<Result> {
  const laid = await layOut(sources, scratch, signal)
  refuseUnreadable(laid.refusals)
  const tree = await openTree(laid.sources, signal)
  try {
    refuseUnreadable(whyUnreadable(tree))
    const platform = await choosePlatform(tree, { platform: said, mapping: null }, signal)
    await refuseMixed(tree, platform, signal)
    const plan = await platform.plan(tree, signal)
    await refuseStrange(tree, plan, platform, signal)
    let failed = 0
    const items: LookedAt['items'] = async function* () {
      const reader = await platform.open(tree, plan, scratch.folder, signal)
      try {
        for (const [place, file] of plan.files.entries()) {
          if (file.use !== 'records') continue
          try {
            for await (const group of reader.read(file, signal)) {
              for (const item of group) {
                signal.throwIfAborted()
                if (item.outcome.type === 'failed') failed += 1
                else yield { file, place, item }
              }
            }
          } catch (error) {
            if (!(error instanceof MemberError)) throw error
            failed += 1
          }
          reader.findings()
        }
      } finally {
        await reader.close()
      }
    }
    return await use({ laid, platform, tree, plan, items, failed: () => failed })
  } finally {
    await tree.set.close()
  }
}

/** What an item is named by while a person chooses: its file, its place and its bytes. */
export function refOf(file: FilePlan, { position, bytes }: ReadItem): ItemRef {
  const own = `${file.name}\n${position}\n${hash('sha256', bytes)}`
  return ItemRef.parse(hash('sha256', own).slice(0, 16))
}
