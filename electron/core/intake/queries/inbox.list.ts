import { inboxList } from '../../../../shared/contract/inbox.ts'
import { answer } from '../../vault/handler.ts'
import { lookIntoInbox } from '../inbox.ts'

export default answer(inboxList, ({ db, signal }, { before }) => lookIntoInbox(db, before, signal))
