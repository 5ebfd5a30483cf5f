// The fields that single kinds of letters have.
import type { LetterDraft } from '../../../../shared/domain/request/letter.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { Choices } from './choices.tsx'
import type { ShownLetter } from './shown.ts'

const t = translator(en)
const outcomes = ['disclose', 'in-part', 'deny'] as const
const capacities = ['head', 'designee'] as const

interface Props {
  readonly draft: LetterDraft
  readonly set: (part: Partial<LetterDraft>) => void
}

/** A day that may be missing. */
export function DayField(props: {
  readonly label: string
  readonly value: LocalDate | null
  readonly onChange: (day: LocalDate | null) => void
}) {
  const { label, value, onChange } = props
  return (
    <Field
      type="date"
      label={label}
      value={value ?? ''}
      onChange={(text) => onChange(LocalDate.safeParse(text).data ?? null)}
    />
  )
}

/** The packet that a letter hands out or takes back. */
export function ProductionField({ request, draft, set }: Props & { readonly request: RequestDetail }) {
  const finished = request.productions.filter(({ packetDigest }) => packetDigest !== null)
  return (
    <Picker
      label={t('production')}
      placeholder={t('choose')}
      value={draft.production === null ? 'none' : String(draft.production)}
      onChange={(id) => set({ production: finished.find((one) => String(one.id) === id)?.id ?? null })}
      choices={[
        { id: 'none', label: t('noProduction') },
        ...finished.map(({ id }) => ({ id: String(id), label: t('productionLine', { id }) })),
      ]}
    />
  )
}

/** Of a notice of extension. */
export function ExtensionFields({ draft, set }: Props) {
  return (
    <div className="form-row">
      <DayField label={t('expected')} value={draft.day} onChange={(day) => set({ day })} />
      <Picker
        label={t('capacity')}
        placeholder={t('choose')}
        value={draft.capacity}
        onChange={(id) => set({ capacity: capacities.find((one) => one === id) ?? null })}
        choices={capacities.map((id) => ({ id, label: t(`capacity.${id}`) }))}
      />
    </div>
  )
}

/** Of a determination. */
export function DeterminationFields({ draft, set, exemptions }: Props & Pick<ShownLetter, 'exemptions'>) {
  const denies = draft.outcome === 'in-part' || draft.outcome === 'deny'
  return (
    <>
      <Picker
        label={t('outcome')}
        placeholder={t('choose')}
        value={draft.outcome}
        onChange={(id) => set({ outcome: outcomes.find((one) => one === id) ?? null })}
        choices={outcomes.map((id) => ({ id, label: t(`outcome.${id}`) }))}
      />
      <Field label={t('reasons')} value={draft.reasons} onChange={(reasons) => set({ reasons })} lines={4} />
      {draft.outcome !== 'deny' && (
        <div className="form-row">
          <DayField label={t('available')} value={draft.day} onChange={(day) => set({ day })} />
          <Field label={t('time')} value={draft.time} onChange={(time) => set({ time })} />
        </div>
      )}
      {denies && <Denied draft={draft} set={set} exemptions={exemptions} />}
    </>
  )
}

/** Of a denial in part. */
export function DenialFields({ draft, set, exemptions }: Props & Pick<ShownLetter, 'exemptions'>) {
  return (
    <>
      <Field label={t('reasons')} value={draft.reasons} onChange={(reasons) => set({ reasons })} lines={4} />
      <Denied draft={draft} set={set} exemptions={exemptions} />
    </>
  )
}

function Denied({ draft, set, exemptions }: Props & Pick<ShownLetter, 'exemptions'>) {
  return (
    <>
      <Choices
        label={t('exemptions')}
        choices={exemptions.map(({ id, title, citation, sure }) => ({
          ...{ id, title, note: sure ? citation : `${citation} ${t('unsure')}` },
        }))}
        chosen={draft.exemptions}
        onChange={(chosen) => set({ exemptions: chosen })}
      />
      <People draft={draft} set={set} />
    </>
  )
}

function People({ draft: { responsible }, set }: Props) {
  const change = (at: number, part: Partial<(typeof responsible)[number]>) =>
    set({ responsible: responsible.map((one, place) => (place === at ? { ...one, ...part } : one)) })
  return (
    <fieldset className="legend">
      <legend>{t('responsible')}</legend>
      {responsible.map(({ name, title }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a form have no other name than their place
        <div key={at} className="form-row">
          <Field label={t('name')} value={name} onChange={(next) => change(at, { name: next })} />
          <Field label={t('title')} value={title} onChange={(next) => change(at, { title: next })} />
        </div>
      ))}
      <div>
        <Button icon="plus" onPress={() => set({ responsible: [...responsible, { name: '', title: '' }] })}>
          {t('addPerson')}
        </Button>
      </div>
    </fieldset>
  )
}
