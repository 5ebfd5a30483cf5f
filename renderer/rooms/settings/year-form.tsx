// Entering the holidays of a year.
import { type FormEvent, useState } from 'react'
import { type CalendarYear, calendarYear, type MovedDate } from '../../../shared/contract/calendar.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Picker } from '../../ui/picker.tsx'
import { readYearLines, writeYearLines } from './year-lines.ts'

const t = translator(en)
const sets = ['city', 'judicial'] as const
const YEARS = 3

interface Props {
  readonly years: readonly CalendarYear[]
  readonly onDone: (moved: readonly MovedDate[]) => void
  readonly onCancel: () => void
}

/** The form. */
export function YearForm({ years, onDone, onCancel }: Props) {
  const thisYear = Number(todayIn(useVault().summary.zone).slice(0, 4))
  const [set, setSet] = useState<(typeof sets)[number]>('city')
  const [year, setYear] = useState(thisYear)
  const [lines, setLines] = useState('')
  const [source, setSource] = useState('')
  const { days, wrong } = readYearLines(lines, year)
  const court = years.find((list) => list.set === 'judicial' && list.year === year)
  const entering = useAction(async () => onDone((await run(calendarYear, { set, year, days, source })).moved))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entering.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('addYearAbout')}</p>
      <div className="form-row">
        <Picker
          label={t('set')}
          value={set}
          onChange={(id) => setSet(sets.find((one) => one === id) ?? 'city')}
          choices={sets.map((id) => ({ id, label: t(`set.${id}`) }))}
        />
        <Picker
          label={t('year')}
          value={String(year)}
          onChange={(id) => setYear(Number(id))}
          choices={Array.from({ length: YEARS }, (_, ahead) => ({
            id: String(thisYear - 1 + ahead),
            label: String(thisYear - 1 + ahead),
          }))}
        />
      </div>
      <Field
        label={t('daysField')}
        value={lines}
        onChange={setLines}
        lines={10}
        required
        placeholder={`${year}-01-01 …`}
        error={wrong.length > 0 ? t('wrongLines', { lines: wrong.slice(0, 3).join(' · ') }) : undefined}
      />
      {set === 'city' && court && lines === '' && (
        <Button look="quiet" onPress={() => setLines(writeYearLines(court.days))}>
          {t('fromCourt', { year: String(year) })}
        </Button>
      )}
      <Field label={t('source')} value={source} onChange={setSource} hint={t('sourceHint')} required />
      <FormEnd
        action={entering}
        cancel={t('cancel')}
        onCancel={onCancel}
        disabled={days.length === 0 || wrong.length > 0}
      >
        {t('enterYear', { count: days.length })}
      </FormEnd>
    </form>
  )
}
