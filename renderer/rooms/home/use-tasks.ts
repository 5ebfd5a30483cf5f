// Gathers what needs doing today from the vault; undefined until every answer has come, so that nothing is called quiet too early.
import { calendarShow } from '../../../shared/contract/calendar.ts'
import { captureSchedules } from '../../../shared/contract/capture-schedule.ts'
import { requestDeadlines, requestRemovals, retentionPast } from '../../../shared/contract/desk.ts'
import { holdList } from '../../../shared/contract/hold.ts'
import { accessionList } from '../../../shared/contract/intake.ts'
import { purgeList } from '../../../shared/contract/purge.ts'
import { accountReminders } from '../../../shared/contract/reminder.ts'
import { VerifyReport } from '../../../shared/contract/vault.ts'
import { isDue } from '../../../shared/domain/account/reminder.ts'
import { isNear, isYearOf, missingYears } from '../../../shared/domain/calendar/missing-years.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useJobs } from '../../client/jobs.ts'
import { useNow } from '../../client/now.ts'
import { useQuery } from '../../client/query.ts'
import { useReportStanding } from '../../client/report-due.ts'
import { useVault } from '../../client/vault.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { en } from '../../locale/en/home.ts'
import { en as requestWords } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { dayIn, formatDay, formatInstant, todayIn } from '../../locale/time.ts'
import { address } from '../../workspace/route.ts'
import { daysBetween, isToReview } from './days.ts'
import { type Task, toneOf } from './today.ts'

const t = translator(en)
const ofRequests = translator(requestWords)
const PAUSE = 1000

/** The tasks in no order, or undefined while they are gathered. */
export function useTasks(): readonly Task[] | undefined {
  const today = todayIn(useVault().summary.zone)
  const parts = [
    ...[useDeadlines(today), useRemovals(), useHolidays(today), useWork(), useFindings()],
    ...[useHolds(today), usePast(today), useExports(today), useReport(), useCaptures()],
  ]
  return parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? [])
}

type Tasks = readonly Task[] | undefined

function useDeadlines(today: string): Tasks {
  const deadlines = useQuery(requestDeadlines, {}, ['requests'], PAUSE).data
  return deadlines?.map(({ request, requester, duty, due }) => {
    const left = due === null ? null : daysBetween(today, due)
    const about = { duty: ofRequests(`duty.${duty}`), requester }
    return {
      ...{ id: `request ${request}`, icon: 'mail', tone: left === null ? 'warn' : toneOf(left) },
      to: address('requests', [request]),
      title: t('request', { id: request, left: left === null ? t('noDate') : leftWords(left) }),
      about: due === null ? t('requestAboutNoDate', about) : t('requestAbout', { ...about, day: formatDay(due) }),
    } satisfies Task
  })
}

const HOUR = 3_600_000

/** Hours, not days: they run through the night (Gov. Code 7928.215). */
function useRemovals(): Tasks {
  const { zone } = useVault().summary
  const removals = useQuery(requestRemovals, {}, ['requests'], PAUSE).data
  return removals?.map(({ demand, request, place, dueAt, citation }) => {
    const left = Math.floor((dueAt - Date.now()) / HOUR)
    return {
      ...{
        id: `removal ${demand}`,
        icon: 'outside',
        tone: left < 0 ? 'bad' : 'warn',
        to: address('requests', [request]),
      },
      title: left < 0 ? t('removalLate', { id: request }) : t('removal', { id: request, count: left }),
      about: t('removalAbout', { place, citation, when: formatInstant(dueAt, zone, 'moment') }),
    }
  })
}

/** Without the court's holidays of a year no deadline in it can be told: this year's at once, the next one's when deadlines begin to reach it. */
function useHolidays(today: string): Tasks {
  const calendar = useQuery(calendarShow, {}, ['vault'], PAUSE).data
  return (
    calendar &&
    missingYears(calendar.years, today)
      .filter(({ set, year }) => set === 'judicial' && isNear(year, today))
      .map(({ year }) => ({
        ...{ id: `holidays ${year}`, icon: 'calendar', tone: isYearOf(year, today) ? 'bad' : 'warn' },
        ...{ to: address('settings', ['calendar']), title: t('holidays', { year: String(year) }) },
        about: t(isYearOf(year, today) ? 'holidaysAbout' : 'holidaysNextAbout'),
      }))
  )
}

function leftWords(left: number): string {
  if (left === 0) return t('left.today')
  return left > 0 ? t('left.later', { count: left }) : t('left.over', { count: -left })
}

function useWork(): Tasks {
  const { counts, interrupted } = useVault().summary
  const stopped: Task = {
    ...{ id: 'interrupted', icon: 'warning', tone: 'warn', to: address('jobs') },
    ...{ title: t('interrupted', { count: interrupted.length }), about: t('interruptedAbout') },
  }
  const untagged: Task = {
    ...{ id: 'untagged', icon: 'tag', tone: 'plain', to: address('classify') },
    ...{ title: t('untagged', { count: counts.untagged }), about: t('untaggedAbout') },
  }
  return [...(interrupted.length > 0 ? [stopped] : []), ...(counts.untagged > 0 ? [untagged] : [])]
}

