// The schedule: in force as a table or as a timeline, its versions, and loading another. The address says which.
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
import { address, go, useRoute } from '../../workspace/route.ts'
import { EventButton } from './event-form.tsx'
import { EventRulesPart } from './event-rules-part.tsx'
import { LoadForm } from './load-form.tsx'
import { QuestionNotice } from './question-notice.tsx'
import './schedule.css'
import { SeriesList } from './series-list.tsx'
import type { ShownSchedule } from './shown.ts'
import { UnansweredNotice } from './unanswered-notice.tsx'
import { UnitPart } from './unit-part.tsx'
import { VersionsPart } from './versions-part.tsx'

const t = translator(en)
const views = ['table', 'timeline', 'versions'] as const
type View = (typeof views)[number]

/** The room. */
export function ScheduleView() {
  const { path } = useRoute()
  const { data, refusal } = useQuery(scheduleShow, { id: null }, ['schedule', 'records'], 2000)
  const loading = path[0] === 'load'
  const view = views.find((one) => one === path[0]) ?? 'table'
  const load = (
    <Button look={data ? 'plain' : 'strong'} icon="plus" onPress={() => go(address('schedule', ['load']))}>
      {t(data ? 'loadNew' : 'load')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={data && !loading && load}>
      <RefusalNotice refusal={refusal} />
      {data === undefined && !refusal && <Waiting words="…" />}
      {loading && data !== undefined && <LoadForm current={data} onDone={() => go(address('schedule'))} />}
      {data === null && !loading && (
        <Empty icon="calendar" title={t('none')} actions={load}>
          {t('noneAbout')}
        </Empty>
      )}
      {data && !loading && (
        <>
          <Views here={view} />
          {view === 'versions' ? <VersionsPart /> : <InForce shown={data} timeline={view === 'timeline'} />}
        </>
      )}
    </Page>
  )
}

function Views({ here }: { readonly here: View }) {
  return (
    <nav className="schedule-views" aria-label={t('views')}>
      {views.map((view) => (
        <a key={view} href={address('schedule', [view])} aria-current={view === here ? 'page' : undefined}>
          {t(`view.${view}`)}
        </a>
      ))}
    </nav>
  )
}

function InForce({ shown, timeline }: { readonly shown: ShownSchedule; readonly timeline: boolean }) {
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
      <UnitPart />
      <div className="unit-event">
        <EventButton legend={schedule.legend} />
      </div>
      {unmappedCodes.length > 0 && <Notice tone="warn">{t('unmapped', { codes: unmappedCodes.join(', ') })}</Notice>}
      <QuestionNotice shown={shown} />
      <UnansweredNotice shown={shown} />
      <SeriesList shown={shown} timeline={timeline} />
      <EventRulesPart legend={schedule.legend} />
    </>
  )
}
