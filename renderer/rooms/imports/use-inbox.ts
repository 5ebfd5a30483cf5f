// Looks into the inbox again and again while it is shown, so that what still grows is told from what stands still.
import { useCallback, useEffect, useState } from 'react'
import { type Refusal, toRefusal } from '../../../shared/contract/error.ts'
import { type InboxList, inboxList } from '../../../shared/contract/inbox.ts'
import type { InboxItem, InboxLook } from '../../../shared/domain/intake/inbox.ts'
import { ask } from '../../client/call.ts'

/** Between two looks: soon while something was seen once only, then at leisure. */
const SOON_MS = 1500
const LATER_MS = 5000

interface Inbox {
  readonly shown: InboxList | null
  readonly refusal: Refusal | null
  /** Looks afresh, as after another folder was chosen. */
  readonly lookAfresh: () => void
}

/** What the inbox holds now. */
export function useInbox(): Inbox {
  const [shown, setShown] = useState<InboxList | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn begins the looks anew
  useEffect(() => {
    const leaving = new AbortController()
    let seen: readonly InboxLook[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const answer = await ask(inboxList, { before: [...seen] }, leaving.signal)
        if (leaving.signal.aborted) return
        seen = answer.items.map(lookOf)
        setShown(answer)
        setRefusal(null)
        if (answer.place === null) return
        const soon = answer.items.some(({ state }) => state === 'new')
        timer = setTimeout(() => void look(), soon ? SOON_MS : LATER_MS)
      } catch (error) {
        if (!leaving.signal.aborted) setRefusal(toRefusal(error))
      }
    }
    void look()
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [turn])
  return { shown, refusal, lookAfresh: useCallback(() => setTurn((before) => before + 1), []) }
}

/** What a later look is compared with. */
export function lookOf({ name, size, changedAt }: InboxItem): InboxLook {
  return { name, size, changedAt }
}
