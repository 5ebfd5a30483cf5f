// Why a record is here, until when, and what blocks its disposition: the answer of the vault, step by step.
import { retentionExplain } from '../../../shared/contract/schedule.ts'
import type { RecordDetail } from '../../../shared/domain/record/record.ts'
import type { Output } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { BesidePart } from './beside-part.tsx'

const t = translator(en)
type Explained = Output<typeof retentionExplain>

/** The panel: three questions with their answers, and under them the rules and decisions that lead there. */
export function Why({ record }: { readonly record: RecordDetail }) {
  const { data } = useQuery(
    retentionExplain,
    { id: record.id, asOf: null },
    ['records', 'holds', 'schedule', 'rules', 'requests'],
    1000,
  )
  if (!data) return null
  return (
    <section className="record-part why" aria-label={t('why')}>
      <h3>{t('why')}</h3>
      <dl className="why-answers">
        <div>
          <dt>{t('whyHere')}</dt>
          <dd>
            <Here record={record} explained={data} />
          </dd>
        </div>
        <div>
          <dt>{t('whyUntil')}</dt>
          <dd>
            {data.on === null ? (
              <span>{t('whyKept')} </span>
            ) : (
              <Chip tone={data.eligible ? 'warn' : 'plain'} {...(data.eligible ? {} : { icon: 'lock' })}>
                {t(data.eligible ? 'may' : 'until', { day: formatDay(data.on) })}
              </Chip>
            )}{' '}
            {data.verdict}
          </dd>
        </div>
        <div>
          <dt>{t('whyBlocked')}</dt>
          <dd>
            {data.holds.length === 0 && t('whyNotHeld')}
            {data.holds.map((hold) => (
              <Chip key={hold} tone="bad" icon="lock">
                {hold}
              </Chip>
            ))}
          </dd>
        </div>
      </dl>
      <BesidePart id={record.id} explained={data} />
      {data.events.map(({ code, on, how }) => (
        <p key={code} className="soft">
          {t('whyEvent', { code, day: formatDay(on) })} <bdi>{how}</bdi>
        </p>
      ))}
      {data.trace.length > 0 && <Trace steps={data.trace} />}
      {data.history.length > 0 && <History decisions={data.history} />}
    </section>
  )
}

/** What it came with, and the decision by which it stands where it does. */
function Here({ record, explained }: { readonly record: RecordDetail; readonly explained: Explained }) {
  const { summary, people } = useVault()
  const first = record.versions[0]?.observations[0]
  const decision = explained.history.find(({ series }) => series === explained.series)
  return (
    <>
      {first && (
        <>
          {t('whyReceived', { when: formatInstant(first.receivedAt, summary.zone, 'day') })}{' '}
          <bdi>
            <PlainText text={first.packageName} />
          </bdi>
          .
        </>
      )}{' '}
      {explained.series === null ? t('whyUntagged') : t('whySeries', { series: explained.series })}{' '}
      {explained.series !== null && decision && <By decision={decision} people={people} />}
    </>
  )
}

interface ByProps {
  readonly decision: Explained['history'][number]
  readonly people: ReturnType<typeof useVault>['people']
}

function By({ decision: { rule, decidedBy, reason }, people }: ByProps) {
  const person = [...people.values()].find(({ id }) => id === decidedBy)?.name ?? decidedBy
  return (
    <span className="soft">
      {rule !== null && t('byRule', { rule })}
      {rule === null && person !== null && t('byPerson', { person })}
      {reason && ` – ${reason}`}
    </span>
  )
}

function Trace({ steps }: { readonly steps: Explained['trace'] }) {
  return (
    <details>
      <summary>{t('steps')}</summary>
      <ol className="trace">
        {steps.map((step) => (
          <li key={`${step.rule} ${step.sentence}`}>
            {step.sentence} {step.citation && <span className="soft">{step.citation}</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}

function History({ decisions }: { readonly decisions: Explained['history'] }) {
  const { summary, people } = useVault()
  return (
    <details>
      <summary>{t('history')}</summary>
      <ol className="trace">
        {decisions.map((decision) => {
          const when = formatInstant(decision.decidedAt, summary.zone, 'moment')
          return (
            <li key={`${decision.decidedAt} ${decision.series}`}>
              {decision.series === null ? t('tookAway', { when }) : t('decided', { series: decision.series, when })}{' '}
              <By decision={decision} people={people} />
            </li>
          )
        })}
      </ol>
    </details>
  )
}
