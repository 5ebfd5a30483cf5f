// Purge reports by the calendar: how often one is drawn up while the app is open, and when the next one is due.
import { useState } from 'react'
import { purgeSetTerms } from '../../../shared/contract/purge.ts'
import { nextPeriod, ReportEvery } from '../../../shared/domain/disposition/report-schedule.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useReportStanding } from '../../client/report-due.ts'
import { en } from '../../locale/en/report-calendar.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Part } from './part.tsx'

const t = translator(en)
const NEVER = 'never'
const CHOICES = [
  { id: NEVER, label: t('never') },
  ...ReportEvery.options.map((id) => ({ id, label: t(id), detail: t('period', { period: t(`${id}Of`) }) })),
]

/** The part. */
export function CalendarPart() {
  const standing = useReportStanding()
  const [chosen, setChosen] = useState<string | null>(null)
  const setting = useAction(async (asked: string) => {
    await run(purgeSetTerms, { reportEvery: asked === NEVER ? null : ReportEvery.parse(asked) })
    setChosen(null)
  })
  if (standing === undefined) return null
  const { every, due, today } = standing
  return (
    <Part id="report-calendar" title={t('title')} about={t('about')}>
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
    </Part>
  )
}
