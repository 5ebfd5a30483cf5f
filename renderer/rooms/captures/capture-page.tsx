// One capture: what it was to reach and did, what it says of itself, and comparing it with an earlier one.
import { captureRun, captureShow } from '../../../shared/contract/capture.ts'
import type { Capture } from '../../../shared/domain/capture/capture.ts'
import type { CaptureId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/captures.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { address, go } from '../../workspace/route.ts'
import { CaptureProgress } from './capture-progress.tsx'
import { ComparePart } from './compare-part.tsx'
import { FactsPart } from './facts-part.tsx'
import { PagesPart } from './pages-part.tsx'
import { outcomeTone, outcomeWord, wayWord } from './words.ts'

const t = translator(en)

/** The page. */
export function CapturePage({ id }: { readonly id: CaptureId }) {
  const { summary, accounts } = useVault()
  const { data, refusal } = useQuery(captureShow, { capture: id }, ['captures', 'accessions'], 1000)
  const again = useAction(async ({ account, way, scope }: Capture) => {
    go(
      address('captures', [], {
        job: await start(captureRun, { account, way, scope, attorney: data?.facts?.attorney ?? null }),
      }),
    )
  })
  const capture = data?.capture
  const account = capture && accounts.get(capture.account)
  return (
    <Page
      title={t('one', { id })}
      about={
        capture && (
          <>
            {platformWord(account?.platform ?? '')} <bdi>@{account?.handle}</bdi> · {wayWord(capture.way)} ·{' '}
            {formatInstant(capture.startedAt, summary.zone, 'moment')}
          </>
        )
      }
      actions={
        <>
          <a className="button quiet" href={address('captures')}>
            {t('backToList')}
          </a>
          {capture?.way === 'page' && (
            <a className="button" href={address('captures', [], { account: String(capture.account), way: 'page' })}>
              {t('captureAgainTerms')}
            </a>
          )}
          {capture && capture.way !== 'page' && (
            <Button onPress={() => void again.go(capture)} busy={again.busy}>
              {t('captureAgain')}
            </Button>
          )}
        </>
      }
    >
      <RefusalNotice refusal={refusal ?? again.refusal} />
      {!data && !refusal && <Waiting words="…" />}
      {capture &&
        (capture.outcome === null ? (
          <CaptureProgress id={capture.job} />
        ) : (
          <Outcome capture={capture} handle={account?.handle ?? ''} />
        ))}
      {capture && capture.accession !== null && <PagesPart capture={capture.id} seen={capture.way === 'page'} />}
      {capture && data.facts && <FactsPart capture={capture} facts={data.facts} />}
      {capture && <ComparePart capture={capture} />}
    </Page>
  )
}

function Outcome({ capture, handle }: { readonly capture: Capture; readonly handle: string }) {
  const tone = outcomeTone(capture)
  return (
    <Notice tone={tone === 'accent' ? 'info' : tone} title={outcomeWord(capture)}>
      <PlainText text={capture.sentence} /> {capture.outcome === 'incomplete' && t('fillGap')}
      {capture.sameAs !== null && t('sameAs', { id: capture.sameAs })}
      {capture.outcome === 'lapsed' && capture.way !== 'feed' && (
        <a href={address('accounts', [String(capture.account)])}>{t('toLogIns', { handle })}</a>
      )}
    </Notice>
  )
}
