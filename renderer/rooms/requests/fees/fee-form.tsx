// Drawing fees up: how many of each line of the schedule in force.
import { type FormEvent, useState } from 'react'
import { feeDraft } from '../../../../shared/contract/fee.ts'
import { personList } from '../../../../shared/contract/people.ts'
import { PersonId, type RequestId } from '../../../../shared/domain/id.ts'
import { dollars, type FeeSchedule, feeTotal, type RequestFee } from '../../../../shared/domain/request/fee.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/fees.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { FormEnd } from '../../../ui/form-end.tsx'
import { Picker } from '../../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestId
  /** Null for new ones. */
  readonly fee: RequestFee | null
  readonly schedule: FeeSchedule
  readonly onDone: () => void
}

/** The form. */
export function FeeForm({ request, fee, schedule, onDone }: Props) {
  const [quantities, setQuantities] = useState<readonly string[]>(() =>
    schedule.lines.map(({ words }) => {
      const known = fee?.lines.find((line) => line.words === words)
      return known === undefined ? '' : String(known.quantity)
    }),
  )
  const [because, setBecause] = useState(fee?.lines.find(({ kind }) => kind === 'programming')?.because ?? '')
  const [attorney, setAttorney] = useState<PersonId | null>(null)
  const people = useQuery(personList, {}, ['people'], 2000).data ?? []
  const attorneys = people.filter(({ role }) => role === 'city-attorney')
  const chosen = schedule.lines.flatMap((line, at) => {
    const quantity = Number(quantities[at])
    return Number.isInteger(quantity) && quantity > 0
      ? [{ line: at, quantity, cents: line.cents, kind: line.kind }]
      : []
  })
  const programmed = chosen.some(({ kind }) => kind === 'programming')
  const saving = useAction(async () => {
    const lines = chosen.map(({ line, quantity, kind }) =>
      kind === 'programming' ? { line, quantity, because, attorney } : { line, quantity },
    )
    await run(feeDraft, { request, number: fee?.number ?? null, lines })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      {schedule.lines.map(({ words, per, cents }, at) => (
        <Field
          key={words}
          label={t('perUnit', { words, per, price: dollars(cents) })}
          value={quantities[at] ?? ''}
          onChange={(text) => setQuantities(quantities.map((one, place) => (place === at ? text : one)))}
          hint={t('quantityHint')}
        />
      ))}
      {programmed && (
        <fieldset className="legend">
          <legend>{t('programming')}</legend>
          <Field
            label={t('because')}
            value={because}
            onChange={setBecause}
            hint={t('becauseHint')}
            lines={2}
            required
          />
          <Picker
            label={t('attorney')}
            placeholder={t('choose')}
            value={attorney}
            onChange={(id) => setAttorney(PersonId.safeParse(id).data ?? null)}
            choices={attorneys.map(({ id, name }) => ({ id, label: name }))}
            required
          />
        </fieldset>
      )}
      <p>
        {t('total')}: <strong>{dollars(feeTotal(chosen))}</strong>
      </p>
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone} disabled={chosen.length === 0}>
        {t('save')}
      </FormEnd>
    </form>
  )
}
