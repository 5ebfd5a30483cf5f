// The schedule in force: its authority and its series, and loading another.
import { useState } from 'react'
import { scheduleShow } from '../../../shared/contract/schedule.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatYearDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import './schedule.css'
import { SeriesTable } from './series-table.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)

/** The room. */
export function ScheduleView() {
  const { data, refusal } = useQuery(scheduleShow, { id: null }, ['schedule', 'records'], 2000)
  const [loading, setLoading] = useState(false)
  const load = (
    <Button look={data ? 'plain' : 'strong'} icon="plus" onPress={() => setLoading(true)}>
      {t(data ? 'loadNew' : 'load')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={data && !loading && load}>
      <RefusalNotice refusal={refusal} />
      {data === undefined && !refusal && <Waiting words="…" />}
      {loading && <ScheduleForm onDone={() => setLoading(false)} />}
      {data === null && !loading && (
        <Empty icon="calendar" title={t('none')} actions={load}>
          {t('noneAbout')}
        </Empty>
      )}
      {data && <InForce shown={data} />}
    </Page>
  )
}

function InForce({ shown }: { readonly shown: ShownSchedule }) {
  const { schedule, unmappedCodes } = shown
  const facts = [
    [t('name'), schedule.name],
    [t('resolution'), schedule.resolution],
    [t('adopted'), formatDay(schedule.adoptedOn)],
    [t('effective'), formatDay(schedule.effectiveFrom)],
    [t('fiscal'), formatYearDay(schedule.fiscalYearEnd)],
  ] as const
  return (
    <>
      <dl className="figures authority" aria-label={t('authority')}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {unmappedCodes.length > 0 && <Notice tone="warn">{t('unmapped', { codes: unmappedCodes.join(', ') })}</Notice>}
      <SeriesTable shown={shown} />
    </>
  )
}
