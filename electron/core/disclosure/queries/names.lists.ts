import { namesLists } from '../../../../shared/contract/names.ts'
import { answer } from '../../vault/handler.ts'
import { nameLists } from '../../vault/repository/review/listed-name.ts'

export default answer(namesLists, ({ db }) => nameLists(db))
