// Holding everything at once, upon an order that has just come in: nothing else has to be filled in, the attorney narrows it later.
import { holdPlace } from '../../../shared/contract/hold.ts'
import type { HoldBasis } from '../../../shared/domain/disposition/hold.ts'
import { useAction } from '../../client/action.ts'
import { type Output, run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import type { Order } from './order.ts'

const t = translator(en)

/** What stands in the form so far: it is taken where it says something. */
type Draft = Readonly<Record<'label' | 'matter' | 'attorney' | 'orderedBy' | 'startsOn' | 'reviewOn', string>>

interface Props {
  readonly order: Order
  readonly draft: Draft
  readonly basis: HoldBasis
  readonly onDone: (placed: Output<typeof holdPlace>) => void
}

/** The notice with its button. */
export function HoldNow({ order, draft, basis, onDone }: Props) {
  const { zone } = useVault().summary
  const label = draft.label.trim() || t('labelOf', { day: formatDay(order.mail?.day ?? todayIn(zone)) })
  const orderedBy = draft.orderedBy.trim() || t('orderedByPaper')
  const holding = useAction(async () => {
    const { matter, attorney, startsOn, reviewOn } = draft
    onDone(
      await run(holdPlace, {
        ...{ label, matter, attorney, basis, orderedBy, document: order.file },
        ...{ startsOn: startsOn || null, reviewOn: reviewOn || null },
        scope: { search: null, accounts: [], from: null, to: null, recordIds: [] },
      }),
    )
  })
  return (
    <>
      <Notice
        tone="warn"
        title={t('nowTitle')}
        actions={
          <Button look="strong" icon="lock" onPress={() => void holding.go()} busy={holding.busy}>
            {t('nowDo')}
          </Button>
        }
      >
        {t('nowAbout', { label, orderedBy })}
      </Notice>
      <RefusalNotice refusal={holding.refusal} />
    </>
  )
}
