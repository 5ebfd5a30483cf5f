// The ground and the reason of a restriction, for one record or for all that was found.
import { type FormEvent, useState } from 'react'
import { type NewRestriction, type Restricted, RestrictionGround } from '../../../shared/domain/record/restriction.ts'
import { useAction } from '../../client/action.ts'
import { en } from '../../locale/en/restricted.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly about: string
  readonly act: string
  /** The ground that stands, where there is one. */
  readonly standing?: Restricted | undefined
  readonly onCancel: () => void
  readonly onDo: (restriction: NewRestriction) => Promise<void>
}

/** The form; it stays open where it is refused, and says why. */
export function RestrictForm({ about, act, standing, onCancel, onDo }: Props) {
  const [ground, setGround] = useState<RestrictionGround>(standing?.ground ?? 'juvenile')
  const [words, setWords] = useState(standing?.words ?? '')
  const [reason, setReason] = useState('')
  const other = ground === 'other'
  const doing = useAction(() => onDo({ ground, words: other ? words : null, reason }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void doing.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{about}</p>
      <Picker
        label={t('ground')}
        value={ground}
        onChange={(one) => setGround(RestrictionGround.parse(one))}
        choices={RestrictionGround.options.map((one) => ({ id: one, label: t(`ground.${one}`) }))}
      />
      <p className="hint">{t(`about.${ground}`)}</p>
      {other && <Field label={t('words')} value={words} onChange={setWords} required />}
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required />
      <RefusalNotice refusal={doing.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button
          look="strong"
          submit
          busy={doing.busy}
          disabled={reason.trim() === '' || (other && words.trim() === '')}
        >
          {act}
        </Button>
      </div>
    </form>
  )
}
