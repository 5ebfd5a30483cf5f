import { requestPartFiles } from '../../../../shared/contract/request-life.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { apply } from '../../vault/handler.ts'
import { listAccessions } from '../../vault/repository/intake/accession.ts'
import { insertPartImport, recordsSeenBy } from '../../vault/repository/request/part-import.ts'
import { freezeForRequest } from '../../vault/repository/request/request.ts'
import { insertEvent, partsOf } from '../../vault/repository/request/request-life.ts'
import { insertPick, picksOf } from '../../vault/repository/request/request-search.ts'
import { openRequest, refused, today } from '../changing.ts'

// What other systems gave is reviewed, redacted and numbered with the rest, and held at once: it may lie outside of the accounts and the period.
export default apply(requestPartFiles, ['requests', 'holds', 'ledger'], (context, { id, number, accession }) => {
  const { db, now, actor, note } = context
  openRequest(db, id)
  const part = partsOf(db, id).find((one) => one.number === number)
  if (part === undefined) throw refused(`Request ${id} has no part ${number}. Nothing was changed.`)
  const known = listAccessions(db).find((one) => one.id === accession)
  if (known === undefined || known.state !== 'complete')
    throw refused(`Import ${accession} is not complete. Nothing was changed.`)
  const records = recordsSeenBy(db, accession)
  if (records.length === 0) throw refused(`Import ${accession} brought no record. Nothing was changed.`)
  const done = { at: now, by: actor.person }
  const title = `${number}. ${part.title}`
  const added = new Set<number>(picksOf(db, id).flatMap((pick) => (pick.act === 'added' ? [pick.record] : [])))
  const more = records.filter((record) => !added.has(record))
  for (const record of more) insertPick(db, id, { record, act: 'added', reason: `Part ${title}` }, done)
  freezeForRequest(db, id, more)
  if (insertPartImport(db, id, number, { accession, records: records.length }, done))
    insertEvent(
      db,
      id,
      { kind: 'part', on: today(context), words: `${title}: ${amount(records.length, 'file')} received` },
      done,
    )
  note({ request: id, part: number, accession, records: records.length })
  return { records: records.length }
})
