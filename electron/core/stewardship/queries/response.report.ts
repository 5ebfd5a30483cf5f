import { type ResponseRow, type ResponseVerdict, responseReport } from '../../../../shared/contract/response.ts'
import { AccountId, RecordId } from '../../../../shared/domain/id.ts'
import type { Response } from '../../../../shared/domain/office/response.ts'
import { standIn } from '../../../../shared/text/stand-in.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { recordRows } from '../../vault/record/read.ts'
import { monthsOf } from '../response/months.ts'
import { periodResponses } from '../response/reckon.ts'

const MOST = 2000
const FIRST: readonly ResponseVerdict[] = ['unanswered', 'late', 'pending', 'not-measurable', 'within-72', 'within-48']

export default answer(responseReport, ({ db, folder }, { from, to, asOf }) => {
  const { zone } = readVaultFile(folder)
  const reckoned = periodResponses(db, folder, { from, to }, asOf)
  const chosen = reckoned.responses
    .toSorted(
      (one, other) => FIRST.indexOf(one.verdict) - FIRST.indexOf(other.verdict) || (one.at ?? 0) - (other.at ?? 0),
    )
    .slice(0, MOST)
  return {
    ...{ from, to, months: monthsOf(reckoned.responses, zone), rows: rowsOf(db, chosen) },
    total: reckoned.responses.length,
    unmatched: [...reckoned.unmatched].map(([account, replies]) => ({ account: AccountId.parse(account), replies })),
    yearsWithout: [...reckoned.yearsWithout],
    yearsReckoned: [...reckoned.yearsReckoned],
  }
})

function rowsOf(db: Driver, responses: readonly Response[]): ResponseRow[] {
  const rows = new Map(
    recordRows(
      db,
      responses.map(({ id }) => id),
    ).map((row) => [Number(row.id), row]),
  )
  return responses.flatMap(({ id, account, reply, replyAccount, ...rest }): ResponseRow[] => {
    const row = rows.get(id)
    if (row === undefined) return []
    return [
      {
        ...rest,
        record: row.id,
        account: AccountId.parse(account),
        kind: row.kind,
        author: row.author,
        words: standIn(row) ?? row.text.slice(0, 200),
        reply: reply === null ? null : RecordId.parse(reply),
        replyAccount: replyAccount === null ? null : AccountId.parse(replyAccount),
      },
    ]
  })
}
