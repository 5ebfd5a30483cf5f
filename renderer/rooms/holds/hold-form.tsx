// Placing a hold: the matter, who ordered it, and what it covers.
import { type FormEvent, useState } from 'react'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { HoldBasis } from '../../../shared/domain/disposition/hold.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { recordNumbers } from '../../../shared/domain/record/record-numbers.ts'
import { useAction } from '../../client/action.ts'
import { type Output, run } from '../../client/call.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { AccountsField } from '../../record/accounts-field.tsx'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { HoldNow } from './hold-now.tsx'
import { type Order, readOrder } from './order.ts'

const t = translator(en)
const nothing = {
  label: '',
  matter: '',
  attorney: '',
  startsOn: '',
  reviewOn: '',
  orderedBy: '',
  search: '',
  records: '',
  from: '',
  to: '',
}

interface Props {
  /** The order that the form begins with. */
  readonly order: Order | null
  readonly onDone: (placed: Output<typeof holdPlace> | null) => void
}

/** The form. */
export function HoldForm({ order: first, onDone }: Props) {
  const [draft, setDraft] = useState(() => withMail(nothing, first?.mail ?? null))
  const [accounts, setAccounts] = useState<AccountId[]>([])
  const [basis, setBasis] = useState<HoldBasis>('litigation')
  const [wrong, setWrong] = useState<string | null>(null)
  const [order, setOrder] = useState(first)
  const set = (part: Partial<typeof nothing>) => setDraft((before) => ({ ...before, ...part }))
  const reading = useAction(async (file: ChosenFile) => {
    const read = await readOrder(file)
    setOrder(read)
    setDraft((before) => withMail(before, read.mail))
  })
  const placing = useAction(async () => {
    const { label, matter, attorney, orderedBy, search, from, to } = draft
    const [startsOn, reviewOn] = [draft.startsOn || null, draft.reviewOn || null]
    const { records: recordIds, wrong } = recordNumbers(draft.records)
    if (wrong !== null) return setWrong(wrong)
    setWrong(null)
    const scope = {
      search: search.trim() || null,
      accounts,
      from: from || null,
      to: to || null,
      recordIds: [...recordIds],
    }
    const asked = { label, matter, attorney, startsOn, reviewOn, basis, orderedBy }
    onDone(await run(holdPlace, { ...asked, scope, document: order?.file ?? null }))
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void placing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <FileField
        label={t('orderDocument')}
        choose={t('chooseFile')}
        value={order?.file ?? null}
        onChange={(file) => void reading.go(file)}
      />
      <RefusalNotice refusal={reading.refusal} />
      {order && <HoldNow order={order} draft={draft} basis={basis} onDone={onDone} />}
      {order?.mail && <p className="soft">{t('filledIn')}</p>}
      <Field
        label={t('label')}
        value={draft.label}
        onChange={(label) => set({ label })}
        hint={t('labelHint')}
        required
        autoFocus
      />
      <div className="form-row">
        <Picker
          label={t('basis')}
          value={basis}
          onChange={(id) => setBasis(HoldBasis.parse(id))}
          choices={HoldBasis.options.map((id) => ({ id, label: word(id) }))}
        />
        <Field label={t('orderedBy')} value={draft.orderedBy} onChange={(orderedBy) => set({ orderedBy })} required />
      </div>
      <Field
        label={t('matter')}
        value={draft.matter}
        onChange={(matter) => set({ matter })}
        hint={t('matterHint')}
        lines={2}
        prose
      />
      <div className="form-row">
        <Field label={t('attorney')} value={draft.attorney} onChange={(attorney) => set({ attorney })} />
        <Field type="date" label={t('startsOn')} value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />
        <Field type="date" label={t('reviewOn')} value={draft.reviewOn} onChange={(reviewOn) => set({ reviewOn })} />
      </div>
      <Field label={t('scopeSearch')} value={draft.search} onChange={(search) => set({ search })} />
      <Field
        label={t('scopeRecords')}
        value={draft.records}
        onChange={(records) => set({ records })}
        hint={t('scopeRecordsHint')}
        error={wrong === null ? undefined : t('noNumber', { word: wrong })}
        lines={2}
      />
      <AccountsField chosen={accounts} onChange={setAccounts} />
      <div className="form-row">
        <Field type="date" label={t('fromDay')} value={draft.from} onChange={(from) => set({ from })} />
        <Field type="date" label={t('toDay')} value={draft.to} onChange={(to) => set({ to })} />
      </div>
      <FormEnd action={placing} cancel={t('cancel')} onCancel={() => onDone(null)}>
        {t('placeIt')}
      </FormEnd>
    </form>
  )
}

/** What the form takes over from the mail where nothing stands yet. The public label tells nothing of its content. */
function withMail(draft: typeof nothing, mail: Order['mail']): typeof nothing {
  if (mail === null) return draft
  return {
    ...draft,
    label: draft.label || (mail.day === null ? '' : t('labelOf', { day: formatDay(mail.day) })),
    orderedBy: draft.orderedBy || mail.from,
    matter: draft.matter || mail.subject,
    startsOn: draft.startsOn || (mail.day ?? ''),
  }
}
