// Takes back a production whose packet was never finished.
import type { ProductionId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { withdrawProduction } from '../../vault/repository/packet/production.ts'

export default batch<{ readonly production: ProductionId }, null>(
  'packet.withdraw',
  ['requests', 'ledger'],
  ({ db, note }, { production }) => {
    if (withdrawProduction(db, production)) note({ production, withdrawn: true })
    return null
  },
)
