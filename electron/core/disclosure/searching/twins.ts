// Exact duplicates among what was found: the same kind, the same words, the same pictures and files.
import { createHash } from 'node:crypto'
import type { Content } from '../../vault/repository/record/found-set.ts'

/** Records that hold the same, oldest first. */
export interface Twins {
  add(content: Content): void
  /** Groups of two records or more, the largest first. */
  groups(): number[][]
  counts(): { readonly groups: number; readonly records: number }
}

/** Gathers contents; a record without words and media is like no other. */
export function twins(): Twins {
  const byContent = new Map<string, number[]>()
  const groups = () =>
    [...byContent.values()]
      .filter((ids) => ids.length > 1)
      .map((ids) => ids.toSorted((one, other) => one - other))
      .toSorted((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0))
  return {
    add: ({ id, kind, text, media }) => {
      if (text === '' && media === null) return
      const key = createHash('sha256')
        .update(JSON.stringify([kind, text, media]))
        .digest('base64')
      const known = byContent.get(key)
      if (known) known.push(id)
      else byContent.set(key, [id])
    },
    groups,
    counts: () => {
      const found = groups()
      return { groups: found.length, records: found.reduce((sum, ids) => sum + ids.length, 0) }
    },
  }
}
