// Which accounts are captured regularly, when next, and the gaps: periods without a capture that met its end.
import { captureSchedules, captureUnschedule } from '../../../shared/contract/capture-schedule.ts'
import type { ScheduleState } from '../../../shared/domain/capture/schedule.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useNow } from '../../client/now.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)
/** Gaps shown of one schedule. */
const FEW = 5

/** The table. */
export function ScheduleTable() {
  const { summary, accounts } = useVault()
  const now = useNow()
  const { data, refusal } = useQuery(captureSchedules, { now }, ['captures'], 1000)
  const ending = useAction((schedule: number) => run(captureUnschedule, { schedule }))
  if (refusal) return <RefusalNotice refusal={refusal} />
  if (!data || data.length === 0) return null
  return (
    <Section title={t('schedules')}>
      <RefusalNotice refusal={ending.refusal} />
      <ListTable<ScheduleState>
        file="capture-schedules"
        label={t('schedules')}
        rows={data}
        keyOf={({ schedule }) => schedule.id}
        columns={[
          {
            id: 'account',
            title: t('account'),
            heading: true,
            tight: true,
            cell: ({ schedule }) => <bdi>@{accounts.get(schedule.account)?.handle}</bdi>,
          },
          { id: 'address', title: t('address'), cell: ({ schedule }) => <bdi>{schedule.scope.address}</bdi> },
          { id: 'every', title: t('every'), tight: true, cell: ({ schedule }) => t(schedule.every) },
          { id: 'next', title: t('next'), tight: true, cell: (row) => <Next state={row} /> },
          {
            id: 'kept',
            title: t('lastWhole'),
            tight: true,
            cell: ({ kept }) => (kept === null ? t('never') : formatInstant(kept, summary.zone, 'moment')),
          },
          { id: 'gaps', title: t('gaps'), cell: (row) => <Gaps state={row} /> },
          {
            id: 'end',
            title: t('endIt'),
            tight: true,
            cell: ({ schedule }) =>
              schedule.endedAt === null && (
                <Button look="quiet" onPress={() => void ending.go(schedule.id)}>
                  {t('endIt')}
                  <span className="visually-hidden">
                    {' '}
                    {t('endOf', { handle: accounts.get(schedule.account)?.handle ?? '' })}
                  </span>
                </Button>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Next({ state: { schedule, due, overdue, lapsed, termsChanged, next } }: { readonly state: ScheduleState }) {
  if (schedule.endedAt !== null) return <Chip>{t('ended')}</Chip>
  if (termsChanged) return <Chip tone="bad">{t('termsChanged')}</Chip>
  if (lapsed) return <Chip tone="bad">{t('lapsed')}</Chip>
  if (overdue) return <Chip tone="warn">{t('overdue')}</Chip>
  return due ? <Chip tone="accent">{t('dueNow')}</Chip> : formatDay(next)
}

function Gaps({ state: { gaps } }: { readonly state: ScheduleState }) {
  if (gaps.length === 0) return <span className="soft">{t('noGaps')}</span>
  return (
    <ul className="gaps">
      {gaps.slice(0, FEW).map(({ from, to, periods, sentence }) => (
        <li key={from}>
          {t('gap', { from: formatDay(from), to: formatDay(to), count: periods })}
          {sentence !== '' && (
            <span className="soft">
              {' '}
              <PlainText text={sentence} />
            </span>
          )}
        </li>
      ))}
      {gaps.length > FEW && <li className="soft">{t('moreGaps', { count: gaps.length - FEW })}</li>}
    </ul>
  )
}
