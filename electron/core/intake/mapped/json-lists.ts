// Owns finding the lists of objects inside a JSON document, and which of them most likely holds the rows.
import { pathText } from '../../../../shared/domain/intake/column-path.ts'
import { parseLossless } from '../../json/lossless.ts'
import { splitDeep } from '../../json/split-deep.ts'
import { MemberError } from '../archive/archive.ts'
import { isObject } from '../kit/value.ts'
import type { ExportTree } from '../platform.ts'
import type { TableFile } from './table.ts'

/** A list by the keys that lead to it; null is the root. `rows` counts over all lists that the same keys lead to. */
export interface FoundList {
  readonly list: string | null
  readonly rows: number
}

/** What stands after so many bytes says nothing new of where the rows lie. */
const MOST_BYTES = 64 * 2 ** 20
const DEEPEST = 6

interface Tally {
  rows: number
  /** Rows of the longest single list. */
  longest: number
  depth: number
}

/** The lists of a document that hold objects, the one with the longest list first. A document without any has none. Throws the signal's reason. */
export async function listsIn(tree: ExportTree, { member }: TableFile, signal: AbortSignal): Promise<FoundList[]> {
  const tallies = new Map<string, Tally>()
  const lengths = new Map<string, number>()
  const count = (path: readonly string[], rows: number, longest: number) => {
    const key = pathText(path)
    const known = tallies.get(key) ?? { rows: 0, longest: 0, depth: path.length }
    tallies.set(key, known)
    known.rows += rows
    known.longest = Math.max(known.longest, longest)
  }
  const walk = (value: unknown, path: readonly string[]) => {
    if (path.length > DEEPEST) return
    if (Array.isArray(value)) {
      const objects = value.filter(isObject)
      if (objects.length > 0) count(path, objects.length, objects.length)
      for (const one of objects) for (const [key, inner] of Object.entries(one)) walk(inner, [...path, key])
    } else if (isObject(value)) for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
  }

  let seen = 0
  try {
    const everyList = () => true
    for await (const { items } of splitDeep(tree.set.read(member, signal), everyList, signal)) {
      for (const { path, bytes, length } of items) {
        seen += length
        const value = bytes === null ? undefined : parsed(bytes)
        if (!isObject(value)) continue
        const key = pathText(path)
        lengths.set(key, (lengths.get(key) ?? 0) + 1)
        count(path, 1, lengths.get(key) ?? 1)
        for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name])
      }
      if (seen > MOST_BYTES) break
    }
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
  return [...tallies]
    .sort(([, one], [, other]) => other.longest - one.longest || one.depth - other.depth)
    .map(([list, { rows }]) => ({ list: list === '' ? null : list, rows }))
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseLossless(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}
