import { holdReadOrder } from '../../../../shared/contract/hold.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { isMail, readMail } from '../../mail/read-mail.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'

/** What a hold's form takes, in characters. */
const MOST = { orderedBy: 200, matter: 4000 }

export default answer(holdReadOrder, async ({ folder }, { document }) => {
  if (!isMail(document.name)) return null
  const mail = await readMail(document.name, Buffer.from(document.bytes, 'base64'))
  if (mail === null) return null
  const at = Date.parse(mail.date)
  const day = Number.isNaN(at) ? null : localDate(Instant.parse(at), readVaultFile(folder).zone)
  return { from: mail.from.slice(0, MOST.orderedBy), subject: mail.subject.slice(0, MOST.matter), day }
})
