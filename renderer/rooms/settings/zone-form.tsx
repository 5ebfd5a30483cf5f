// Another time zone: chosen, told what it moves, confirmed with a reason, followed to its end.
import { useMemo, useState } from 'react'
import { zoneChange, zonePreview } from '../../../shared/contract/zone.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import { Zone } from '../../../shared/domain/time.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { zoneChoices } from '../../locale/zones.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { SearchPicker } from '../../ui/picker.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { ZoneMoves } from './zone-moves.tsx'
import { ZoneOutcome } from './zone-outcome.tsx'

const t = translator(en)

/** The form. Nothing can be confirmed before it was told what would move. */
export function ZoneForm({ onDone }: { readonly onDone: () => void }) {
  const { zone: now } = useVault().summary
  const [chosen, setChosen] = useState<string | null>(null)
  const [job, setJob] = useState<JobId | null>(null)
  const zones = useMemo(zoneChoices, [])
  const zone = Zone.safeParse(chosen).data
  const other = zone !== undefined && zone !== now ? zone : undefined
  const { data: moves, refusal } = useQuery(zonePreview, other === undefined ? null : { zone: other }, [
    'records',
    'jobs',
  ])
  const changing = useAction(async (reason: string) => {
    if (other !== undefined) setJob(await start(zoneChange, { zone: other, reason }))
  })
  if (job !== null) return <ZoneOutcome job={job} onClose={onDone} />
  const ready = other !== undefined && moves !== undefined && moves.jobs.length === 0
  return (
    <div className="form">
      <SearchPicker label={t('zoneNew')} choices={zones} value={chosen} onChange={setChosen} required />
      {zone === now && <p className="soft">{t('zoneSame')}</p>}
      {other !== undefined && moves === undefined && !refusal && <p role="status">{t('zoneCounting')}</p>}
      <RefusalNotice refusal={refusal} />
      {moves && <ZoneMoves moves={moves} />}
      {ready ? (
        <ReasonForm
          about={t('zoneStays')}
          label={t('reason')}
          autoFocus={false}
          act={t('zoneDo')}
          action={changing}
          cancel={t('cancel')}
          onCancel={onDone}
          onReason={(reason) => void changing.go(reason)}
        />
      ) : (
        <div className="form-actions">
          <Button look="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
        </div>
      )}
    </div>
  )
}
