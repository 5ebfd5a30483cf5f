// When an item was made, as exactly as it is known.
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/hand.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { type Draft, exactnesses, exactToTheDay, exactToTheMinute, type Problems } from './draft.ts'

const t = translator(en)

interface Props {
  readonly draft: Draft
  readonly problems: Problems
  readonly set: (part: Partial<Draft>) => void
}

/** The exactness first: it decides what is asked for. */
export function WhenField({ draft, problems, set }: Props) {
  const { zone } = useVault().summary
  const { exactness } = draft
  return (
    <>
      <div className="form-row">
        <Picker
          label={t('precision')}
          value={exactness}
          onChange={(id) => set({ exactness: exactnesses.find((one) => one === id) ?? 'minute' })}
          choices={exactnesses.map((id) => ({ id, label: t(`precision.${id}`) }))}
        />
        {exactness === 'year' && (
          <Field
            label={t('year')}
            value={draft.year}
            onChange={(year) => set({ year })}
            error={problems.year}
            required
          />
        )}
        {exactness === 'month' && (
          <Field
            type="month"
            label={t('month')}
            value={draft.month}
            onChange={(month) => set({ month })}
            error={problems.month}
            required
          />
        )}
        {exactToTheDay(draft) && (
          <Field
            type="date"
            label={t('day')}
            value={draft.day}
            onChange={(day) => set({ day })}
            error={problems.day}
            required
          />
        )}
        {exactToTheMinute(draft) && (
          <Field
            type="time"
            step={exactness === 'second' ? 1 : 60}
            label={t('time')}
            value={draft.time}
            onChange={(time) => set({ time })}
            error={problems.time}
            required
          />
        )}
      </div>
      <p className="hint">{t('zoneHint', { zone })}</p>
    </>
  )
}
