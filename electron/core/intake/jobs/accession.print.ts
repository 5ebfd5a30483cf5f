import { MunimentError } from '../../../../shared/contract/error.ts'
import { accessionPrint } from '../../../../shared/contract/intake.ts'
import { type JobContext, work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { writableFile, writeOutside } from '../../vault/outside.ts'
import { findAccount, listPeople } from '../../vault/repository/account/people.ts'
import { listAccessions, reconciliationOf } from '../../vault/repository/intake/accession.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { printReconciliation, type ReconciliationPrint } from '../print-reconciliation.ts'

export default work(accessionPrint, false, async (context, { accession, to }) => {
  const target = writableFile(context, to)
  const print = gather(context, accession)
  context.progress({ stage: 'printing', done: 0, total: null, unit: 'pages' })
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await printReconciliation(createWriteStream(aside), print)
  })
  await context.write(copyRegister, {
    kind: 'reconciliation',
    subject: `accession ${accession}`,
    name: target.name,
    place: target.path,
    ...written,
    at: context.startedAt,
  })
  return { pages }
})

function gather(
  { db, folder, startedAt }: JobContext,
  id: Parameters<typeof reconciliationOf>[1],
): ReconciliationPrint {
  const { city, zone } = readVaultFile(folder)
  const accession = listAccessions(db).find((one) => one.id === id)
  const account = accession && findAccount(db, accession.account)
  const reconciliation = reconciliationOf(db, id)
  if (!accession || !account || reconciliation === null) {
    throw new MunimentError(
      'INPUT_INVALID',
      `Accession ${id} has no reconciliation: it is not finished, or was undone. Nothing was printed.`,
    )
  }
  const receivedBy = listPeople(db).find((person) => person.id === accession.receivedBy)?.name ?? null
  return { city, zone, practice: isPractice(db), account, accession, receivedBy, reconciliation, printedAt: startedAt }
}
