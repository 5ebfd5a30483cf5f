// The way of a plan: who has signed, what is missing, and its execution; after that its certificate.
import { useState } from 'react'
import { type PlanState, purgePage, purgeWithdraw } from '../../../shared/contract/approval.ts'
import type { DestructionSummary } from '../../../shared/contract/destruction.ts'
import type { Refusal } from '../../../shared/contract/error.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import type { ApprovalRole } from '../../../shared/domain/disposition/approval.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { en } from '../../locale/en/destruction.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { ApproveForm } from './approve-form.tsx'
import { CertificatePart } from './certificate-part.tsx'
import { ExecuteForm } from './execute-form.tsx'
import { ListedPart } from './listed-part.tsx'
import { ListsForm } from './lists-form.tsx'
import { RoleTable } from './role-table.tsx'
import { StrikeForm } from './strike-form.tsx'

const t = translator(en)
interface Props {
  readonly plan: PlanSummary
  /** Where it stands, once that is told. */
  readonly state: PlanState | undefined
  readonly refusal: Refusal | null
  readonly destruction: DestructionSummary | undefined
}

/** The part. */
export function PlanSteps({ plan, state, refusal, destruction }: Props) {
  if (destruction !== undefined) return <CertificatePart destruction={destruction} />
  return (
    <>
      <RefusalNotice refusal={refusal} />
      {state && <Approving plan={plan} data={state} />}
    </>
  )
}

function Approving({ plan, data }: { readonly plan: PlanSummary; readonly data: PlanState }) {
  const [approving, setApproving] = useState<ApprovalRole | null>(null)
  const [taking, setTaking] = useState<number | null>(null)
  const [striking, setStriking] = useState(false)
  const [giving, setGiving] = useState(false)
  const [executing, setExecuting] = useState(false)
  const [started, setStarted] = useState(false)
  const page = useAction(async () => {
    const target = await chooseTarget(`purge-plan-${plan.id}-to-sign.pdf`)
    if (target) await start(purgePage, { plan: plan.id, roles: [], to: target.grant })
  })
  const withdraw = useAction(async (approval: number, reason: string) => {
    await run(purgeWithdraw, { approval, reason })
    setTaking(null)
  })
  const files = plan.files.reduce((sum, one) => sum + one.eligible, 0) - data.struckFiles.length
  const count = plan.eligible - data.struck.length - data.withThread
  const stale = data.lists.length < 2 || data.lists.some((list) => list.stale)
  const newer = <Button onPress={() => setGiving(true)}>{t('newer')}</Button>
  return (
    <section className="plan-steps">
      <ListedPart plan={plan} listed={data.listed} />
      <h3>{t(plan.kind === 'custody' ? 'custodySteps' : 'steps')}</h3>
      <RoleTable state={data} onApprove={setApproving} onWithdraw={setTaking} />
      {data.missing.length > 0 ? (
        <Notice tone="info" title={t('missing')} actions={stale && newer}>
          <ul>
            {data.missing.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        !started && <Notice tone="good">{t('nothingMissing')}</Notice>
      )}
      {started && <Notice tone="info">{t('executing')}</Notice>}
      {data.struck.length + data.struckFiles.length > 0 && (
        <p className="soft">
          {data.struck.length > 0 && t('struck', { count: formatCount(data.struck.length) })}
          {data.struckFiles.length > 0 && ` ${t('struckFiles', { count: formatCount(data.struckFiles.length) })}`}
          {data.withThread > 0 && ` ${t('struckMates', { count: data.withThread })}`}
        </p>
      )}
      <RefusalNotice refusal={page.refusal} />
      <div className="plan-acts">
        <Button icon="print" onPress={() => void page.go()} busy={page.busy}>
          {t('page')}
        </Button>
        <Button onPress={() => setStriking(true)}>{t('strike')}</Button>
        {!stale && newer}
        <Button look="danger" onPress={() => setExecuting(true)} disabled={data.missing.length > 0 || started}>
          {t(plan.kind === 'custody' ? 'custodyExecute' : 'execute')}
        </Button>
      </div>
      <ApproveForm plan={plan} role={approving} onDone={() => setApproving(null)} />
      <ListsForm plan={plan} open={giving} onDone={() => setGiving(false)} />
      <StrikeForm state={data} open={striking} onDone={() => setStriking(false)} />
      <ExecuteForm
        plan={plan}
        count={count}
        files={files}
        open={executing}
        onDone={(begun) => {
          setExecuting(false)
          if (begun) setStarted(true)
        }}
      />
      <Dialog title={t('withdrawTitle')} open={taking !== null} onClose={() => setTaking(null)}>
        <ReasonForm
          about={t('withdrawAbout')}
          act={t('withdrawDo')}
          label={t('reason')}
          action={withdraw}
          cancel={t('cancel')}
          onCancel={() => setTaking(null)}
          onReason={(reason) => taking !== null && void withdraw.go(taking, reason)}
        />
      </Dialog>
    </section>
  )
}
