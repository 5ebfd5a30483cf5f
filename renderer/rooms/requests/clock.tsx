// The dates of a request side by side, each with its rule and every day that it skipped.
import type { ClockDate, requestClock } from '../../../shared/contract/request.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import type { Output } from '../../client/call.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { CalendarButton } from './calendar-button.tsx'

const t = translator(en)

interface Props {
  readonly request: RequestId
  readonly clocks: Output<typeof requestClock>
}

/** The dates. */
export function Clock({ request, clocks: { dates, merged, remarks } }: Props) {
  return (
    <Section title={t('clock')} actions={<CalendarButton request={request} />}>
      <Dates dates={dates} />
      {merged.map((other) => (
        <section key={other.request} aria-label={t('mergedDates', { id: other.request })}>
          <h3>{t('mergedDates', { id: other.request })}</h3>
          <Dates dates={other.dates} />
        </section>
      ))}
      {remarks.length > 0 && (
        <ul className="bullets soft">
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Dates({ dates }: { readonly dates: readonly ClockDate[] }) {
  return (
    <ul className="clock">
      {dates.map((date) => (
        <li key={`${date.duty} ${date.rule}`} className="card">
          <p className="clock-head">
            <strong>{t(`duty.${date.duty}`)}</strong>
            <span className="clock-day">
              {date.due === null ? t('noDate') : t('due', { day: formatDay(date.due) })}
            </span>
            <StateOf date={date} />
            {!date.confirmed && <Chip tone="warn">{t('unconfirmed')}</Chip>}
          </p>
          <p>{date.sentence}</p>
          {date.practice && (
            <p className="hint">
              {t('practice', { day: formatDay(date.practice.date), received: formatDay(date.practice.receivedOn) })}
            </p>
          )}
          <p className="hint">
            <a href={address('law')}>{date.citation}</a>
          </p>
          {date.steps.length > 0 && <Steps date={date} />}
          {date.skipped.length > 0 && (
            <details>
              <summary>{t('skipped', { count: date.skipped.length })}</summary>
              <ul className="bullets">
                {date.skipped.map((skipped) => (
                  <li key={`${skipped.day} ${skipped.why}`}>
                    {formatDay(skipped.day)}: {skipped.why}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

const tones = {
  running: 'accent',
  met: 'good',
  late: 'bad',
  used: 'good',
  possible: 'plain',
  extended: 'plain',
  unneeded: 'plain',
} as const

function StateOf({ date: { state, metOn } }: { readonly date: ClockDate }) {
  return <Chip tone={tones[state]}>{t(`clockState.${state}`, { day: metOn === null ? '' : formatDay(metOn) })}</Chip>
}

function Steps({ date }: { readonly date: ClockDate }) {
  return (
    <details>
      <summary>{t('steps')}</summary>
      <ol className="bullets">
        {date.steps.map((step) => (
          <li key={`${step.day} ${step.sentence}`}>
            {formatDay(step.day)}: {step.sentence} <span className="soft">{step.citation}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
