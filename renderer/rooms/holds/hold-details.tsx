// What the office knows of a hold beside its public label. It stands in a dialog, so that no list that is written out holds it.
import { useState } from 'react'
import type { Hold } from '../../../shared/domain/disposition/hold.ts'
import { en } from '../../locale/en/holds.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { HoldAccounts } from './hold-accounts.tsx'
import { NoticeButton } from './hold-placed.tsx'
import { NarrowForm } from './narrow-form.tsx'

const t = translator(en)

/** The label, and behind it what is known. */
export function HoldDetails({ hold, standing }: { readonly hold: Hold; readonly standing: boolean }) {
  const [narrowing, setNarrowing] = useState(false)
  const [covering, setCovering] = useState(false)
  const [open, setOpen] = useState(false)
  const known = [
    [t('matter'), hold.matter],
    [t('attorney'), hold.attorney],
    [t('startsOn'), hold.startsOn === null ? '' : formatDay(hold.startsOn)],
    [t('reviewOn'), hold.reviewOn === null ? '' : formatDay(hold.reviewOn)],
  ].filter(([, value]) => value !== '')
  if (known.length === 0 && !standing) return <bdi>{hold.label}</bdi>
  return (
    <>
      {/* A link, so that a list that is written out holds the label. */}
      <button type="button" className="link" onClick={() => setOpen(true)}>
        <bdi>{hold.label}</bdi>
      </button>
      <Dialog title={hold.label} open={open} onClose={() => setOpen(false)}>
        {known.length === 0 ? (
          <p className="soft">{t('nothingBeside')}</p>
        ) : (
          <dl className="hold-details">
            {known.map(([name, value]) => (
              <div key={name}>
                <dt className="soft">{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {standing && (
          <div className="form-actions">
            <Button
              onPress={() => {
                setOpen(false)
                setNarrowing(true)
              }}
            >
              {t('narrow')}
            </Button>
            <Button
              onPress={() => {
                setOpen(false)
                setCovering(true)
              }}
            >
              {t('accountsButton')}
            </Button>
            <NoticeButton id={hold.id} />
          </div>
        )}
      </Dialog>
      <Dialog title={t('accountsCovered')} open={covering} onClose={() => setCovering(false)} wide>
        <HoldAccounts id={hold.id} />
      </Dialog>
      <Dialog title={t('narrowTitle')} open={narrowing} onClose={() => setNarrowing(false)}>
        <NarrowForm hold={hold} onDone={() => setNarrowing(false)} />
      </Dialog>
    </>
  )
}
