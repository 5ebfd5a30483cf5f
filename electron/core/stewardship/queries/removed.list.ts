import { removedList } from '../../../../shared/contract/removed.ts'
import { answer } from '../../vault/handler.ts'
import { removedEntries } from '../removed/entries.ts'

export default answer(removedList, ({ db, folder }) => [...removedEntries(db, folder)])
