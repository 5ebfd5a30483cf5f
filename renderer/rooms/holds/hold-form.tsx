// Placing a hold: the matter, who ordered it, and what it covers.
import { type FormEvent, useState } from 'react'
import { holdPlace } from '../../../shared/contract/hold.ts'
import { HoldBasis } from '../../../shared/domain/hold.ts'
import { useAction } from '../../client/action.ts'
import { type Output, run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { word } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'
import { type ChosenFile, FileField } from '../../ui/file-field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const nothing = {
  label: '',
  matter: '',
  attorney: '',
  startsOn: '',
  reviewOn: '',
  orderedBy: '',
  search: '',
  account: '',
  from: '',
  to: '',
}

/** The form. */
export function HoldForm({ onDone }: { readonly onDone: (placed: Output<typeof holdPlace> | null) => void }) {
  const { accounts } = useVault()
  const [draft, setDraft] = useState(nothing)
  const [basis, setBasis] = useState<HoldBasis>('litigation')
  const [order, setOrder] = useState<ChosenFile | null>(null)
  const set = (part: Partial<typeof nothing>) => setDraft((before) => ({ ...before, ...part }))
  const placing = useAction(async () => {
    const { label, matter, attorney, orderedBy, search, account, from, to } = draft
    const [startsOn, reviewOn] = [draft.startsOn || null, draft.reviewOn || null]
    const scope = {
      search: search.trim() || null,
      accounts: account === '' ? [] : [Number(account)],
      from: from || null,
      to: to || null,
      recordIds: [],
    }
    const asked = { label, matter, attorney, startsOn, reviewOn, basis, orderedBy }
    onDone(await run(holdPlace, { ...asked, scope, document: order }))
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void placing.go()
  }
  const everyAccount = { id: '', label: t('anyAccount') }
  const choices = [...accounts.values()].map((account) => ({ id: String(account.id), label: `@${account.handle}` }))
  return (
    <form className="form" onSubmit={submit}>
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
      <div className="form-row">
        <Picker
          label={t('account')}
          value={draft.account}
          onChange={(account) => set({ account })}
          choices={[everyAccount, ...choices]}
        />
        <Field type="date" label={t('fromDay')} value={draft.from} onChange={(from) => set({ from })} />
        <Field type="date" label={t('toDay')} value={draft.to} onChange={(to) => set({ to })} />
      </div>
      <FileField label={t('orderDocument')} choose={t('chooseFile')} value={order} onChange={setOrder} />
      <FormEnd action={placing} cancel={t('cancel')} onCancel={() => onDone(null)}>
        {t('placeIt')}
      </FormEnd>
    </form>
  )
}
