import { searchCount } from '../../../../shared/contract/request-search.ts'
import { answer } from '../../vault/handler.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { searchInWords } from '../responsive.ts'
import { countOf, understood } from '../searching/hits.ts'

export default answer(searchCount, ({ db, folder }, { search }) => {
  const handles = new Map<number, string>(listAccounts(db).map(({ id, handle }) => [id, `@${handle}`]))
  const found = countOf(db, understood(db, folder, search))
  return { found, words: `${searchInWords(db, folder, search, handles)}.` }
})
