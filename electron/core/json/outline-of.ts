// Owns making an outline of a large JSON document as it streams: everything that leads on (numbers, addresses, marks), without the long words.
import { parseLossless } from './lossless.ts'
import { splitDeep } from './split-deep.ts'

/** `large`: even its outline does not fit. `broken`: it is no JSON, or not to its end. */
export type JsonOutline = { readonly is: 'whole'; readonly value: unknown } | { readonly is: 'large' | 'broken' }

interface Outlining {
  /** Letters of the outline that are held at most. */
  readonly most?: number
  /** Told every element of every outermost list, whole, by the keys that lead to its list. */
  readonly each?: (path: readonly string[], value: unknown) => void
}

const MOST = 48 << 20
/** Words are cut; what has no blank in it may be an address, a number, the mark of a page. */
const LONGEST_WORDS = 200
const LONGEST_MARK = 4000

/** Outlines a document within bounds, whatever its size. Throws what the input throws, and the signal's reason. */
export async function outlineOf(
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal,
  { most = MOST, each = () => {} }: Outlining = {},
): Promise<JsonOutline> {
  const lists: { readonly path: readonly string[]; readonly items: unknown[] }[] = []
  let size = 0
  for await (const { items, end } of splitDeep(chunks, () => true, signal)) {
    for (const { path, index, bytes } of items) {
      const value = bytes === null ? undefined : parsed(bytes)
      if (value === undefined) return { is: bytes === null ? 'large' : 'broken' }
      each(path, value)
      const short = pruned(value)
      size += JSON.stringify(short).length
      if (size > most) lists.length = 0
      else if (index === 0) lists.push({ path, items: [short] })
      else lists.at(-1)?.items.push(short)
    }
    if (end === null) continue
    if (end.finding !== null) return { is: 'broken' }
    const around = end.envelope === null ? undefined : parsed(end.envelope)
    if (around === undefined || size > most) return { is: 'large' }
    const [first] = lists
    if (Array.isArray(around)) return { is: 'whole', value: first?.items ?? [] }
    const value = pruned(around)
    for (const { path, items: own } of lists) putAt(value, path, own)
    return { is: 'whole', value }
  }
  return { is: 'broken' }
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseLossless(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

function pruned(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length <= LONGEST_WORDS ? value : value.slice(0, /\s/.test(value) ? LONGEST_WORDS : LONGEST_MARK)
  if (Array.isArray(value)) return value.map(pruned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pruned(inner)]))
}

/** Puts a list back where the document had it: its place holds an empty one. */
function putAt(document: unknown, path: readonly string[], items: readonly unknown[]): void {
  let value = document
  for (const key of path.slice(0, -1)) {
    if (typeof value !== 'object' || value === null) return
    value = Reflect.get(value, key)
  }
  const last = path.at(-1)
  if (last !== undefined && typeof value === 'object' && value !== null) Reflect.set(value, last, items)
}
