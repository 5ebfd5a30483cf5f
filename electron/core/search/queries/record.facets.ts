import { recordFacets } from '../../../../shared/contract/record.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { facets } from '../facets.ts'
import { compileSearch } from '../find.ts'

export default answer(recordFacets, ({ db, folder, signal }, { search, live }) => {
  const compiled = compileSearch(db, folder, search, { live, everyday: true })
  return facets(db, compiled, search, readVaultFile(folder).zone, signal)
})
