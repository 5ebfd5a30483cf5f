import { mappingList } from '../../../../shared/contract/mapping.ts'
import { answer } from '../../vault/handler.ts'
import { listMappings, newestOf } from '../../vault/repository/intake/mapping.ts'

export default answer(mappingList, ({ db }, { name }) => {
  if (name === null) return listMappings(db)
  const found = newestOf(db, name)
  return found === null ? [] : [found]
})
