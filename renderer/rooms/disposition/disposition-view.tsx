// Purge reports: making one, and those made so far.
import { useState } from 'react'
import { purgeState } from '../../../shared/contract/approval.ts'
import { type DestructionSummary, destructionList } from '../../../shared/contract/destruction.ts'
import { type PlanSummary, purgeList } from '../../../shared/contract/purge.ts'
import { officeFileWords } from '../../../shared/domain/disposition/office-file.ts'
import type { PlanKind } from '../../../shared/domain/disposition/plan-kind.ts'
import { useLastKnown } from '../../client/last-known.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en as destructionWords } from '../../locale/en/destruction.ts'
import { en } from '../../locale/en/disposition.ts'
import { en as ownWords } from '../../locale/en/office-files.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { PapersButton, usePaperCounts } from '../../papers/papers-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useForm } from '../../workspace/doing.ts'
import { CalendarPart } from './calendar-part.tsx'
import './disposition.css'
import { useInstant } from './instant.ts'
import { OwnFiles } from './own-files.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { SettledPart } from './settled-part.tsx'
import { Transfers } from './transfers.tsx'
import { WritePlans } from './write-plans.tsx'

const t = translator(en)
const steps = translator(destructionWords)
const own = translator(ownWords)

/** The room. */
export function DispositionView() {
  const { data, refusal } = useQuery(purgeList, {}, ['disposition', 'jobs'], 1000)
  const { data: destructions } = useQuery(destructionList, {}, ['disposition', 'jobs'], 1000)
  const [making, setMaking] = useForm('make')
  const [first, setFirst] = useState<PlanKind>('destruction')
  const papers = usePaperCounts('plan')
  const [awaited, setAwaited] = useState(0)
  const begin = (kind: PlanKind) => {
    setFirst(kind)
    setMaking(true)
  }
  const make = (
    <Button look="strong" icon="plus" onPress={() => begin('destruction')}>
      {t('make')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        data &&
        data.length > 0 && (
          <>
            <WritePlans plans={data} />
            {make}
          </>
        )
      }
    >
      <RefusalNotice refusal={refusal} />
      {data && data.length < awaited && <Notice tone="info">{t('started')}</Notice>}
      {data?.length === 0 && (
        <Empty icon="purge" title={t('none')} actions={make}>
          {t('noneAbout')}
        </Empty>
      )}
      <ul className="cards">
        {data?.map((plan) => (
          <li key={plan.id} className="card">
            <Plan
              destruction={destructions?.find((one) => one.plan === plan.id)}
              plan={plan}
              newest={plan === data[0]}
              papers={papers.get(String(plan.id)) ?? 0}
            />
          </li>
        ))}
      </ul>
      <CalendarPart />
      <SettledPart />
      <OwnFiles />
      <Transfers onGiveUp={() => begin('custody')} />
      <Dialog title={t('make')} open={making} onClose={() => setMaking(false)}>
        <PlanForm
          first={first}
          onDone={(started) => {
            setMaking(false)
            if (started) setAwaited((data?.length ?? 0) + 1)
          }}
        />
      </Dialog>
    </Page>
  )
}

interface PlanProps {
  readonly plan: PlanSummary
  readonly destruction: DestructionSummary | undefined
  readonly newest: boolean
  readonly papers: number
}

