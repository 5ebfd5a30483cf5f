// Owns the names that platforms are recognised by: without the folders that every file shares.
import type { Member } from './archive.ts'

/** `folder` is what was taken off (`''` or `a/b/`); `names` stand in the order of the members. */
export interface RelativeNames {
  readonly folder: string
  readonly names: readonly string[]
}

/**
 * Takes off the folders common to all members that may be read: people pack an export again with one more folder around it. A set whose files all
 * lie in one platform folder loses that one too, so match names from their end.
 */
export function relativeNames(members: readonly Member[]): RelativeNames {
  let common: string[] | null = null
  for (const { finding, name } of members) {
    if (finding !== null && finding.code !== 'duplicate-copy' && finding.code !== 'left-out') continue
    const folders = name.split('/').slice(0, -1)
    if (common === null) common = folders
    else common.length = commonLength(common, folders)
  }
  const folder = (common ?? []).map((step) => `${step}/`).join('')
  const names = members.map(({ name }) => (name.startsWith(folder) ? name.slice(folder.length) : name))
  return { folder, names }
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const differ = a.findIndex((step, i) => step !== b[i])
  return differ < 0 ? a.length : differ
}
