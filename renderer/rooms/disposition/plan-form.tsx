// Making a purge report: the date, and the lists it is checked against.
import { type FormEvent, useState } from 'react'
import { purgePlan } from '../../../shared/contract/purge.ts'
import { transferList } from '../../../shared/contract/transfer.ts'
import { PlanKind } from '../../../shared/domain/disposition/plan-kind.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/disposition.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { type ChosenList, isRead, ListField, listFileOf } from './list-field.tsx'

const t = translator(en)

interface Props {
  /** What is asked at first. */
  readonly first: PlanKind
  /** Hears whether a report is being made. */
  readonly onDone: (started: boolean) => void
}

const KINDS = [
  { id: 'destruction', label: t('kindDestruction') },
  { id: 'custody', label: t('kindCustody') },
] as const

/** The form. What is asked is chosen where an archive has signed for a copy. */
export function PlanForm({ first, onDone }: Props) {
  const [kind, setKind] = useState(first)
  const { data: transfers } = useQuery(transferList, {}, ['disposition'])
  const mayGiveUp = transfers?.some(({ receipt }) => receipt !== null) ?? false
  const { zone } = useVault().summary
  const [asOf, setAsOf] = useState(() => todayIn(zone))
  const [openRequests, setRequests] = useState<ChosenList | null>(null)
  const [claims, setClaims] = useState<ChosenList | null>(null)
  const name = kind === 'custody' ? 'custody-report' : 'purge-report'
  const making = useAction(async (save: boolean) => {
    const pdf = save ? await chooseTarget(`${name}-${asOf}.pdf`) : null
    const csv = pdf ? await chooseTarget(`${name}-${asOf}.csv`) : null
    const xlsx = csv ? await chooseTarget(`${name}-${asOf}.xlsx`) : null
    const to = { plan: null, pdf: pdf?.grant ?? null, csv: csv?.grant ?? null, xlsx: xlsx?.grant ?? null }
    await start(purgePlan, {
      ...{ kind, asOf, to },
      openRequests: listFileOf(openRequests),
      claims: listFileOf(claims),
    })
    onDone(true)
  })
  const unread = [openRequests, claims].some((list) => list !== null && !isRead(list))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void making.go(false)
  }
  return (
    <form className="form" onSubmit={submit}>
      {mayGiveUp && (
        <Picker
          label={t('kind')}
          choices={KINDS}
          value={kind}
          onChange={(id) => setKind(PlanKind.parse(id))}
          {...(kind === 'custody' ? { hint: t('kindCustodyAbout') } : {})}
        />
      )}
      <Field type="date" label={t('day')} value={asOf} onChange={setAsOf} required autoFocus />
      <ListField kind="open-requests" label={t('requests')} value={openRequests} onChange={setRequests} />
      <ListField kind="claims" label={t('claims')} value={claims} onChange={setClaims} />
      <p className="soft">{t('lists')}</p>
      <RefusalNotice refusal={making.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={() => onDone(false)}>
          {t('cancel')}
        </Button>
        <Button icon="print" onPress={() => void making.go(true)} busy={making.busy} disabled={unread}>
          {t('save')}
        </Button>
        <Button look="strong" submit busy={making.busy} disabled={unread}>
          {t('makeIt')}
        </Button>
      </div>
    </form>
  )
}
