// What can be done with the record in hand, with its keys, and what was done last.
import { en } from '../../../locale/en/review.ts'
import { en as twins } from '../../../locale/en/twins.ts'
import { translator } from '../../../locale/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import type { Asking } from './asking.ts'
import type { Deed, ReviewState } from './desk.ts'

const t = translator(en)
const same = translator(twins)

interface Props {
  readonly state: ReviewState
  readonly ready: boolean
  readonly selected: boolean
  readonly previewing: boolean
  readonly onRelease: () => void
  readonly onAsk: (asking: Asking) => void
  readonly onRedact: () => void
  readonly onUndo: () => void
  readonly onPreview: () => void
  readonly onStep: (by: number) => void
}

/** The foot. */
export function ReviewFoot(props: Props) {
  const { state, ready, selected, previewing, onRelease, onAsk, onRedact, onUndo, onPreview, onStep } = props
  return (
    <div className="queue-foot">
      <div className="queue-foot-actions">
        <Button look="strong" onPress={onRelease} disabled={!ready}>
          {t('release')} <kbd>r</kbd>
        </Button>
        <Button onPress={onRedact} disabled={!ready || !selected}>
          {t('redact')} <kbd>d</kbd>
        </Button>
        <Button onPress={() => onAsk({ for: 'withhold' })} disabled={!ready}>
          {t('withhold')} <kbd>x</kbd>
        </Button>
        <Button onPress={() => onAsk({ for: 'why' })} disabled={!ready}>
          {t('notResponsive')} <kbd>n</kbd>
        </Button>
        <button type="button" className="button" aria-pressed={previewing} onClick={onPreview} disabled={!ready}>
          <span>
            {t('preview')} <kbd>p</kbd>
          </span>
        </button>
        <Button icon="undo" onPress={onUndo} disabled={state.undoable === 0}>
          {t('undo')} <kbd>u</kbd>
        </Button>
      </div>
      <p role="status" className="queue-last">
        {state.last && wordsOf(state.last)}
      </p>
      <div className="queue-foot-actions review-steps">
        <IconButton icon="left" label={t('previous')} keys="k" onPress={() => onStep(-1)} />
        <IconButton icon="right" label={t('next')} keys="j" onPress={() => onStep(1)} />
      </div>
    </div>
  )
}

function wordsOf(last: Deed): string {
  if (last.did === 'decided') return last.outcome === null ? t('did.open') : t(`did.${last.outcome}`)
  if (last.did === 'released') return t('bulkDone', { count: last.count })
  if (last.did === 'alike') {
    const told = same('twinsDone', { count: last.count })
    return last.left === 0 ? told : `${told} ${same('twinsLeft', { count: last.left })}`
  }
  return t(last.did === 'undone' ? 'undone' : last.did === 'nothing' ? 'nothingToUndo' : 'selectFirst')
}
