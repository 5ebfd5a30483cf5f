import { listWrite } from '../../../../shared/contract/list.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { writeFile } from '../../vault/cipher/fs-promises.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { actorName } from '../actor-name.ts'
import { shownCsv, shownPdf, shownXlsx } from '../listing/shown-list.ts'

export default work(listWrite, false, async (context, { title, columns, rows, format, to }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  const list = { title, columns, rows }
  const { city, zone } = readVaultFile(context.folder)
  const facts = {
    city,
    zone,
    writtenAt: context.startedAt,
    writtenBy: actorName(context),
    practice: isPractice(context.db),
  }
  const written = await writeOutside(target.path, async (aside) => {
    if (format === 'csv') return writeFile(aside, shownCsv(list, facts.practice))
    if (format === 'xlsx') return writeFile(aside, await shownXlsx(list, facts.practice))
    return shownPdf(createWriteStream(aside), list, facts)
  })
  const copy = { kind: 'list', subject: amount(rows.length, 'row'), name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
  return { rows: rows.length }
})
