import { removedExport } from '../../../../shared/contract/removed.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { writeSheet } from '../../workbook/write.ts'
import { csvFile } from '../csv.ts'
import { reportFacts } from '../facts.ts'
import { logColumns } from '../removed/columns.ts'
import { printRemoved } from '../removed/print.ts'
import { entriesOf, logFacts } from '../removed/report.ts'

export default work(removedExport, false, async (context, { month, format, to }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  const facts = reportFacts(context)
  const entries = entriesOf(context.db, context.folder, month)
  const log = logFacts(context.db, facts.zone)
  const cells = () => entries.map((entry) => logColumns.map(({ value }) => value(entry, log)))
  const written = await writeOutside(target.path, async (aside) => {
    if (format === 'pdf') return void (await printRemoved(createWriteStream(aside), { entries, month, facts, log }))
    const heads = logColumns.map(({ title }) => title)
    if (format === 'csv') return writeFile(aside, csvFile(heads, cells(), facts.practice))
    const columns = heads.map((header) => ({ header, width: Math.max(14, header.length + 3) }))
    return writeFile(aside, await writeSheet('Removed content', columns, cells(), facts.practice))
  })
  const copy = { kind: 'removal-log', subject: amount(entries.length, 'entry', 'entries') } as const
  await context.write(copyRegister, {
    ...copy,
    name: target.name,
    place: target.path,
    ...written,
    at: context.startedAt,
  })
  return { entries: entries.length }
})
