import { searchPrint } from '../../../../shared/contract/request-search.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { digestOf } from '../../vault/hex.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { knownRequest } from '../known-request.ts'
import { knownStatement } from '../searching/known-statement.ts'
import { writeStatementPdf } from '../searching/statement-pdf.ts'

export default work(searchPrint, false, async (context, { request: id, version, to }) => {
  const { db, folder, startedAt } = context
  const stored = knownStatement(db, knownRequest(db, id).id, version)
  const target = writableFile(context, to)
  await expectWritable(target)
  const { zone } = readVaultFile(folder)
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await writeStatementPdf(createWriteStream(aside), stored, { zone, practice: isPractice(db) })
  })
  const subject = `request ${id}, search statement ${stored.version}`
  await context.write(copyRegister, {
    kind: 'list',
    subject,
    name: target.name,
    place: target.path,
    ...written,
    at: startedAt,
  })
  return { pages, digest: digestOf(written.digest) }
})
