import { requestShow } from '../../../../shared/contract/request.ts'
import { answer } from '../../vault/handler.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import { knownRequest } from '../known-request.ts'
import { countResponsive, inWords, searchOf } from '../responsive.ts'

export default answer(requestShow, async ({ db, folder, signal }, { id }) => {
  const request = knownRequest(db, id)
  const search = searchOf(db, folder, request)
  const complete = listAccessions(db).filter(({ state }) => state === 'complete')
  const handles = new Map(listAccounts(db).map(({ id: account, handle }) => [account, `@${handle}`]))
  return {
    ...request,
    responsive: await countResponsive(db, search, JSON.stringify(complete.map((one) => one.id)), signal),
    searched: inWords(db, folder, request, handles),
  }
})
