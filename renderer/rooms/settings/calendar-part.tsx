// The City's calendar: closure days, years of holidays, and the fiscal year.
import { useState } from 'react'
import { type ClosureEntry, calendarReopen, calendarShow, type MovedDate } from '../../../shared/contract/calendar.ts'
import { scheduleShow } from '../../../shared/contract/schedule.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant, formatYearDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { address } from '../../workspace/route.ts'
import { ClosureForm } from './closure-form.tsx'
import { MovedDates } from './moved-dates.tsx'
import { YearsPart } from './years-part.tsx'

const t = translator(en)

/** The part. */
export function CalendarPart() {
  const { data, refusal } = useQuery(calendarShow, {}, ['vault'])
  const [moved, setMoved] = useState<readonly MovedDate[] | null>(null)
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  return (
    <>
      {moved && (
        <Notice tone="good">
          <MovedDates moved={moved} would={false} />
        </Notice>
      )}
      <Section title={t('closures')}>
        <p className="soft">{t('closuresAbout')}</p>
        {data.closures.length === 0 ? (
          <p>{t('noClosures')}</p>
        ) : (
          <Closures closures={data.closures} onMoved={setMoved} />
        )}
        <ClosureForm onMoved={setMoved} />
      </Section>
      <YearsPart years={data.years} onMoved={setMoved} />
      <FiscalYear />
    </>
  )
}

interface ClosuresProps {
  readonly closures: readonly ClosureEntry[]
  readonly onMoved: (moved: readonly MovedDate[]) => void
}

function Closures({ closures, onMoved }: ClosuresProps) {
  const { zone } = useVault().summary
  const [taking, setTaking] = useState<ClosureEntry | null>(null)
  const reopening = useAction(async (id: number, reason: string) => {
    onMoved((await run(calendarReopen, { id, reason })).moved)
    setTaking(null)
  })
  return (
    <>
      <ListTable<ClosureEntry>
        file="closures"
        label={t('closures')}
        rows={closures}
        keyOf={({ id }) => id}
        rowClass={({ withdrawnAt }) => (withdrawnAt === null ? '' : 'taken-back')}
        columns={[
          { id: 'day', title: t('day'), heading: true, tight: true, cell: ({ date }) => formatDay(date) },
          { id: 'reason', title: t('reason'), cell: ({ reason }) => reason },
          { id: 'authority', title: t('authority'), cell: ({ authority }) => authority },
          {
            id: 'entered',
            title: t('entered'),
            cell: ({ addedAt, addedBy }) =>
              t('enteredBy', { day: formatInstant(addedAt, zone, 'day'), name: addedBy ?? '' }),
          },
          {
            id: 'back',
            title: t('actions'),
            cell: (closure) =>
              closure.withdrawnAt === null ? (
                <Button look="quiet" onPress={() => setTaking(closure)}>
                  {t('takeBack')}
                </Button>
              ) : (
                t('takenBack', { reason: closure.withdrawnReason ?? '' })
              ),
          },
        ]}
      />
      <Dialog
        title={t('takeBackTitle', { day: taking ? formatDay(taking.date) : '' })}
        open={taking !== null}
        onClose={() => setTaking(null)}
      >
        <ReasonForm
          about={t('takeBackAbout')}
          act={t('takeBackDo')}
          label={t('reason')}
          action={reopening}
          cancel={t('cancel')}
          onCancel={() => setTaking(null)}
          onReason={(reason) => taking && void reopening.go(taking.id, reason)}
        />
      </Dialog>
    </>
  )
}

function FiscalYear() {
  const schedule = useQuery(scheduleShow, { id: null }, ['schedule'], 2000).data?.schedule
  return (
    <Section title={t('fiscal')} actions={<a href={address('schedule')}>{t('toSchedule')}</a>}>
      <p className="soft">
        {schedule
          ? t('fiscalAbout', { day: formatYearDay(schedule.fiscalYearEnd), schedule: schedule.name })
          : t('fiscalNone')}
      </p>
    </Section>
  )
}
