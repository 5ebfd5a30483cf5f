import { MunimentError } from '../../../../shared/contract/error.ts'
import { type PlannedRow, requestPortal } from '../../../../shared/contract/request-life.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { immediateWords } from '../../../../shared/domain/request/immediate.ts'
import { RequestDraft } from '../../../../shared/domain/request/request.ts'
import { apply, type WriteContext } from '../../vault/handler.ts'
import { savePortal } from '../../vault/repository/request/portal.ts'
import { saveRequest } from '../../vault/repository/request/request.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { today } from '../changing.ts'
import { enterRequest } from '../enter-request.ts'
import { draftOf, knownRequest } from '../known-request.ts'
import { planPortal } from '../portal-plan.ts'

export default apply(requestPortal, ['requests', 'holds', 'ledger'], (context, { file, numbers }) => {
  const { db, folder, now, actor, note } = context
  const wanted = new Set(numbers)
  const plan = planPortal(db, folder, file).rows.filter(({ row }) => wanted.has(row.number))
  const wrong = plan.find(({ outcome }) => outcome === 'refused')
  if (wrong) throw new MunimentError('INPUT_INVALID', `${wrong.row.number}: ${wrong.sentence} Nothing was taken in.`)
  const opened: RequestId[] = []
  const changed: RequestId[] = []
  let held = 0
  for (const { row, outcome, request, sentence } of plan) {
    if (request === null) continue
    if (outcome === 'new') {
      held += enterRequest(context, draftFrom({ row, request }), {
        kind: 'received',
        on: today(context),
        words: `From ${file.name}`,
      })
      opened.push(request)
    } else if (outcome === 'changed') {
      link(context, request, row.number)
      insertEvent(db, request, { kind: 'portal', on: today(context), words: sentence }, { at: now, by: actor.person })
      changed.push(request)
    }
    savePortal(db, request, row, file.name, { at: now, by: actor.person })
  }
  note({ opened: opened.length, changed: changed.length })
  return { opened, changed, held }
})

/** Whether its words make it one for immediate disclosure is taken as said: the earlier dates are the careful ones, and the clerk decides. */
function draftFrom({ row, request }: Pick<PlannedRow, 'row'> & { readonly request: RequestId }): RequestDraft {
  const { receivedOn, receivedAt, text, requester, contact, department, format, number } = row
  return RequestDraft.parse({
    ...{ id: request, receivedOn, receivedAt, channel: 'portal', portal: number, accounts: [], from: null, to: null },
    ...{ text, requester, contact, department: department.slice(0, 200), format, search: '' },
    immediateDisclosure: immediateWords(text) !== null,
  })
}

function link({ db }: WriteContext, request: RequestId, number: string): void {
  const known = knownRequest(db, request)
  if (known.portal === null) saveRequest(db, RequestDraft.parse({ ...draftOf(known), portal: number }))
}
