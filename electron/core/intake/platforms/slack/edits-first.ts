// Owns the order of a day: wordings that the log of edits gives go before the one that stands, so that the newest version is the newest wording.
import type { ReadItem } from '../../draft.ts'
import type { FileReader } from '../../kit/spec.ts'
import { isEdit } from './message.ts'

/** A day of more items or bytes is handed on as it stands. */
const MOST_ITEMS = 50_000
const MOST_BYTES = 64 * 2 ** 20

/** A reader whose messages come after the edits of the same file that led to them. */
export function editsFirst<State>(reader: FileReader<State>): FileReader<State> {
  return async function* (reading) {
    const held: ReadItem[] = []
    let size = 0
    let passing = false
    try {
      for await (const group of reader(reading)) {
        if (passing) {
          yield group
          continue
        }
        for (const item of group) {
          held.push(item)
          size += item.bytes.length
        }
        if (held.length < MOST_ITEMS && size < MOST_BYTES) continue
        passing = true
        yield held.splice(0)
      }
    } catch (error) {
      // What stands before the damage was read.
      yield inOrder(held)
      throw error
    }
    if (held.length > 0) yield inOrder(held)
  }
}

function inOrder(items: readonly ReadItem[]): readonly ReadItem[] {
  const changed = new Set<string>()
  let inEdit = false
  const edits = items.map((item) => {
    inEdit = item.nested ? inEdit : isEditItem(item)
    if (inEdit && item.outcome.type === 'record') changed.add(item.outcome.draft.nativeId)
    return inEdit
  })
  if (changed.size === 0) return items
  const isLast = (item: ReadItem, place: number) =>
    edits[place] === false && item.outcome.type === 'record' && changed.has(item.outcome.draft.nativeId)
  const [first, last] = [items.filter((one, at) => !isLast(one, at)), items.filter(isLast)]
  return [...first, ...last].map((item, position) => ({ ...item, position }))
}

function isEditItem({ bytes }: ReadItem): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!text.includes('message_changed')) return false
  try {
    return isEdit(JSON.parse(text.toString('utf8')))
  } catch {
    return false
  }
}
