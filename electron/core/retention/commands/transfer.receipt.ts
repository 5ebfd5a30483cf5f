import { MunimentError } from '../../../../shared/contract/error.ts'
import { transferReceipt } from '../../../../shared/contract/transfer.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertReceipt, listTransfers } from '../../vault/repository/disposition/transfer.ts'

export default apply(transferReceipt, ['disposition', 'ledger'], (context, { id, bag, document: paper, ...signed }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'An archive’s receipt')
  const transfer = listTransfers(db).find((one) => one.id === id)
  if (transfer === undefined) throw refused(`This vault made no copy ${id} for an archive.`)
  if (transfer.bag !== bag) {
    throw refused(
      `The receipt names another bag: its digest is not that of ${transfer.name}. Compare the paper with the list of copies, and ask the archive what it received.`,
    )
  }
  const { zone } = readVaultFile(folder)
  const [made, today] = [localDate(transfer.madeAt, zone), localDate(now, zone)]
  if (signed.signedOn > today) throw refused(`${readableDay(signed.signedOn)} has not come yet.`)
  if (signed.signedOn < made) {
    throw refused(
      `The bag was made on ${readableDay(made)}: nobody can have received it on ${readableDay(signed.signedOn)}.`,
    )
  }
  const document = keepPaper(context, paper)
  insertReceipt(db, id, { ...signed, document }, now, by)
  note({ transfer: id, manifest: bag, ...saltedDigest(context, document) })
  return { records: transfer.records }
})

function refused(sentence: string): MunimentError {
  return new MunimentError('INPUT_INVALID', `${sentence} Nothing was recorded.`)
}
