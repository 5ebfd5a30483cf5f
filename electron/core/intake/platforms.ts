// Platforms found by folder, and which of them an export is.

import { MunimentError } from '../../../shared/contract/error.ts'
import type { Recognition } from '../../../shared/contract/intake.ts'
import { TABLE_PLATFORM } from '../../../shared/domain/intake/mapping.ts'
import { type AppliedMapping, mappedPlatform } from './mapped/platform.ts'
import { recogniseTable } from './mapped/recognise.ts'
import type { ExportTree, ItemAt, Platform } from './platform.ts'

const modules = import.meta.glob<Platform>('./platforms/*/platform.ts', { import: 'default', eager: true })

/** Every platform that this version can read. */
export const platforms: readonly Platform[] = Object.values(modules)

/** Below this nobody should rely on a recognition without a person's word. */
const SURE_ENOUGH = 0.5

/** How the clerk wants a tree read: as a platform's, or as tables by a mapping; null for what is recognised. */
export interface Said {
  readonly platform: string | null
  readonly mapping: AppliedMapping | null
}

/** Every platform that the tree could be of, surest first; last, where none is sure, that it holds tables. */
export async function recogniseTree(tree: ExportTree, signal: AbortSignal): Promise<Recognition[]> {
  const found: Recognition[] = []
  for (const platform of platforms) {
    const recognition = await platform.recognise(tree, signal)
    if (recognition) found.push(recognition)
  }
  found.sort((one, other) => other.confidence - one.confidence)
  if ((found[0]?.confidence ?? 0) >= SURE_ENOUGH) return found
  const table = await recogniseTable(tree, signal)
  return table === null ? found : [...found, table]
}

/** Why the sources are not one export of a platform, in a sentence; null where they may be. */
export async function whyMixed(tree: ExportTree, name: string, signal: AbortSignal): Promise<string | null> {
  return (await platforms.find((one) => one.name === name)?.mixed(tree, signal)) ?? null
}

/**
 * The platform to read a tree with: tables by the mapping that the clerk named, the platform that the clerk said, or the one recognised.
 * @throws MunimentError NOT_RECOGNISED
 */
export async function choosePlatform(tree: ExportTree, said: Said, signal: AbortSignal): Promise<Platform> {
  if (said.mapping !== null) return mappedPlatform(said.mapping)
  const recognised = said.platform === null ? await recogniseTree(tree, signal) : []
  const name = said.platform ?? recognised.find(({ confidence }) => confidence >= SURE_ENOUGH)?.platform
  const platform = platforms.find((one) => one.name === name)
  if (platform) return platform
  if (name === TABLE_PLATFORM || recognised.some((one) => one.platform === TABLE_PLATFORM))
    throw new MunimentError(
      'NOT_RECOGNISED',
      'These are tables of nobody’s in particular. Nothing was kept; say with a mapping what their columns are.',
    )
  const known = platforms.map((one) => one.title).join(', ')
  throw new MunimentError(
    'NOT_RECOGNISED',
    `This is not an export that Muniment can read yet (it knows ${known}). Nothing was kept; say the platform if you know it.`,
  )
}

/** The item of a platform that an address shows; null where the platform is not known, or cannot tell. */
export function itemAt(name: string, address: string): ItemAt | null {
  const url = URL.parse(address)
  return url === null ? null : (platforms.find((one) => one.name === name)?.itemAt?.(url) ?? null)
}