function useFindings(): Tasks {
  const accessions = useQuery(accessionList, {}, ['accessions'], PAUSE).data
  const jobs = useJobs()
  if (!accessions || !jobs) return undefined
  const imports = accessions.filter(({ unexplained, state }) => unexplained > 0 && state !== 'undone')
  const check = jobs.find(({ kind, state }) => kind === 'vault.verify' && state === 'succeeded')
  const wrong = VerifyReport.safeParse(check?.result).data?.findings.length ?? 0
  const checked: Task = {
    ...{ id: `job ${check?.id}`, icon: 'shield', tone: 'bad', to: address('jobs'), once: true },
    ...{ title: t('verify', { count: wrong }), about: t('verifyAbout') },
  }
  return [
    ...(wrong > 0 ? [checked] : []),
    ...imports.map(
      ({ id }): Task => ({
        ...{ id: `import ${id}`, icon: 'bad', tone: 'bad', to: address('imports', [id]), once: true },
        ...{ title: t('unexplained', { id }), about: t('unexplainedAbout') },
      }),
    ),
  ]
}

/** The purge report of the calendar: that the last one failed, else that one is due. */
function useReport(): Tasks {
  const standing = useReportStanding()
  const jobs = useJobs()
  if (standing === undefined || !jobs) return undefined
  const failed = jobs.find(({ kind, state }) => kind === 'purge.plan' && state !== 'cancelled')
  if (failed?.state === 'failed') {
    return [
      {
        ...{ id: `report ${failed.id}`, icon: 'bad', tone: 'bad', to: address('jobs'), once: true },
        ...{ title: t('reportFailed'), about: failed.problem?.sentence ?? t('reportFailedAbout') },
      },
    ]
  }
  if (!standing.due) return []
  return [
    {
      ...{ id: 'report due', icon: 'purge', tone: 'warn', to: address('disposition') },
      ...{ title: t('reportDue'), about: t('reportDueAbout') },
    },
  ]
}

function useHolds(today: string): Tasks {
  const { zone } = useVault().summary
  const holds = useQuery(holdList, {}, ['holds'], PAUSE).data
  return holds
    ?.filter(({ hold, request }) => request === null && hold.releasedAt === null)
    .filter(({ hold: { placedAt, reviewOn } }) =>
      reviewOn === null ? isToReview(dayIn(placedAt, zone), today) : reviewOn <= today,
    )
    .map(({ hold: { id, label, placedAt } }) => ({
      ...{ id: `hold ${id}`, icon: 'lock', tone: 'plain', to: address('holds') },
      ...{ title: t('hold', { label }), about: t('holdAbout', { day: formatDay(dayIn(placedAt, zone)) }) },
    }))
}

function usePast(today: string): Tasks {
  const plans = useQuery(purgeList, {}, ['disposition'], PAUSE).data
  const since =
    plans
      ?.filter(({ kind }) => kind === 'destruction')
      .map(({ asOf }) => asOf)
      .toSorted()
      .at(-1) ?? null
  const input = plans && { asOf: LocalDate.parse(today), since }
  const past = useQuery(retentionPast, input ?? null, ['records', 'schedule'], 5000).data
  if (past === undefined) return undefined
  const count = past.reduce((sum, { records }) => sum + records, 0)
  if (count === 0) return []
  const about = { title: t('purge', { count }), about: t('purgeAbout') }
  return [{ id: 'purge', icon: 'purge', tone: 'plain', to: address('disposition'), ...about }]
}

function useExports(today: string): Tasks {
  const { accounts } = useVault()
  const reminders = useQuery(accountReminders, {}, ['accounts', 'accessions'], PAUSE).data
  return reminders
    ?.filter((reminder) => isDue(reminder, today))
    .toSorted((one, other) => (one.due ?? '').localeCompare(other.due ?? ''))
    .map(({ account, due }) => {
      const { platform = '', handle = '' } = accounts.get(account) ?? {}
      return {
        ...{ id: `export ${account}`, icon: 'inbox', tone: 'warn', to: address('imports', ['guide', platform]) },
        title: t('due', { handle, day: due === null ? '' : formatDay(due) }),
        about: t('dueAbout', { platform: platformWord(platform) }),
      }
    })
}

/** Accounts that were not captured for their period, or whose log-in has lapsed. */
function useCaptures(): Tasks {
  const { accounts } = useVault()
  const states = useQuery(captureSchedules, { now: useNow() }, ['captures'], PAUSE).data
  return states
    ?.filter(({ overdue, lapsed, termsChanged }) => overdue || lapsed || termsChanged)
    .map(({ schedule: { id, account }, last, lapsed, termsChanged }) => {
      const { handle = '' } = accounts.get(account) ?? {}
      const why = termsChanged ? 'captureTerms' : lapsed ? 'captureLapsed' : 'capture'
      return {
        ...{ id: `capture ${id}`, icon: 'image', tone: lapsed || termsChanged ? 'bad' : 'warn' },
        to: last === null || termsChanged ? address('captures') : address('captures', [last]),
        title: t(why, { handle }),
        about: t(`${why}About`),
      }
    })
}
