// What is missing of the years of holidays; the years themselves stand below as entries, and are entered in Settings.
import { calendarShow } from '../../../shared/contract/calendar.ts'
import { missingYears } from '../../../shared/domain/calendar/missing-years.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The part. */
export function HolidaysPart() {
  const { zone } = useVault().summary
  const { data, refusal } = useQuery(calendarShow, {}, ['vault'])
  const missing = data ? missingYears(data.years, todayIn(zone)) : []
  return (
    <>
      <p className="soft">
        {t('holidaysAbout')} <a href={address('settings', ['calendar'])}>{t('toCalendar')}</a>
      </p>
      <RefusalNotice refusal={refusal} />
      {missing.map(({ set, year }) => (
        <Notice key={`${set} ${year}`} tone="warn">
          {t(`yearMissing.${set}`, { year: String(year) })}
        </Notice>
      ))}
    </>
  )
}
