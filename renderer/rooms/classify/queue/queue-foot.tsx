// What was done last, what can be done without a series, and how far the decisions are on their way.
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/queue.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { useOutbox } from '../../../workspace/use-outbox.ts'
import type { Deed } from './queue.ts'

const t = translator(en)

interface Props {
  readonly last: Deed | null
  readonly enabled: boolean
  readonly onUndo: () => void
  readonly onSkip: () => void
  readonly onNote: () => void
}

/** The foot. */
export function QueueFoot({ last, enabled, onUndo, onSkip, onNote }: Props) {
  const { waiting, undoable } = useOutbox(useVault().summary.vaultId)
  return (
    <div className="queue-foot">
      <div className="queue-foot-actions">
        <Button icon="undo" onPress={onUndo} disabled={undoable === 0}>
          {t('undo')} <kbd>u</kbd>
        </Button>
        <Button onPress={onSkip} disabled={!enabled}>
          {t('skip')} <kbd>s</kbd>
        </Button>
        <Button onPress={onNote} disabled={!enabled}>
          {t('note')} <kbd>n</kbd>
        </Button>
      </div>
      <p role="status" className="queue-last">
        {last && wordsOf(last)}
      </p>
      <p className="soft queue-waiting" data-waiting={waiting}>
        {waiting === 0 ? t('saved') : t('waiting', { count: waiting })}
      </p>
    </div>
  )
}

function wordsOf(last: Deed): string {
  return last.did === 'decided' ? t('decided', { series: last.series ?? t('noSeries') }) : t(last.did)
}
