import { helpShow } from '../../../../shared/contract/help.ts'
import { searchAsked } from '../../../../shared/domain/request/request-search.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { narrowingsOf } from '../../vault/repository/request/narrowing.ts'
import { knownRequest } from '../known-request.ts'
import { countOf, understood } from '../searching/hits.ts'
import { systemsOf } from '../systems.ts'

export default answer(helpShow, ({ db, folder }, { request: id }) => {
  const request = knownRequest(db, id)
  return {
    whole: countOf(db, understood(db, folder, searchAsked(request))),
    narrowings: narrowingsOf(db, id),
    systems: systemsOf(db, request, readVaultFile(folder).zone),
  }
})
