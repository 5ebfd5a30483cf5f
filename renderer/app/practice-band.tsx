// The band over every screen of a practice vault, with the ways to the tour and to a fresh start.
import { bridge } from '../client/bridge.ts'
import { store, useStore } from '../client/store.ts'
import { en } from '../locale/en/tour.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import './practice-band.css'
import type { Tour } from './tour/use-tour.ts'

const t = translator(en)

/** Whether the clerk is asked about a reset; the palette asks, too. */
export const resetWanted = store(false)

/** The band. */
export function PracticeBand({ tour }: { readonly tour: Tour }) {
  return (
    <aside className="training-band" aria-label={t('training')}>
      <strong>{t('trainingWord')}</strong>
      <span className="training-about">{t('trainingAbout')}</span>
      <span className="training-actions">
        {(tour.state === 'left' || tour.state === 'done') && (
          <Button look="quiet" onPress={tour.takeUp}>
            {tourWord(tour)}
          </Button>
        )}
        <Button look="quiet" onPress={() => resetWanted.set(true)}>
          {t('reset')}
        </Button>
      </span>
      <ResetDialog />
    </aside>
  )
}

/** What pressing does that leads to the tour. */
export function tourWord({ state }: Tour): string {
  if (state === 'left') return t('tourGoOn')
  return state === 'done' ? t('tourAgain') : t('tourTake')
}

function ResetDialog() {
  const open = useStore(resetWanted)
  const close = () => resetWanted.set(false)
  const reset = () => {
    close()
    // What comes of it shows in the window's state.
    void bridge().ask({ ask: 'reset-practice' })
  }
  return (
    <Dialog title={t('resetTitle')} open={open} onClose={close}>
      <p>{t('resetAbout')}</p>
      <div className="form-actions">
        <Button look="quiet" onPress={close}>
          {t('cancel')}
        </Button>
        <Button look="danger" onPress={reset}>
          {t('resetDo')}
        </Button>
      </div>
    </Dialog>
  )
}
