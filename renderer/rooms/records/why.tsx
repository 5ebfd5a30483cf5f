// Why a record is here, until when, and what blocks its disposition: the answer of the vault, step by step.
import { retentionExplain } from '../../../shared/contract/schedule.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import type { Output } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Chip } from '../../ui/chip.tsx'

const t = translator(en)
type Explained = Output<typeof retentionExplain>

/** The panel. */
export function Why({ id }: { readonly id: RecordId }) {
  const { data } = useQuery(
    retentionExplain,
    { id, asOf: null },
    ['records', 'holds', 'schedule', 'rules', 'requests'],
    1000,
  )
  if (!data) return null
  return (
    <section className="record-part why" aria-label={t('why')}>
      <h3>{t('why')}</h3>
      <p>{data.verdict || t('whyNone')}</p>
      <div className="record-chips">
        {data.eligible && data.on !== null && <Chip tone="warn">{t('may', { day: formatDay(data.on) })}</Chip>}
        {!data.eligible && data.on !== null && <Chip icon="lock">{t('until', { day: formatDay(data.on) })}</Chip>}
        {data.holds.length > 0 && (
          <Chip tone="bad" icon="lock">
            {t('heldBy', { holds: data.holds.join(', ') })}
          </Chip>
        )}
      </div>
      {data.trace.length > 0 && <Trace steps={data.trace} />}
      {data.history.length > 0 && <History decisions={data.history} />}
    </section>
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
  const nameOf = (id: string) => [...people.values()].find((person) => person.id === id)?.name ?? id
  return (
    <details>
      <summary>{t('history')}</summary>
      <ol className="trace">
        {decisions.map((decision) => {
          const when = formatInstant(decision.decidedAt, summary.zone, 'moment')
          return (
            <li key={`${decision.decidedAt} ${decision.series}`}>
              {decision.series === null ? t('tookAway', { when }) : t('decided', { series: decision.series, when })}{' '}
              <span className="soft">
                {decision.rule !== null && t('byRule', { rule: decision.rule })}
                {decision.rule === null &&
                  decision.decidedBy !== null &&
                  t('byPerson', { person: nameOf(decision.decidedBy) })}
                {decision.reason && ` – ${decision.reason}`}
              </span>
            </li>
          )
        })}
      </ol>
    </details>
  )
}
