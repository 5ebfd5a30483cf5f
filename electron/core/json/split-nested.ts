// Owns cutting a list inside an element (the messages of a conversation) into its own elements.
import { BACKSLASH, CLOSE_OBJECT, COLON, COMMA, isSpace, OPEN_LIST, OPEN_OBJECT, QUOTE } from './bytes.ts'
import { DEFAULT_JSON_LIMITS, type JsonFinding, type JsonItem, type JsonLimits, jsonFinding } from './items.ts'
import { NOT_ENDED, Outline } from './outline.ts'
import { Splitter } from './splitter.ts'

/** The elements of the nested list; `start` counts from the first byte of the enclosing element. */
export interface NestedItems {
  readonly items: readonly JsonItem[]
  readonly finding: JsonFinding | null
}

/**
 * The list at `path` in one element's bytes, e.g. `['dmConversation', 'messages']`, as views of those bytes. Never throws: a missing list, a key that stands
 * twice, and malformed JSON are findings.
 */
export function splitNested(
  bytes: Buffer,
  path: readonly string[],
  limits: JsonLimits = DEFAULT_JSON_LIMITS,
): NestedItems {
  let start = afterSpace(bytes, 0)
  for (const key of path) {
    const value = startOfValue(bytes, start, key, limits.maxDepth)
    if (typeof value !== 'number') return { items: [], finding: value }
    start = value
  }
  if (bytes[start] !== OPEN_LIST) return { items: [], finding: jsonFinding('path-absent', start) }
  const end = endOfValue(bytes, start, limits.maxDepth)
  if (typeof end !== 'number') return { items: [], finding: end }
  const splitter = new Splitter(limits, start)
  splitter.push(bytes.subarray(start, end))
  const { finding } = splitter.end()
  return { items: splitter.take(), finding }
}

/** Where the value of `key` begins in the object at `at`. The whole object is read: JSON.parse would take the last of two. */
function startOfValue(bytes: Buffer, at: number, key: string, maxDepth: number): number | JsonFinding {
  if (bytes[at] !== OPEN_OBJECT) return jsonFinding('path-absent', at)
  const wanted = Buffer.from(JSON.stringify(key))
  let found: number | null = null
  let here = afterSpace(bytes, at + 1)
  while (bytes[here] === QUOTE) {
    const keyEnd = endOfValue(bytes, here, maxDepth)
    if (typeof keyEnd !== 'number') return keyEnd
    const colon = afterSpace(bytes, keyEnd)
    if (bytes[colon] !== COLON) return jsonFinding('unexpected-byte', colon)
    const value = afterSpace(bytes, colon + 1)
    if (isKey(bytes.subarray(here, keyEnd), wanted, key)) {
      if (found !== null) return jsonFinding('repeated-key', here)
      found = value
    }
    const end = endOfValue(bytes, value, maxDepth)
    if (typeof end !== 'number') return end
    here = afterSpace(bytes, end)
    if (bytes[here] === CLOSE_OBJECT) return found ?? jsonFinding('path-absent', at)
    if (bytes[here] !== COMMA) return jsonFinding(here < bytes.length ? 'unexpected-byte' : 'truncated', here)
    here = afterSpace(bytes, here + 1)
  }
  if (bytes[here] === CLOSE_OBJECT && here === afterSpace(bytes, at + 1)) return jsonFinding('path-absent', at)
  return jsonFinding(here < bytes.length ? 'unexpected-byte' : 'truncated', here)
}

/** Compares as bytes; only a key with an escape in it has to be decoded. */
function isKey(quoted: Buffer, wanted: Buffer, key: string): boolean {
  if (!quoted.includes(BACKSLASH)) return quoted.equals(wanted)
  try {
    return JSON.parse(quoted.toString('utf8')) === key
  } catch {
    return false
  }
}

function endOfValue(bytes: Buffer, start: number, maxDepth: number): number | JsonFinding {
  const outline = new Outline(maxDepth)
  if (!outline.begin(bytes[start] ?? 0)) {
    let end = start
    while (end < bytes.length && bytes[end] !== COMMA && bytes[end] !== CLOSE_OBJECT) end++
    return end > start ? end : jsonFinding(start < bytes.length ? 'unexpected-byte' : 'truncated', start)
  }
  const end = outline.scan(bytes, start + 1)
  if (end !== NOT_ENDED) return end
  return outline.problem === null
    ? jsonFinding('truncated', bytes.length)
    : jsonFinding(outline.problem.code, outline.problem.at)
}

function afterSpace(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && isSpace(bytes[at] ?? 0)) at++
  return at
}
