import { recordPrint } from '../../../../shared/contract/record.ts'
import { work } from '../../job/define.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { inSnapshot } from '../../vault/repository/disposition/plan.ts'
import { printRecord } from '../print-record.ts'

export default work(recordPrint, false, async (context, { id, to }) => {
  const target = writableFile(context, to)
  await expectWritable(target)
  let pages = 0
  const written = await inSnapshot(context.db, () =>
    writeOutside(target.path, async (aside) => {
      pages = await printRecord(createWriteStream(aside), context, id)
    }),
  )
  const copy = { kind: 'record', subject: `record ${id}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: context.startedAt })
  return { pages }
})
