// Purge reports by the calendar: how often one is drawn up while the app is open, and when the next one is due.
import { useState } from 'react'
import { purgeList, purgeSetTerms, purgeTerms } from '../../../shared/contract/purge.ts'
import { isReportDue, nextPeriod, ReportEvery } from '../../../shared/domain/disposition/report-schedule.ts'
import { Instant, LocalDate, localDate } from '../../../shared/domain/time.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/report-calendar.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const NEVER = 'never'
const CHOICES = [
  { id: NEVER, label: t('never') },
  ...ReportEvery.options.map((id) => ({ id, label: t(id), detail: t('period', { period: t(`${id}Of`) }) })),
]

/** The part. */
export function CalendarPart() {
  const { zone } = useVault().summary
  const every = useQuery(purgeTerms, {}, ['disposition']).data?.reportEvery
  const [chosen, setChosen] = useState<string | null>(null)
  const setting = useAction(async (asked: string) => {
    await run(purgeSetTerms, { reportEvery: asked === NEVER ? null : ReportEvery.parse(asked) })
    setChosen(null)
  })
  const plans = useQuery(purgeList, {}, ['disposition', 'jobs'], 1000).data
  if (every === undefined || plans === undefined) return null
  const today = LocalDate.parse(todayIn(zone))
  const last = plans.find(({ kind }) => kind === 'destruction')?.madeAt
  const due =
    every !== null && isReportDue(every, last === undefined ? null : localDate(Instant.parse(last), zone), today)
  return (
    <section className="own-files" aria-labelledby="report-calendar">
      <h2 id="report-calendar">{t('title')}</h2>
      <p className="soft">{t('about')}</p>
      <div className="report-calendar">
        <Picker label={t('every')} choices={CHOICES} value={chosen ?? every ?? NEVER} onChange={setChosen} />
        <Button
          onPress={() => void setting.go(chosen ?? NEVER)}
          busy={setting.busy}
          disabled={chosen === null || chosen === (every ?? NEVER)}
        >
          {t('set')}
        </Button>
        {every !== null && <p>{due ? t('due') : t('next', { day: formatDay(nextPeriod(today, every)) })}</p>}
      </div>
      <RefusalNotice refusal={setting.refusal} />
      <p className="hint">{t('system')}</p>
    </section>
  )
}
