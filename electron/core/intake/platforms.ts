// Platforms found by folder, and which of them an export is.

import { MunimentError } from '../../../shared/contract/error.ts'
import type { Recognition } from '../../../shared/contract/intake.ts'
import type { ExportTree, Platform } from './platform.ts'

const modules = import.meta.glob<Platform>('./platforms/*/platform.ts', { import: 'default', eager: true })

/** Every platform that this version can read. */
export const platforms: readonly Platform[] = Object.values(modules)

/** Below this nobody should rely on a recognition without a person's word. */
const SURE_ENOUGH = 0.5

/** Every platform that the tree could be of, surest first. */
export async function recogniseTree(tree: ExportTree, signal: AbortSignal): Promise<Recognition[]> {
  const found: Recognition[] = []
  for (const platform of platforms) {
    const recognition = await platform.recognise(tree, signal)
    if (recognition) found.push(recognition)
  }
  return found.sort((one, other) => other.confidence - one.confidence)
}

/** Why the sources are not one export of a platform, in a sentence; null where they may be. */
export async function whyMixed(tree: ExportTree, name: string, signal: AbortSignal): Promise<string | null> {
  return (await platforms.find((one) => one.name === name)?.mixed(tree, signal)) ?? null
}

/**
 * The platform to read a tree with: the one the clerk said, or the one recognised.
 * @throws MunimentError NOT_RECOGNISED
 */
export async function choosePlatform(tree: ExportTree, said: string | null, signal: AbortSignal): Promise<Platform> {
  const name = said ?? (await recogniseTree(tree, signal)).find(({ confidence }) => confidence >= SURE_ENOUGH)?.platform
  const platform = platforms.find((one) => one.name === name)
  if (platform) return platform
  const known = platforms.map((one) => one.title).join(', ')
  throw new MunimentError(
    'NOT_RECOGNISED',
    `This is not an export that Muniment can read yet (it knows ${known}). Nothing was kept; say the platform if you know it.`,
  )
}
