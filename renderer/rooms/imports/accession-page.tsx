// One import: its reconciliation as a document, and printing it.
import { useState } from 'react'
import { accessionList, accessionPrint, accessionReconciliation } from '../../../shared/contract/intake.ts'
import type { AccessionId } from '../../../shared/domain/id.ts'
import type { Accession } from '../../../shared/domain/intake/accession.ts'
import { claimsCounts, type Reconciliation } from '../../../shared/domain/intake/reconciliation.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/imports.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { CaptureLink } from './capture-link.tsx'
import { Corrections, CorrectMenu } from './corrections.tsx'
import { ComparisonPart, FindingsPart, MediaPart, NeverPart, SeriesPart } from './document-parts.tsx'
import { LinesTable } from './lines-table.tsx'
import { Packages } from './packages.tsx'
import { ProducedPart } from './produced/produced-part.tsx'

const t = translator(en)

/** The page. */
export function AccessionPage({ id }: { readonly id: AccessionId }) {
  const { summary, accounts } = useVault()
  const { data, refusal } = useQuery(accessionReconciliation, { accession: id }, ['accessions'], 1000)
  const accession = useQuery(accessionList, {}, ['accessions'], 1000).data?.find((one) => one.id === id)
  const account = accession && accounts.get(accession.account)
  const about = accession && (
    <>
      {platformWord(account?.platform ?? accession.platform)} <bdi>@{account?.handle}</bdi> ·{' '}
      {formatInstant(accession.receivedAt, summary.zone, 'moment')}
    </>
  )
  return (
    <Page
      title={t('reconciliation', { number: id })}
      about={about}
      actions={
        <>
          <a className="button quiet" href={address('imports')}>
            {t('backToList')}
          </a>
          {accession && <CaptureLink accession={accession} />}
          {accession && <CorrectMenu accession={accession} />}
          {data && <Print id={id} name={`reconciliation-${id}.pdf`} />}
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      {accession && <Corrections accession={accession} />}
      {data === undefined && !refusal && <Waiting words={t('looking')} />}
      {data === null && accession?.state !== 'undone' && (
        <Notice tone="info" title={t('none')}>
          {t('noneAbout')}
        </Notice>
      )}
      {data && <Document reconciliation={data} accession={accession} />}
    </Page>
  )
}

interface DocumentProps {
  readonly reconciliation: Reconciliation
  readonly accession: Accession | undefined
}

function Document({ reconciliation, accession }: DocumentProps) {
  const { totals, platform, layout, parser } = reconciliation
  const claims = claimsCounts(reconciliation)
  return (
    <>
      {totals.unexplained > 0 ? (
        <Notice tone="bad" title={t('notGood', { count: totals.unexplained })}>
          {t('notGoodAbout')}
        </Notice>
      ) : (
        <Notice tone="good" title={t(claims ? 'allGood' : 'allReadGood')}>
          {t('allGoodAbout', totals)} {!claims && t('noClaims')}
        </Notice>
      )}
      {reconciliation.produced && <ProducedPart items={reconciliation.produced} />}
      <LinesTable reconciliation={reconciliation} />
      <MediaPart media={reconciliation.media} />
      {reconciliation.comparison && <ComparisonPart comparison={reconciliation.comparison} />}
      {reconciliation.classified && <SeriesPart classified={reconciliation.classified} />}
      <FindingsPart findings={reconciliation.findings} />
      {accession && <Packages packages={accession.packages} />}
      <NeverPart sentences={reconciliation.neverExported} />
      <p className="soft">{t('source', { platform: platformWord(platform), layout, parser })}</p>
    </>
  )
}

function Print({ id, name }: { readonly id: AccessionId; readonly name: string }) {
  const [begun, setBegun] = useState(false)
  const printing = useAction(async () => {
    const target = await chooseTarget(name)
    if (!target) return
    await start(accessionPrint, { accession: id, to: target.grant })
    setBegun(true)
  })
  return (
    <>
      <Button icon="print" onPress={() => void printing.go()} busy={printing.busy}>
        {t('print')}
      </Button>
      <RefusalNotice refusal={printing.refusal} />
      {begun && (
        <span role="status" className="soft">
          {t('printing')}
        </span>
      )}
    </>
  )
}
