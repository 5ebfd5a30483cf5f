// When, how and with what proof a letter or a packet went out.
import { type FormEvent, useState } from 'react'
import { Sending } from '../../../../shared/domain/request/letter.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { todayIn } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { DayField } from './letter-fields.tsx'

const t = translator(en)
const ways = Sending.shape.how.options

interface Props {
  readonly about: string
  /** Enters it in the vault. */
  readonly enter: (sending: Sending) => Promise<unknown>
  readonly onDone: () => void
}

/** The form. */
export function SentForm({ about, enter, onDone }: Props) {
  const { zone } = useVault().summary
  const [sending, setSending] = useState<Sending>(() => ({
    ...{ on: LocalDate.parse(todayIn(zone)), time: null, how: 'email', proof: '' },
  }))
  const set = (part: Partial<Sending>) => setSending((before) => ({ ...before, ...part }))
  const entering = useAction(async () => {
    await enter(sending)
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entering.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{about}</p>
      <div className="form-row">
        <DayField label={t('sentOn')} value={sending.on} onChange={(on) => on && set({ on })} />
        <Field
          type="time"
          label={t('at')}
          value={sending.time ?? ''}
          onChange={(time) => set({ time: time || null })}
        />
        <Picker
          label={t('how')}
          value={sending.how}
          onChange={(one) => set({ how: ways.find((way) => way === one) ?? 'email' })}
          choices={ways.map((way) => ({ id: way, label: t(`how.${way}`) }))}
        />
      </div>
      <Field
        label={t('proof')}
        value={sending.proof}
        onChange={(proof) => set({ proof })}
        hint={t('proofHint')}
        required
        autoFocus
      />
      <RefusalNotice refusal={entering.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={entering.busy}>
          {t('enterSent')}
        </Button>
      </div>
    </form>
  )
}
