import { z } from 'zod'
import { query } from '../../../../shared/contract/define.ts'
import { inboxAccept } from '../../../../shared/contract/inbox.ts'
import { answer } from '../../vault/handler.ts'
import { acceptFromInbox } from '../inbox.ts'

// The reader says where the files lie; the main thread makes grants of that before anybody hears of it.
const places = query(inboxAccept.name, {
  summary: inboxAccept.summary,
  input: inboxAccept.input,
  output: z.array(z.strictObject({ path: z.string(), name: z.string() })),
})

export default answer(places, ({ db }, { files }) => acceptFromInbox(db, files))