function Plan({ plan, destruction, newest, papers }: PlanProps) {
  const { zone } = useVault().summary
  const at = useInstant()
  const goes = plan.executable && plan.eligible + plan.files.reduce((sum, one) => sum + one.eligible, 0) > 0
  const asked = goes && destruction === undefined ? { plan: plan.id, at } : null
  const state = useQuery(purgeState, asked, ['disposition', 'schedule', 'holds', 'requests'])
  const known = useLastKnown(state.data)
  const custody = plan.kind === 'custody'
  const title = t(custody ? 'custodyAsOf' : 'asOf', { day: formatDay(plan.asOf) })
  const bySeries = t(custody ? 'custodyBySeries' : 'bySeries')
  return (
    <article className="plan">
      <div className="plan-head">
        <h2>{title}</h2>
        {custody && <Chip title={t('custodyAbout')}>{t('custody')}</Chip>}
        <PlanChip
          plan={plan}
          carriedOut={destruction?.state === 'certified'}
          unanswered={known?.listed.rows.some(({ open }) => open) ?? false}
        />
        <span className="soft">{t('madeAt', { when: formatInstant(plan.madeAt, zone, 'moment') })}</span>
        <PapersButton subject={{ kind: 'plan', id: String(plan.id) }} name={title} count={papers} />
      </div>
      <dl className="figures">
        <div>
          <dt>{t(custody ? 'custodyEligible' : 'eligible')}</dt>
          <dd>{formatCount(plan.eligible)}</dd>
        </div>
        <div>
          <dt>{t('excluded')}</dt>
          <dd>{formatCount(plan.excluded)}</dd>
        </div>
        {plan.waiting > 0 && (
          <div>
            <dt>{t('waiting')}</dt>
            <dd>{formatCount(plan.waiting)}</dd>
          </div>
        )}
      </dl>
      {plan.departments.length > 0 && (
        <p>
          {t('departments', {
            names: plan.departments
              .map(({ department, records }) =>
                t('department', { name: department || t('noDepartment'), count: formatCount(records) }),
              )
              .join(', '),
          })}
        </p>
      )}
      {custody && plan.custody.length === 0 && <p className="soft">{t('custodyNone')}</p>}
      {plan.custody.map(({ transfer, name: bag, records, receipt: { archive, signedOn } }) => (
        <p key={transfer}>{t('custodyTo', { archive, bag, day: formatDay(signedOn), count: formatCount(records) })}</p>
      ))}
      {plan.bySeries.length > 0 && (
        <details open={newest}>
          <summary>{bySeries}</summary>
          <DataTable
            label={bySeries}
            rows={plan.bySeries}
            keyOf={(row) => row.series}
            columns={[
              { id: 'series', title: t('series'), heading: true, cell: (row) => row.series },
              { id: 'title', title: t('seriesTitle'), cell: (row) => row.title },
              { id: 'records', title: t('records'), number: true, cell: (row) => formatCount(row.eligible) },
            ]}
          />
        </details>
      )}
      {plan.byReason.length > 0 && (
        <details open={newest}>
          <summary>{t('byReason')}</summary>
          <DataTable
            label={t('byReason')}
            rows={plan.byReason}
            keyOf={(row) => row.reason}
            columns={[
              { id: 'reason', title: t('reason'), heading: true, cell: (row) => row.sentence },
              { id: 'records', title: t('records'), number: true, cell: (row) => formatCount(row.records) },
            ]}
          />
        </details>
      )}
      <PlanFiles plan={plan} newest={newest} />
      {goes && <PlanSteps plan={plan} state={known} refusal={state.refusal} destruction={destruction} />}
      <p className="hint">
        {t('digest')}: <span className="mono digest">{plan.digest}</span>
      </p>
    </article>
  )
}

function PlanFiles({ plan, newest }: { readonly plan: PlanSummary; readonly newest: boolean }) {
  if (plan.files.length === 0) return null
  return (
    <details open={newest}>
      <summary>{own('planFiles')}</summary>
      <DataTable
        label={own('planFilesOf', { day: formatDay(plan.asOf), when: String(plan.id) })}
        rows={plan.files}
        keyOf={({ kind }) => kind}
        columns={[
          { id: 'kind', title: own('kind'), heading: true, cell: ({ kind }) => officeFileWords[kind].many },
          { id: 'may', title: own('planMay'), number: true, cell: (row) => formatCount(row.eligible) },
          { id: 'stays', title: own('planStays'), number: true, cell: (row) => formatCount(row.kept) },
        ]}
      />
    </details>
  )
}

interface PlanChipProps {
  readonly plan: PlanSummary
  readonly carriedOut: boolean
  /** Entries of its lists are to be answered. */
  readonly unanswered: boolean
}

function PlanChip({ plan, carriedOut, unanswered }: PlanChipProps) {
  if (carriedOut) return <Chip tone="good">{steps('carriedOut')}</Chip>
  if (plan.executable && unanswered) return <Chip tone="warn">{t('planUnanswered')}</Chip>
  if (plan.executable) return <Chip tone="accent">{t('plan')}</Chip>
  return <Chip title={t('reportAbout')}>{t('report')}</Chip>
}
