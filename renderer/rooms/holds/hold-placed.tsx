// What is to be done right after a hold was placed: a copy of what is there now, and the word to those who run the accounts.
import { holdNotice } from '../../../shared/contract/hold.ts'
import type { HoldId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { HoldAccounts } from './hold-accounts.tsx'

const t = translator(en)

/** The two steps, and how many records are held already. */
export function HoldPlaced({
  id,
  covered,
  onDone,
}: {
  readonly id: HoldId
  readonly covered: number
  readonly onDone: () => void
}) {
  return (
    <div className="form">
      <p>{t('placedNow', { count: covered })}</p>
      <p className="soft">{t('placedAbout')}</p>
      <HoldAccounts id={id} />
      <p className="soft">{t('noticePages')}</p>
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('later')}
        </Button>
        <NoticeButton id={id} />
      </div>
    </div>
  )
}

/** Writes the notice for the liaisons as a PDF. */
export function NoticeButton({ id }: { readonly id: HoldId }) {
  const writing = useAction(async () => {
    const target = await chooseTarget(`do-not-delete-${id}.pdf`)
    if (target) await start(holdNotice, { id, to: target.grant })
  })
  return (
    <>
      <RefusalNotice refusal={writing.refusal} />
      <Button icon="print" onPress={() => void writing.go()} busy={writing.busy}>
        {t('notice')}
      </Button>
    </>
  )
}
