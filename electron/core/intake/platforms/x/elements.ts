// Owns reading a data file as a stream of its elements, each parsed by itself.
import { isUtf8 } from 'node:buffer'
import type { JsonItem } from '../../../json/items.ts'
import { splitJson } from '../../../json/split-json.ts'
import { damagedFile } from '../../kit/items.ts'
import type { ExportTree, FilePlan } from '../../platform.ts'

/**
 * The elements of a file in order, in groups. Throws MemberError where the file is damaged or malformed, after all elements before that place
 * were yielded; the signal's reason when aborted.
 */
export async function* elements(
  tree: ExportTree,
  file: FilePlan,
  signal: AbortSignal,
): AsyncGenerator<readonly JsonItem[], void, undefined> {
  for await (const { items, end } of splitJson(tree.set.read(file.member, signal), signal)) {
    if (items.length > 0) yield items
    if (end !== null && end.finding !== null) throw damagedFile(file, end.finding.sentence)
  }
}

/** An element as parsed: `value` where it could be, else `problem`, which completes “This item …”. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown; readonly utf8: boolean }
  | { readonly ok: false; readonly code: string; readonly problem: string }

const NO_BYTES = Buffer.alloc(0)

/** The bytes of an element; none where it is larger than what is kept in memory. */
export function bytesOf(item: JsonItem): Buffer {
  return item.bytes ?? NO_BYTES
}

/** Parses an element. Never throws. */
export function parseElement(item: JsonItem): Parsed {
  if (item.tooLarge)
    return { ok: false, code: 'item-too-large', problem: `is larger than any item of an export (${item.length} bytes)` }
  try {
    return { ok: true, value: JSON.parse(item.bytes.toString('utf8')), utf8: isUtf8(item.bytes) }
  } catch {
    return { ok: false, code: 'item-malformed', problem: 'is malformed and cannot be understood' }
  }
}
