import { MunimentError } from '../../../../shared/contract/error.ts'
import { handoverPrint } from '../../../../shared/contract/handover.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { listHandovers } from '../../vault/repository/account/handover.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { printHandover } from '../print-handover.ts'

export default work(handoverPrint, false, async (context, { id, to }) => {
  const target = writableFile(context, to)
  const handover = listHandovers(context.db).find((one) => one.id === id)
  if (handover === undefined)
    throw new MunimentError('INPUT_INVALID', `There is no hand-over ${id}. Nothing was printed.`)
  await expectWritable(target)
  const { city, zone } = readVaultFile(context.folder)
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await printHandover(createWriteStream(aside), { city, zone, handover, practice: isPractice(context.db) })
  })
  await context.write(copyRegister, {
    kind: 'handover',
    subject: `handover ${id}`,
    name: target.name,
    place: target.path,
    ...written,
    at: context.startedAt,
  })
  return { pages }
})
