import { MunimentError } from '../../../../shared/contract/error.ts'
import { holdNotice } from '../../../../shared/contract/hold.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import copyRegister from '../../vault/batches/copy.register.ts'
import { createWriteStream } from '../../vault/cipher/streams.ts'
import { expectWritable, writableFile, writeOutside } from '../../vault/outside.ts'
import { findHold } from '../../vault/repository/disposition/hold.ts'
import { isPractice } from '../../vault/repository/practice.ts'
import { accountsOfHold } from '../hold/hold-accounts.ts'
import { printHoldNotice } from '../hold/print-notice.ts'

export default work(holdNotice, false, async (context, { id, to }) => {
  const { db, folder, startedAt } = context
  const target = writableFile(context, to)
  const placed = findHold(db, id)
  if (placed === null)
    throw new MunimentError('HOLD_UNKNOWN', `There is no hold ${id} in this vault. Nothing was written.`)
  await expectWritable(target)
  const { city, zone } = readVaultFile(folder)
  const { label, orderedBy, scope } = placed.hold
  const accounts = accountsOfHold(db, placed.hold)
  const notice = {
    ...{ city, label, orderedBy, accounts, from: scope.from, to: scope.to },
    ...{ on: localDate(startedAt, zone), at: startedAt, practice: isPractice(db) },
  }
  let pages = 0
  const written = await writeOutside(target.path, async (aside) => {
    pages = await printHoldNotice(createWriteStream(aside), notice)
  })
  const copy = { kind: 'hold-notice', subject: `hold ${id}`, name: target.name, place: target.path } as const
  await context.write(copyRegister, { ...copy, ...written, at: startedAt })
  return { pages }
})
