// The purge reports and plans written into a file, a line each.
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { useVault } from '../../client/vault.ts'
import { WriteMenu } from '../../list/write-menu.tsx'
import { writeShown } from '../../list/write-shown.ts'
import { en } from '../../locale/en/disposition.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'

const t = translator(en)

/** The menu. */
export function WritePlans({ plans }: { readonly plans: readonly PlanSummary[] }) {
  const { zone } = useVault().summary
  const columns = [
    { title: t('columnAsOf'), number: false },
    { title: t('columnKind'), number: false },
    { title: t('columnMade'), number: false },
    { title: t('eligible'), number: true },
    { title: t('excluded'), number: true },
    { title: t('digest'), number: false },
  ]
  const rows = plans.map((plan) => [
    formatDay(plan.asOf),
    `${t(plan.executable ? 'plan' : 'report')}${plan.kind === 'custody' ? `, ${t('custody').toLowerCase()}` : ''}`,
    formatInstant(plan.madeAt, zone, 'moment'),
    formatCount(plan.eligible),
    formatCount(plan.excluded),
    plan.digest,
  ])
  return (
    <WriteMenu
      title={t('title')}
      file="purge-reports"
      write={(format, to) => writeShown(t('title'), { columns, rows }, format, to)}
    />
  )
}
