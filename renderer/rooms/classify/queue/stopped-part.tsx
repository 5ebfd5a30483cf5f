// Decisions that the vault did not simply accept: both are shown, and the clerk chooses. Nothing is sent again by itself.
import { decisionStands } from '../../../../shared/contract/decision.ts'
import { acting, actorWanted } from '../../../client/acting.ts'
import { useAction } from '../../../client/action.ts'
import { type Output, refuseReading } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en, refusals } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import type { OutboxRow } from '../../../workspace/outbox.ts'
import { keepDecision, letGo, sendAgain } from '../../../workspace/outbox-store.ts'
import { address } from '../../../workspace/route.ts'
import { useOutbox } from '../../../workspace/use-outbox.ts'

const t = translator(en)
const MOST = 20

type Stand = Output<typeof decisionStands>[number]

/** The part; nothing where nothing waits for a choice. */
export function StoppedPart() {
  const { stopped } = useOutbox(useVault().summary.vaultId)
  const shown = stopped.slice(0, MOST)
  const records = shown.map(({ record }) => record)
  const stands = useQuery(decisionStands, records.length > 0 ? { records } : null, ['records'], 500).data
  if (stopped.length === 0) return null
  return (
    <section className="stopped" aria-labelledby="stopped-title">
      <div role="alert">
        <h2 id="stopped-title">{t('stopped', { count: stopped.length })}</h2>
      </div>
      <ul>
        {shown.map((row) => (
          <li key={row.seq} data-stopped={row.record}>
            <Line row={row} stand={stands?.find(({ record }) => record === row.record)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ row, stand }: { readonly row: OutboxRow; readonly stand: Stand | undefined }) {
  const { zone } = useVault().summary
  const choosing = useAction((work: () => Promise<unknown>) => work())
  const { command } = row
  const mine = command.do === 'make' ? command.series : null
  const overrule = async () => {
    refuseReading()
    const actor = acting.get()
    if (actor === null) return actorWanted.set(true)
    if (stand === undefined) return
    // In sight of the decision shown here: one that comes after it is a conflict again.
    const { vaultId, record } = row
    await keepDecision(
      { vaultId, actor, record, series: mine, expected: { decision: stand.decision }, note: null },
      row,
    )
  }
  return (
    <>
      <dl className="both">
        <div>
          <dt>{t('yours')}</dt>
          <dd>{command.do === 'undo' ? t('yoursUndo') : (mine ?? t('noSeries'))}</dd>
        </div>
        <div>
          <dt>{t('theirs')}</dt>
          <dd>
            {stand ? (stand.series ?? t('noSeries')) : t('goneRecord')}
            {stand?.at != null && (
              <span className="soft">
                {' '}
                <bdi>
                  {t('byWhom', { name: stand.by ?? stand.rule ?? '', when: formatInstant(stand.at, zone, 'moment') })}
                </bdi>
              </span>
            )}
            {stand?.reason && (
              <span className="soft">
                {' – '}
                <bdi>{stand.reason}</bdi>
              </span>
            )}
          </dd>
        </div>
      </dl>
      {row.state === 'refused' && <p>{t('refused', { why: refusals[row.code ?? ''] ?? row.code ?? '' })}</p>}
      <RefusalNotice refusal={choosing.refusal} />
      <div className="form-actions start">
        {row.state === 'refused' ? (
          <Button onPress={() => void choosing.go(() => sendAgain(row))}>{t('again')}</Button>
        ) : (
          <Button onPress={() => void choosing.go(overrule)} disabled={stand === undefined}>
            {command.do === 'undo' ? t('takeAway') : t('takeMine')}
          </Button>
        )}
        <Button onPress={() => void choosing.go(() => letGo(row))}>
          {row.state === 'refused' ? t('letGo') : t('keepTheirs')}
        </Button>
        <a href={address('records', [row.record])}>{t('lookAt')}</a>
      </div>
    </>
  )
}
