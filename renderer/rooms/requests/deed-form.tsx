// The form of what is done with a request: what it asks, and why.
import { type FormEvent, useState } from 'react'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { useAction } from '../../client/action.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { act, asks, type Deed, type DeedDraft } from './deeds.ts'

const t = translator(en)

interface Props {
  readonly request: RequestDetail
  readonly deed: Deed
  readonly onDone: () => void
}

/** The form. */
export function DeedForm({ request, deed, onDone }: Props) {
  const { zone } = useVault().summary
  const [draft, setDraft] = useState<DeedDraft>({ other: '', text: '', on: todayIn(zone), reason: '' })
  const set = (part: Partial<DeedDraft>) => setDraft((before) => ({ ...before, ...part }))
  const doing = useAction(async () => {
    await act(deed, request, draft)
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void doing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t(`deedAbout.${deed}`)}</p>
      {asks.other(deed) && (
        <Field
          label={t(deed === 'split' ? 'newNumber' : 'otherNumber')}
          value={draft.other}
          onChange={(other) => set({ other })}
          required
          autoFocus
        />
      )}
      {asks.text(deed) && (
        <Field label={t('splitText')} value={draft.text} onChange={(text) => set({ text })} lines={3} required />
      )}
      {asks.day(deed) && <Field type="date" label={t('on')} value={draft.on} onChange={(on) => set({ on })} required />}
      <Field label={t('reason')} value={draft.reason} onChange={(reason) => set({ reason })} lines={2} required />
      <RefusalNotice refusal={doing.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={doing.busy}>
          {t(`deed.${deed}`)}
        </Button>
      </div>
    </form>
  )
}
