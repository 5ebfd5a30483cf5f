// Taking requests in from the portal's export: what each row would do is seen first, and only what is ticked is done.
import { useState } from 'react'
import { type PlannedRow, requestPortal, requestPortalPlan } from '../../../shared/contract/request-life.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'

const t = translator(en)

/** The form. */
export function PortalForm({ onDone }: { readonly onDone: () => void }) {
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null)
  const plan = useQuery(requestPortalPlan, file && { file }, ['requests'])
  const rows = plan.data?.rows ?? []
  // What the portal has closed would hold records for nothing: it is offered, not ticked.
  const chosen =
    ticked ??
    new Set(
      rows.filter((one) => isOffered(one) && !(one.outcome === 'new' && one.row.closed)).map(({ row }) => row.number),
    )
  const taking = useAction(async () => {
    if (!file) return
    await run(requestPortal, { file, numbers: [...chosen] })
    onDone()
  })
  const tick = (number: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(number)
    else next.delete(number)
    setTicked(next)
  }
  return (
    <div className="form wide">
      <p className="soft">{t('portalAbout')}</p>
      <FileField
        label={t('portalFile')}
        choose={t('chooseFile')}
        value={file}
        onChange={(next) => {
          setTicked(null)
          setFile(next)
        }}
      />
      <RefusalNotice refusal={plan.refusal ?? taking.refusal} />
      {plan.data && plan.data.problems.length > 0 && (
        <ul className="bullets">
          {plan.data.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {rows.length > 0 && <PlanTable rows={rows} chosen={chosen} onTick={tick} />}
      {plan.data && plan.data.unknown.length > 0 && (
        <p className="soft">{t('portalUnknown', { names: plan.data.unknown.join(', ') })}</p>
      )}
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" onPress={() => void taking.go()} busy={taking.busy} disabled={chosen.size === 0}>
          {t('portalTake', { count: chosen.size })}
        </Button>
      </div>
    </div>
  )
}

interface PlanProps {
  readonly rows: readonly PlannedRow[]
  readonly chosen: ReadonlySet<string>
  readonly onTick: (number: string, on: boolean) => void
}

function PlanTable({ rows, chosen, onTick }: PlanProps) {
  return (
    <DataTable<PlannedRow>
      label={t('portalRows')}
      rows={rows}
      keyOf={({ row }) => row.number}
      columns={[
        {
          id: 'take',
          title: t('take'),
          tight: true,
          cell: (one) => (
            <input
              type="checkbox"
              aria-label={t('takeOne', { number: one.row.number })}
              disabled={!isOffered(one)}
              checked={isOffered(one) && chosen.has(one.row.number)}
              onChange={(event) => onTick(one.row.number, event.target.checked)}
            />
          ),
        },
        { id: 'number', title: t('number'), heading: true, tight: true, cell: ({ row }) => row.number },
        {
          id: 'received',
          title: t('received'),
          tight: true,
          cell: ({ row }) => (row.receivedOn ? formatDay(row.receivedOn) : ''),
        },
        {
          id: 'text',
          title: t('text'),
          cell: ({ row }) => <bdi className="request-words">{row.text.slice(0, 200)}</bdi>,
        },
        { id: 'outcome', title: t('state'), cell: ({ sentence }) => sentence },
      ]}
    />
  )
}

function isOffered({ outcome }: PlannedRow): boolean {
  return outcome === 'new' || outcome === 'changed'
}
