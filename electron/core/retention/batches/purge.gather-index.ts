// Merges a piece of the full-text index, so that the words of many records are erased from one part of it. Answers whether more is left.
import { batch } from '../../job/define.ts'
import { gatherIndex } from '../../vault/record/words.ts'

export default batch<Readonly<Record<string, never>>, boolean>('purge.gather-index', [], ({ db }) => gatherIndex(db))
