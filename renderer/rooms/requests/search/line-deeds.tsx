// What can be done about a line: look through what words cannot search, capture, import, ask the liaison, answer.
import { requestPart } from '../../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import type { StatementLine } from '../../../../shared/domain/request/search-statement.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/request-search.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { address, go } from '../../../workspace/route.ts'

const t = translator(en)

interface Props {
  readonly request: RequestDetail
  readonly line: StatementLine
  readonly onAnswer: () => void
  readonly onLook: () => void
}

/** The buttons. */
export function LineDeeds({ request, line, onAnswer, onLook }: Props) {
  const { accounts } = useVault()
  const account = line.account === null ? undefined : accounts.get(line.account)
  const { settled, query, kind, accession } = line
  // The export that is lacking becomes a part of the request, so that it is followed up and answered like any other.
  const asking = useAction(async () => {
    if (account === undefined) return
    const title = t('partTitle', { handle: account.handle, day: formatDay(request.to ?? request.receivedOn) })
    const part = { title, system: account.platform, holder: account.liaison, state: 'asked' as const, answer: '' }
    await run(requestPart, { id: request.id, number: null, part })
    go(address('requests', [request.id, 'parts']))
  })
  if (kind === 'part') return <a href={address('requests', [request.id, 'parts'])}>{t('toParts')}</a>
  return (
    <div className="line-deeds">
      {query !== null && <a href={address('records', [], { q: query })}>{t('lookThrough')}</a>}
      {kind === 'files' && <Button onPress={onLook}>{t('lookThrough')}</Button>}
      {accession !== null && <a href={address('imports', [accession])}>{t('import', { number: accession })}</a>}
      {kind === 'account' && !settled && (
        <>
          {account?.personal === undefined && line.account !== null && (
            <a href={address('captures', [], { account: String(line.account) })}>{t('captureNow')}</a>
          )}
          <a href={address('imports')}>{t('importExport')}</a>
          <Button onPress={() => void asking.go()} busy={asking.busy} disabled={request.state === 'closed'}>
            {t('askLiaison')}
          </Button>
        </>
      )}
      {!settled && (
        <Button onPress={onAnswer} disabled={request.state === 'closed'}>
          {t('answer')}
        </Button>
      )}
      <RefusalNotice refusal={asking.refusal} />
    </div>
  )
}
