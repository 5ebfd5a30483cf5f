// Giving a plan newer lists of open requests and claims: it is checked against these from then on.
import { type FormEvent, useState } from 'react'
import { purgeLists } from '../../../shared/contract/approval.ts'
import type { PlanSummary } from '../../../shared/contract/purge.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/disposition.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { type ChosenList, isRead, ListField, listFileOf } from './list-field.tsx'

const t = translator(en)

interface Props {
  readonly plan: PlanSummary
  readonly open: boolean
  readonly onDone: () => void
}

/** The dialog. */
export function ListsForm({ plan, open, onDone }: Props) {
  return (
    <Dialog title={t('newerTitle')} open={open} onClose={onDone}>
      <Giving plan={plan} onDone={onDone} />
    </Dialog>
  )
}

function Giving({ plan, onDone }: Omit<Props, 'open'>) {
  const [requests, setRequests] = useState<ChosenList | null>(null)
  const [claims, setClaims] = useState<ChosenList | null>(null)
  const giving = useAction(async () => {
    const [openRequests, given] = [listFileOf(requests), listFileOf(claims)]
    if (openRequests === null || given === null) return
    await run(purgeLists, { plan: plan.id, openRequests, claims: given })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void giving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('newerAbout')}</p>
      <ListField kind="open-requests" label={t('requests')} value={requests} onChange={setRequests} />
      <ListField kind="claims" label={t('claims')} value={claims} onChange={setClaims} />
      <FormEnd
        action={giving}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={[requests, claims].some((list) => list === null || !isRead(list))}
      >
        {t('newerDo')}
      </FormEnd>
    </form>
  )
}
