// Storing the statement, and writing it and its hit list out.
import { searchHits, searchPrint, searchState } from '../../../../shared/contract/request-search.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { useJob } from '../../../client/begun.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

/** The buttons. @param stored whether there is a statement to print */
export function StatementDeeds({ request, stored }: { readonly request: RequestDetail; readonly stored: boolean }) {
  const { id, state } = request
  const storing = useJob(searchState, async () => ({ request: id }))
  const printing = useJob(searchPrint, async () => {
    const target = await chooseTarget(`search-statement-${id}.pdf`)
    return target && { request: id, version: null, to: target.grant }
  })
  const listing = useJob(searchHits, async () => {
    const target = await chooseTarget(`hits-${id}.txt`)
    return target && { request: id, to: target.grant }
  })
  return (
    <>
      <Button look="strong" icon="check" onPress={() => storing.go()} busy={storing.busy} disabled={state === 'closed'}>
        {t('store')}
      </Button>
      <Button icon="print" onPress={() => printing.go()} busy={printing.busy} disabled={!stored}>
        {t('pdf')}
      </Button>
      <Button look="quiet" onPress={() => listing.go()} busy={listing.busy}>
        {t('hits')}
      </Button>
      <span role="status" className="soft">
        {(printing.result ?? listing.result) && t('written')}
      </span>
      <RefusalNotice refusal={storing.refusal ?? printing.refusal ?? listing.refusal} />
    </>
  )
}
