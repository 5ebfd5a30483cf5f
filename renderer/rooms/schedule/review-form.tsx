// Reviewing a series that is marked historical: whether its records are of lasting value. Two persons say it.
import { type FormEvent, useState } from 'react'
import { seriesReview } from '../../../shared/contract/retention.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import type { Series } from '../../../shared/domain/schedule/series.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/historical.ts'
import { translator } from '../../locale/t.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly series: Series
  readonly onDone: () => void
}

/** The form. */
export function ReviewForm({ series, onDone }: Props) {
  const [value, setValue] = useState<string | null>(null)
  const [basis, setBasis] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const reviewing = useAction(async (person: string) => {
    const lasting = value === 'lasting'
    await run(seriesReview, { series: [series.code], lasting, basis, second: PersonId.parse(person) })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (second !== null) void reviewing.go(second)
  }
  return (
    <form className="form" onSubmit={submit}>
      <p>
        <strong>{series.title}</strong> <span className="soft">{series.code}</span>
      </p>
      <p className="soft">{t('waitsAbout')}</p>
      <Picker
        label={t('value')}
        value={value}
        onChange={setValue}
        placeholder={t('choose')}
        choices={[
          { id: 'none', label: t('valueNone') },
          { id: 'lasting', label: t('valueLasting') },
        ]}
        required
      />
      <Field label={t('basis')} value={basis} onChange={setBasis} hint={t('basisHint')} required />
      <SecondPerson value={second} onChange={setSecond} hint={t('secondHint')} />
      <FormEnd
        action={reviewing}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={value === null || second === null || basis.trim() === ''}
      >
        {t('keep')}
      </FormEnd>
    </form>
  )
}
