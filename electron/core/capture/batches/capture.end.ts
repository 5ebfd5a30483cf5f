import type { CaptureFacts } from '../../../../shared/domain/capture/capture.ts'
import type { AccountId, CaptureId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { endCapture, keepValidators, type Validator } from '../../vault/repository/capture/capture.ts'

interface End {
  readonly capture: CaptureId
  readonly account: AccountId
  readonly facts: CaptureFacts
  readonly sameAs: CaptureId | null
  readonly validators: readonly Validator[]
}

export default batch<End, null>(
  'capture.end',
  ['captures'],
  ({ db, note }, { capture, account, facts, sameAs, validators }) => {
    endCapture(db, capture, facts, sameAs)
    keepValidators(db, capture, account, validators)
    note({ capture, account, outcome: facts.outcome, exchanges: facts.counts.exchanges })
    return null
  },
)
