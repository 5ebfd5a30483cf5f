import { searchState } from '../../../../shared/contract/request-search.ts'
import { isLineAnswered } from '../../../../shared/domain/request/search-statement.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { work } from '../../job/define.ts'
import { readVaultFile } from '../../vault/about.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import searchStated from '../batches/search.stated.ts'
import { openRequest } from '../changing.ts'
import { drawUp, sha256 } from '../searching/statement.ts'

export default work(searchState, false, async (context, { request: id }) => {
  const { statement, hits } = await drawUp(context, openRequest(context.db, id))
  const document = canonicalJson(statement)
  const digest = sha256(document)
  const open = statement.lines.filter((line) => !isLineAnswered(line)).length
  const version = await context.write(searchStated, {
    ...{ request: id, document, digest, hits: Float64Array.from(hits) },
    on: localDate(context.startedAt, readVaultFile(context.folder).zone),
    words: `${amount(statement.responsive, 'record')} found; ${amount(open, 'line')} without an answer.`,
  })
  return { version, digest, responsive: statement.responsive, open }
})
