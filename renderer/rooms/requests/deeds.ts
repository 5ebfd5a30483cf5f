// What can be done with a request as it stands, and the command behind each.
import {
  requestClose,
  requestImmediate,
  requestMediation,
  requestMerge,
  requestReopen,
  requestSplit,
} from '../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { run } from '../../client/call.ts'

export type Deed =
  | 'immediate'
  | 'ordinary'
  | 'split'
  | 'merge'
  | 'mediation'
  | 'answered'
  | 'elsewhere'
  | 'withdrawn'
  | 'reopen'

/** What a form gives; what a deed does not ask stays empty. */
export interface DeedDraft {
  readonly other: string
  readonly text: string
  readonly on: string
  readonly reason: string
}

/** The deeds that are offered. */
export function deedsOf({ state, immediateDisclosure, channel }: RequestDetail): Deed[] {
  if (state === 'closed') return ['reopen', 'mediation']
  const decide: Deed[] = immediateDisclosure ? ['ordinary'] : channel === 'oral' ? [] : ['immediate']
  return [...decide, 'split', 'merge', 'mediation', 'answered', 'elsewhere', 'withdrawn']
}

/** Whether a deed names another request, words of its own, a day. */
export const asks = {
  other: (deed: Deed) => deed === 'split' || deed === 'merge',
  text: (deed: Deed) => deed === 'split',
  day: (deed: Deed) => ['mediation', 'answered', 'elsewhere', 'withdrawn'].includes(deed),
}

/** Does it. Throws what the vault refuses. */
export async function act(deed: Deed, { id }: RequestDetail, { other, text, on, reason }: DeedDraft): Promise<void> {
  if (deed === 'immediate' || deed === 'ordinary') {
    await run(requestImmediate, { id, immediate: deed === 'immediate', reason })
  } else if (deed === 'split') await run(requestSplit, { id, into: other, text, reason })
  else if (deed === 'merge') await run(requestMerge, { id, into: other, reason })
  else if (deed === 'mediation') await run(requestMediation, { id, on, words: reason })
  else if (deed === 'reopen') await run(requestReopen, { id, reason })
  else await run(requestClose, { id, how: deed, on, reason })
}
