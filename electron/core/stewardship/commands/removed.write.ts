import { MunimentError } from '../../../../shared/contract/error.ts'
import { removedWrite } from '../../../../shared/contract/removed.ts'
import { openFields } from '../../../../shared/domain/office/removal.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { recordRows } from '../../vault/record/read.ts'
import { entryOfRecord, insertEntry, insertStewardWording } from '../../vault/repository/office/steward.ts'
import { refusedStewardship } from '../refuse.ts'
import { refuseWording } from '../removed/check.ts'
import { knownRemoval } from '../removed/entries.ts'

export default apply(removedWrite, ['stewardship', 'ledger'], (context, { id, account, record, said }) => {
  const { db, folder, now, actor, note } = context
  if (account !== null) knownAccount(db, account)
  const before = id === null ? null : knownRemoval(db, folder, id)
  if (before !== null && before.state !== 'open')
    throw refusedStewardship(`Entry ${id} is not open: what it says stands. Reopen it, or have the attorney return it.`)
  const [row] = record === null ? [] : recordRows(db, [record])
  if (record !== null && row === undefined)
    throw new MunimentError('RECORD_UNKNOWN', 'There is no such record in this vault. Nothing was changed.')
  const other = record === null ? null : entryOfRecord(db, 'removal', record)
  if (id === null && other !== null) throw refusedStewardship(`Entry ${other} of the log is about this record already.`)
  refuseWording(context, said)
  const entry = id ?? insertEntry(db, { kind: 'removal', account: row?.account ?? account, record }, now, actor.person)
  insertStewardWording(db, entry, said, now, actor.person)
  const open = openFields(said, before === null ? record !== null : before.record !== null || before.recordGone)
  note({ entry, open: open.length })
  return { id: entry, open: [...open] }
})
