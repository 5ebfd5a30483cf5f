// What somebody who leaves hands over: to whom each thing went, and when.
import type { HandedOver } from '../../../shared/domain/office/office.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import { Field } from '../../ui/field.tsx'

const t = translator(en)

interface Props {
  readonly items: readonly HandedOver[]
  readonly onChange: (items: readonly HandedOver[]) => void
}

/** The fields, a row for each thing. */
export function ItemsField({ items, onChange }: Props) {
  const set = (place: number, part: Partial<HandedOver>) =>
    onChange(items.map((item, at) => (at === place ? { ...item, ...part } : item)))
  return (
    <fieldset className="form">
      <legend>{t('items')}</legend>
      {items.map((item, place) => (
        // Two things may be called the same; none is added or moved while the form is open.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells them apart
        <div key={place} className="form-row">
          <p>
            <bdi>{item.label}</bdi>
          </p>
          <Field label={t('itemToOf', { label: item.label })} value={item.to} onChange={(to) => set(place, { to })} />
          <Field
            type="date"
            label={t('itemDoneOf', { label: item.label })}
            value={item.doneOn ?? ''}
            onChange={(day) => set(place, { doneOn: LocalDate.safeParse(day).data ?? null })}
          />
        </div>
      ))}
    </fieldset>
  )
}
