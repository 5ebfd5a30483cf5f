import { PlanSummary, purgeList } from '../../../../shared/contract/purge.ts'
import { answer } from '../../vault/handler.ts'
import { listPlans } from '../../vault/repository/disposition/plan.ts'

const Counts = PlanSummary.pick({
  kind: true,
  custody: true,
  waiting: true,
  files: true,
  departments: true,
  bySeries: true,
  byReason: true,
  executable: true,
  notes: true,
  listedOpen: true,
  lists: true,
})

export default answer(purgeList, ({ db }) =>
  listPlans(db).map(({ summary, ...plan }) => ({ ...plan, ...Counts.parse(summary) })),
)
