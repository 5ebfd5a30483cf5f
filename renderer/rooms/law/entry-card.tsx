// One rule: what it says, where it stands, since when, and how sure we are.
import { useState } from 'react'
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import { type LawEntry, lawConfirm, lawWithdraw } from '../../../shared/contract/law.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { titleOf } from './entry-title.ts'
import { cited, ExemptionUse } from './exemption-use.tsx'
import { RuleText } from './passages.tsx'

const t = translator(en)

interface Props {
  readonly entry: LawEntry
  readonly onMoved: (moved: readonly MovedDate[]) => void
}

/** The card. */
export function EntryCard({ entry, onMoved }: Props) {
  const { zone } = useVault().summary
  const [acting, setActing] = useState(false)
  const { citation, source, confirmedBy } = entry
  const title = titleOf(entry)
  const operation = confirmedBy ? lawWithdraw : lawConfirm
  const doing = useAction(async (statement: string) => {
    onMoved((await run(operation, { rule: entry.id, statement })).moved)
    setActing(false)
  })
  const deed = confirmedBy ? 'withdraw' : entry.enabled ? 'confirm' : isBill(entry) ? 'switchOn' : 'takeUp'
  return (
    <>
      <p className="law-head">
        <strong>{title}</strong>
        <Standing entry={entry} />
      </p>
      {title !== citation && <p className="hint">{cited(entry)}</p>}
      <RuleText entry={entry} />
      <ExemptionUse entry={entry} />
      <p className="hint">
        {t('source', { source })} · {validity(entry)}
      </p>
      {confirmedBy && (
        <p className="hint">
          {t('confirmedBy', { name: confirmedBy.name, day: formatInstant(confirmedBy.at, zone, 'day') })}{' '}
          <bdi>{confirmedBy.statement}</bdi>
        </p>
      )}
      <div>
        <Button look="quiet" onPress={() => setActing(true)}>
          {t(deed)} <span className="visually-hidden">{title}</span>
        </Button>
      </div>
      <Dialog title={t(deed)} open={acting} onClose={() => setActing(false)}>
        <ReasonForm
          about={t(`${deed}About`, { citation })}
          act={t(deed)}
          label={t('statement')}
          hint={t('statementHint')}
          lines={3}
          action={doing}
          cancel={t('cancel')}
          onCancel={() => setActing(false)}
          onReason={(statement) => void doing.go(statement)}
        />
      </Dialog>
    </>
  )
}

/** Only a clock is kept ready before it is law; other rules that are off came by a file, and wait for their confirmation. */
function isBill({ group }: LawEntry): boolean {
  return group === 'clock'
}

function Standing({ entry }: { readonly entry: LawEntry }) {
  const { enabled, confirmed, confirmedBy, changed } = entry
  return (
    <span className="law-chips">
      {!enabled && <Chip>{t(isBill(entry) ? 'off' : 'waits')}</Chip>}
      {changed && <Chip tone="warn">{t('changed')}</Chip>}
      {confirmedBy ? (
        <Chip tone="good" icon="done">
          {t('confirmed')}
        </Chip>
      ) : confirmed ? (
        <Chip>{t('read')}</Chip>
      ) : (
        <Chip tone="warn">{t('unconfirmed')}</Chip>
      )}
    </span>
  )
}

function validity({ validFrom, validTo }: LawEntry): string {
  if (validFrom && validTo) return t('between', { from: formatDay(validFrom), to: formatDay(validTo) })
  if (validTo) return t('until', { to: formatDay(validTo) })
  return validFrom ? t('since', { from: formatDay(validFrom) }) : t('always')
}
