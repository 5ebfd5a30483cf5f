// Owns noticing that several rows of a table have one number.
import type { RecordDraft } from '../draft.ts'
import type { Problem } from './problems.ts'

/** That the number of a record stands in an earlier row; `ids` holds those of the rows before. */
export function again(draft: RecordDraft | null, ids: Set<string>): Problem[] {
  if (draft === null || draft.identity !== 'id') return []
  const key = `${draft.kind} ${draft.nativeId}`
  if (ids.has(key)) return [{ code: 'id-again', shown: draft.nativeId }]
  ids.add(key)
  return []
}
