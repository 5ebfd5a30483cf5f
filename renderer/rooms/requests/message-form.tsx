// Entering a message of the correspondence.
import { type FormEvent, useState } from 'react'
import { requestMessage } from '../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { MessageDraft } from '../../../shared/domain/request/request-life.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const { direction: directions, channel: channels, about: abouts } = MessageDraft.shape

interface Props {
  readonly request: RequestDetail
  readonly onDone: () => void
}

/** The form. */
export function MessageForm({ request, onDone }: Props) {
  const { zone } = useVault().summary
  const [draft, setDraft] = useState<MessageDraft>(() => ({
    ...{ direction: 'in', channel: 'email', about: 'general', time: null, party: request.requester, text: '' },
    on: MessageDraft.shape.on.parse(todayIn(zone)),
  }))
  const set = (part: Partial<MessageDraft>) => setDraft((before) => ({ ...before, ...part }))
  const entering = useAction(async () => {
    await run(requestMessage, { id: request.id, message: draft })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entering.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <Picker
          label={t('direction')}
          value={draft.direction}
          onChange={(id) => set({ direction: directions.options.find((one) => one === id) ?? 'in' })}
          choices={directions.options.map((id) => ({ id, label: t(`direction.${id}`) }))}
        />
        <Picker
          label={t('by')}
          value={draft.channel}
          onChange={(id) => set({ channel: channels.options.find((one) => one === id) ?? 'email' })}
          choices={channels.options.map((id) => ({ id, label: t(`by.${id}`) }))}
        />
        <Picker
          label={t('about.of')}
          value={draft.about}
          onChange={(id) => set({ about: abouts.options.find((one) => one === id) ?? 'general' })}
          choices={abouts.options.map((id) => ({ id, label: t(`about.${id}`) }))}
        />
      </div>
      <div className="form-row">
        <Field
          type="date"
          label={t('on')}
          value={draft.on}
          onChange={(text) => {
            const on = MessageDraft.shape.on.safeParse(text).data
            if (on) set({ on })
          }}
          required
        />
        <Field
          type="time"
          label={t('receivedAt')}
          value={draft.time ?? ''}
          onChange={(time) => set({ time: time || null })}
        />
        <Field label={t('party')} value={draft.party} onChange={(party) => set({ party })} />
      </div>
      <Field label={t('said')} value={draft.text} onChange={(text) => set({ text })} lines={6} required autoFocus />
      <RefusalNotice refusal={entering.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={entering.busy}>
          {t('enterIt')}
        </Button>
      </div>
    </form>
  )
}
