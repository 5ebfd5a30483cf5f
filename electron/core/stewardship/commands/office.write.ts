import { MunimentError } from '../../../../shared/contract/error.ts'
import { officeWrite } from '../../../../shared/contract/office.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { recordRows } from '../../vault/record/read.ts'
import { insertEntry, insertStewardWording } from '../../vault/repository/office/steward.ts'
import { refuseOffice } from '../office/check.ts'
import { knownOffice } from '../office/entries.ts'
import { refusedStewardship } from '../refuse.ts'

export default apply(officeWrite, ['stewardship', 'ledger'], (context, { id, account, record, said }) => {
  const { db, now, actor, note } = context
  const before = id === null ? null : knownOffice(db, id)
  if (before !== null && before.said.kind !== said.kind)
    throw refusedStewardship(`Entry ${id} is one of another register.`)
  if (before !== null && !before.stands) throw refusedStewardship(`Entry ${id} is closed. Open it again first.`)
  if (account !== null) knownAccount(db, account)
  const [row] = record === null ? [] : recordRows(db, [record])
  if (record !== null && row === undefined)
    throw new MunimentError('RECORD_UNKNOWN', 'There is no such record in this vault. Nothing was changed.')
  refuseOffice(context, said, { account: account ?? before?.account ?? null, record: record ?? before?.record ?? null })
  const entry = id ?? insertEntry(db, { kind: said.kind, account: row?.account ?? account, record }, now, actor.person)
  insertStewardWording(db, entry, said, now, actor.person)
  note({ entry, kind: said.kind })
  return { id: entry }
})
