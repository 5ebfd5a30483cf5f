// Storing the statement, and writing it and its hit list out.
import { useState } from 'react'
import { searchHits, searchPrint, searchState } from '../../../../shared/contract/request-search.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { isUnderWay, useJobs } from '../../../client/jobs.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

/** The buttons. @param stored whether there is a statement to print */
export function StatementDeeds({ request, stored }: { readonly request: RequestDetail; readonly stored: boolean }) {
  const { id, state } = request
  const [job, setJob] = useState<JobId | null>(null)
  const storing = useAction(async () => setJob(await start(searchState, { request: id })))
  const printing = useAction(async () => {
    const target = await chooseTarget(`search-statement-${id}.pdf`)
    if (target) setJob(await start(searchPrint, { request: id, version: null, to: target.grant }))
  })
  const listing = useAction(async () => {
    const target = await chooseTarget(`hits-${id}.txt`)
    if (target) setJob(await start(searchHits, { request: id, to: target.grant }))
  })
  const running = useJobs()?.find((one) => one.id === job)
  const busy = running !== undefined && isUnderWay(running)
  return (
    <>
      <Button
        look="strong"
        icon="check"
        onPress={() => void storing.go()}
        busy={storing.busy || busy}
        disabled={state === 'closed'}
      >
        {t('store')}
      </Button>
      <Button icon="print" onPress={() => void printing.go()} busy={printing.busy} disabled={!stored}>
        {t('pdf')}
      </Button>
      <Button look="quiet" onPress={() => void listing.go()} busy={listing.busy}>
        {t('hits')}
      </Button>
      <RefusalNotice refusal={storing.refusal ?? printing.refusal ?? listing.refusal ?? running?.problem ?? null} />
    </>
  )
}
