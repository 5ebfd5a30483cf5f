// Entering a request as it was received. The purpose is never asked (Gov. Code 7921.300).
import { type FormEvent, useState } from 'react'
import { requestOpen } from '../../../shared/contract/request.ts'
import type { AccountId, RequestId } from '../../../shared/domain/id.ts'
import type { PastedRequest } from '../../../shared/domain/request/pasted-request.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { AccountsField } from '../../record/accounts-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'
import { ImmediateHint } from './immediate-hint.tsx'
import { PasteField } from './paste-field.tsx'

const t = translator(en)
const channels = ['portal', 'email', 'letter', 'oral', 'counter'] as const
type Channel = (typeof channels)[number]
const nothing = {
  ...{ id: '', portal: '', requester: '', contact: '', text: '', format: '', department: '' },
  ...{ from: '', to: '', search: '' },
}

/** The form. */
export function RequestForm({ onDone }: { readonly onDone: (id: RequestId | null) => void }) {
  const { summary } = useVault()
  const [draft, setDraft] = useState(nothing)
  const [accounts, setAccounts] = useState<AccountId[]>([])
  const [receivedOn, setReceivedOn] = useState(() => todayIn(summary.zone))
  const [receivedAt, setReceivedAt] = useState('')
  const [channel, setChannel] = useState<Channel>('portal')
  const [immediateDisclosure, setImmediate] = useState(false)
  const set = (part: Partial<typeof nothing>) => setDraft((before) => ({ ...before, ...part }))
  const entering = useAction(async () => {
    const { from, to, portal, ...words } = draft
    const scope = { accounts, from: from || null, to: to || null }
    const received = { receivedOn, receivedAt: receivedAt || null, channel, portal: portal || null }
    const { id } = await run(requestOpen, { ...words, ...scope, ...received, immediateDisclosure })
    onDone(id)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entering.go()
  }
  const paste = (read: PastedRequest) => {
    const { text, requester, contact, received, portal: number } = read
    set({ text, requester: requester ?? draft.requester, contact: contact ?? draft.contact })
    if (number) set({ id: draft.id || number, portal: number })
    if (received) setReceivedOn(received.on)
    setReceivedAt(received?.at ?? '')
    if (read.channel) setChannel(read.channel)
  }
  return (
    <form className="form" onSubmit={submit}>
      <PasteField onRead={paste} />
      <div className="form-row">
        <Field
          label={t('number')}
          value={draft.id}
          onChange={(id) => set({ id })}
          hint={t('numberHint')}
          required
          autoFocus
        />
        <Field type="date" label={t('received')} value={receivedOn} onChange={setReceivedOn} required />
        <Field
          type="time"
          label={t('receivedAt')}
          value={receivedAt}
          onChange={setReceivedAt}
          hint={t('receivedAtHint')}
        />
      </div>
      <div className="form-row">
        <Picker
          label={t('channel')}
          value={channel}
          onChange={(id) => setChannel(channels.find((known) => known === id) ?? 'portal')}
          choices={channels.map((id) => ({ id, label: t(`channel.${id}`) }))}
        />
        <Field label={t('portalNumber')} value={draft.portal} onChange={(portal) => set({ portal })} />
      </div>
      <div className="form-row">
        <Field
          label={t('requester')}
          value={draft.requester}
          onChange={(requester) => set({ requester })}
          hint={t('requesterHint')}
        />
        <Field label={t('contact')} value={draft.contact} onChange={(contact) => set({ contact })} />
      </div>
      <Field label={t('text')} value={draft.text} onChange={(text) => set({ text })} lines={4} required />
      <ImmediateHint text={draft.text} contact={draft.contact} />
      <label className="check">
        <input type="checkbox" checked={immediateDisclosure} onChange={(event) => setImmediate(event.target.checked)} />
        {t('immediate')}
      </label>
      <div className="form-row">
        <Field label={t('format')} value={draft.format} onChange={(format) => set({ format })} hint={t('formatHint')} />
        <Field label={t('department')} value={draft.department} onChange={(department) => set({ department })} />
      </div>
      <AccountsField chosen={accounts} onChange={setAccounts} />
      <div className="form-row">
        <Field type="date" label={t('from')} value={draft.from} onChange={(from) => set({ from })} />
        <Field type="date" label={t('to')} value={draft.to} onChange={(to) => set({ to })} />
      </div>
      <Field label={t('search')} value={draft.search} onChange={(search) => set({ search })} hint={t('searchHint')} />
      <FormEnd action={entering} cancel={t('cancel')} onCancel={() => onDone(null)}>
        {t('enterIt')}
      </FormEnd>
    </form>
  )
}
