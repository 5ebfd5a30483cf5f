// Answering for a series: whether it can hold what Gov. Code 34090 does not let a city destroy.
import { type FormEvent, useState } from 'react'
import { seriesAnswer } from '../../../shared/contract/retention.ts'
import { Exclusion, type Series } from '../../../shared/domain/schedule/series.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const NONE = 'none'

interface Props {
  readonly series: Series
  readonly onDone: () => void
}

/** The form. One kind is enough to keep everything in the series; `muniment schedule answer` takes several. */
export function AnswerForm({ series, onDone }: Props) {
  const [kind, setKind] = useState<string | null>(null)
  const [basis, setBasis] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const answering = useAction(async () => {
    if (kind === null) return
    const kinds = kind === NONE ? [] : [Exclusion.parse(kind)]
    await run(seriesAnswer, { series: [series.code], kinds, basis, second })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void answering.go()
  }
  const kinds = Exclusion.options.map((id) => ({ id, label: t(`kind.${id}`) }))
  return (
    <form className="form" onSubmit={submit}>
      <p>
        <strong>{series.title}</strong> <span className="soft">{series.code}</span>
      </p>
      <p className="soft">{t('answerAbout')}</p>
      <Picker
        label={t('canHold')}
        value={kind}
        onChange={setKind}
        placeholder={t('choose')}
        choices={[{ id: NONE, label: t('kind.none') }, ...kinds]}
        required
      />
      <Field label={t('answerBasis')} value={basis} onChange={setBasis} hint={t('answerBasisHint')} required />
      {kind === NONE && <SecondPerson value={second} onChange={setSecond} />}
      <FormEnd action={answering} cancel={t('cancel')} onCancel={onDone} disabled={kind === null}>
        {t('answerIt')}
      </FormEnd>
    </form>
  )
}
