// The published copies of a packet, and the demands to remove something from them.
import { useState } from 'react'
import type { Posting, RemovalDemand } from '../../../../shared/domain/review/packet-set.ts'
import { REMOVAL_CITATION, removalClock } from '../../../../shared/domain/review/removal-clock.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay, formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { address } from '../../../workspace/route.ts'
import { DemandForm, DownForm, GoneForm } from './posting-forms.tsx'

const t = translator(en)
type Deed = { readonly name: 'takeDown' | 'demand' } | { readonly name: 'gone'; readonly demand: number }

/** The list; nothing where it was never published. */
export function PostingList({ postings }: { readonly postings: readonly Posting[] }) {
  if (postings.length === 0) return null
  return (
    <ul className="bullets">
      {postings.map((posting) => (
        <li key={posting.id}>
          <One posting={posting} />
        </li>
      ))}
    </ul>
  )
}

function One({ posting }: { readonly posting: Posting }) {
  const { id, place, on, down, demands } = posting
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  return (
    <>
      <p>
        {t('posted', { on: formatDay(on), place })}
        {down !== null && ` · ${t('down', { on: formatDay(down) })}`}
      </p>
      {demands.map((demand) => (
        <div key={demand.id}>
          <Demand demand={demand} />
          {demand.done === null && (
            <Button look="quiet" onPress={() => setDeed({ name: 'gone', demand: demand.id })}>
              {t('gone')}
            </Button>
          )}
        </div>
      ))}
      {down === null && (
        <div className="form-actions start">
          <Button look="quiet" onPress={() => setDeed({ name: 'demand' })}>
            {t('demand')}
          </Button>
          <Button look="quiet" onPress={() => setDeed({ name: 'takeDown' })}>
            {t('takeDown')}
          </Button>
        </div>
      )}
      <Dialog title={deed ? t(deed.name) : ''} open={deed !== null} onClose={close}>
        {deed?.name === 'demand' && <DemandForm posting={id} onDone={close} />}
        {deed?.name === 'takeDown' && <DownForm posting={id} onDone={close} />}
        {deed?.name === 'gone' && <GoneForm demand={deed.demand} onDone={close} />}
      </Dialog>
    </>
  )
}

function Demand({ demand: { what, receivedAt, dueAt, done } }: { readonly demand: RemovalDemand }) {
  const { zone } = useVault().summary
  if (done !== null) return t('met', { what, when: formatInstant(done.at, zone, 'moment'), words: done.words })
  const late = Date.now() > dueAt
  const words = t(late ? 'late' : 'due', { what, when: formatInstant(dueAt, zone, 'moment') })
  return (
    <>
      <strong>{words}</strong>
      <details>
        <summary>{t('steps')}</summary>
        <ol className="bullets">
          {removalClock(receivedAt, dueAt, zone).steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <a href={address('law', ['exemptions'])}>{REMOVAL_CITATION}</a>
      </details>
    </>
  )
}
