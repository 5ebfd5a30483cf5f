import { purgeReadList } from '../../../../shared/contract/purge.ts'
import { answer } from '../../vault/handler.ts'
import { readGiven } from '../plan/checked-list.ts'

export default answer(purgeReadList, (_, { kind, list }) => {
  const { headings, read } = readGiven(kind, list)
  if ('headings' in read) return { headings: [...headings], read: null }
  return { headings: [...headings], read: { numberIn: read.numberIn, entries: read.entries.length } }
})
