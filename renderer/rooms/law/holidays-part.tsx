// The years of holidays by which dates are counted; they are entered in Settings.
import { type CalendarYear, calendarShow } from '../../../shared/contract/calendar.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant, todayIn } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { missingYears } from './missing-years.ts'

const t = translator(en)

/** The part. */
export function HolidaysPart() {
  const { zone } = useVault().summary
  const { data, refusal } = useQuery(calendarShow, {}, ['vault'])
  const missing = data ? missingYears(data.years, todayIn(zone)) : []
  return (
    <Section title={t('part.holidays')} actions={<a href={address('settings', ['calendar'])}>{t('toCalendar')}</a>}>
      <RefusalNotice refusal={refusal} />
      {missing.map(({ set, year }) => (
        <Notice key={`${set} ${year}`} tone="warn">
          {t(`yearMissing.${set}`, { year: String(year) })}
        </Notice>
      ))}
      {data && (
        <DataTable<CalendarYear>
          label={t('part.holidays')}
          rows={data.years}
          keyOf={({ set, year }) => `${set} ${year}`}
          columns={[
            { id: 'year', title: t('year'), heading: true, cell: ({ year }) => year },
            { id: 'set', title: t('set'), cell: ({ set }) => t(`set.${set}`) },
            { id: 'days', title: t('days'), number: true, cell: ({ days }) => days.length },
            { id: 'source', title: t('sourceHead'), cell: ({ source }) => source },
            {
              id: 'sure',
              title: t('sure'),
              cell: ({ confirmed, entered }) =>
                entered === null && !confirmed ? (
                  <Chip tone="warn">{t('unconfirmed')}</Chip>
                ) : (
                  <Chip>
                    {entered === null ? t('read') : t('entered', { day: formatInstant(entered, zone, 'day') })}
                  </Chip>
                ),
            },
            {
              id: 'doubts',
              title: t('doubts'),
              cell: ({ days }) =>
                days
                  .flatMap(({ date, name, doubt }) => (doubt ? [`${formatDay(date)}, ${name}: ${doubt}`] : []))
                  .join('; '),
            },
          ]}
        />
      )}
    </Section>
  )
}
