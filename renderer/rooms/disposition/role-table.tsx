// The signers of a plan with their state.
import type { PlanState } from '../../../shared/contract/approval.ts'
import { type ApprovalRole, type ApprovalState, approvalWords } from '../../../shared/domain/disposition/approval.ts'
import { en } from '../../locale/en/destruction.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'

const t = translator(en)

interface Props {
  readonly state: PlanState
  readonly onApprove: (role: ApprovalRole) => void
  readonly onWithdraw: (approval: number) => void
}

/** The table; one row for each office of the chain. */
export function RoleTable({ state, onApprove, onWithdraw }: Props) {
  return (
    <DataTable<ApprovalState>
      label={t('steps')}
      rows={state.roles}
      keyOf={({ role }) => role}
      columns={[
        { id: 'office', title: t('office'), heading: true, cell: ({ role }) => approvalWords[role].office },
        { id: 'state', title: t('state'), tight: true, cell: (row) => <StateChip row={row} /> },
        { id: 'who', title: t('who'), cell: ({ approval }) => <bdi>{approval?.name ?? ''}</bdi> },
        { id: 'how', title: t('how'), cell: howOf },
        {
          id: 'until',
          title: t('until'),
          tight: true,
          cell: ({ lapsesOn }) => (lapsesOn === null ? '' : formatDay(lapsesOn)),
        },
        {
          id: 'do',
          title: t('actions'),
          tight: true,
          cell: ({ role, state: now, approval }) => (
            <>
              {now !== 'approved' && (
                <Button look="quiet" onPress={() => onApprove(role)}>
                  {t('approve')}
                </Button>
              )}
              {approval !== null && (
                <Button look="quiet" onPress={() => onWithdraw(approval.id)}>
                  {t('withdraw')}
                </Button>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

function StateChip({ row: { state } }: { readonly row: ApprovalState }) {
  if (state === 'approved') return <Chip tone="good">{t('approved')}</Chip>
  if (state === 'missing') return <Chip>{t('missingState')}</Chip>
  return <Chip tone="warn">{t(state)}</Chip>
}

function howOf({ approval }: ApprovalState): string {
  if (approval === null) return ''
  if (approval.way === 'signed') return t('signed')
  return approval.way === 'attached' ? t('attached', { name: approval.seenByName }) : t('reportedWay')
}
