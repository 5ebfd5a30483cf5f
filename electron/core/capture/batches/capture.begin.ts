import type { CaptureOrder } from '../../../../shared/contract/capture.ts'
import type { CaptureId, JobId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import { batch } from '../../job/define.ts'
import { beginCapture } from '../../vault/repository/capture/capture.ts'

/** @param anew false where it goes on from what an earlier run left: then it began when that did. The instant is the vault's own clock, from which the capture counts on: evidence of when needs the time at which it really ran. */
export default batch<
  { readonly job: JobId; readonly order: CaptureOrder; readonly anew: boolean },
  { capture: CaptureId; at: Instant }
>('capture.begin', ['captures'], ({ db, now, actor, note }, { job, order, anew }) => {
  const capture = beginCapture(db, job, order, now, actor.person, anew)
  note({ capture, account: order.account })
  return { capture, at: now }
})
