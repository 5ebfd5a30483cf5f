import { responsePrint } from '../../../../shared/contract/response.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { listAccounts } from '../../vault/repository/account/people.ts'
import { csvFile } from '../csv.ts'
import { reportFacts } from '../facts.ts'
import { monthsOf } from '../response/months.ts'
import { printResponses, responseTable } from '../response/print.ts'
import { periodResponses } from '../response/reckon.ts'

export default work(responsePrint, false, async (context, { from, to, format, into }) => {
  const target = writableFile(context, into)
  await expectWritable(target)
  const facts = reportFacts(context)
  const reckoned = periodResponses(context.db, context.folder, { from, to }, context.startedAt)
  const months = monthsOf(reckoned.responses, facts.zone)
  const accounts = new Map(listAccounts(context.db).map((account) => [account.id, account]))
  const written = await writeOutside(target.path, async (aside) => {
    if (format === 'pdf')
      return void (await printResponses(createWriteStream(aside), { from, to, months, reckoned, accounts, facts }))
    const { heads, rows } = responseTable({ months, accounts })
    return writeFile(aside, csvFile(heads, rows, facts.practice))
  })
  const copy = { kind: 'response-report', subject: `${from} to ${to}` } as const
  await context.write(copyRegister, {
    ...copy,
    name: target.name,
    place: target.path,
    ...written,
    at: context.startedAt,
  })
  return { asked: reckoned.responses.length }
})
