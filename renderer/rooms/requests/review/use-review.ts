// The review in components: its list kept up to date, and its keys.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { reviewList, reviewTwins } from '../../../../shared/contract/review.ts'
import { RecordId, type RequestId } from '../../../../shared/domain/id.ts'
import type { Output } from '../../../client/call.ts'
import { watchChanges } from '../../../client/changes.ts'
import { isOpened } from '../../../client/opened.ts'
import { type Answer, useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { useRoute } from '../../../workspace/route.ts'
import { ReviewDesk, type ReviewState } from './desk.ts'
import { filters } from './steps.ts'

export type ReviewFacts = Output<typeof reviewList>

export interface Review {
  readonly request: RequestId
  readonly desk: ReviewDesk
  readonly state: ReviewState
  readonly list: Answer<ReviewFacts>
}

const SOON = 800
const LATER = 5000

/** The review of a request. Which records are shown, and which is in hand, can stand in the address. */
export function useReview(request: RequestId): Review {
  const { show, record } = useRoute().parameters
  const { vaultId } = useVault().summary
  const [desk] = useState(() => new ReviewDesk(request, (id) => isOpened(vaultId, id)))
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  const list = useQuery(reviewList, { request }, ['requests', 'records'], SOON)
  const { data, renew } = list
  const begun = data !== undefined
  useEffect(() => {
    desk.onDecided = renew
  }, [desk, renew])
  useEffect(() => {
    if (data) desk.items(data.items)
  }, [desk, data])
  const same = useQuery(reviewTwins, begun ? { request } : null, ['records'], LATER).data
  useEffect(() => {
    if (same) desk.same(same.groups)
  }, [desk, same])
  useEffect(() => {
    const filter = filters.find((one) => one === show)
    const wanted = RecordId.safeParse(Number(record)).data
    if (begun && filter !== undefined) desk.filter(filter)
    if (begun && wanted !== undefined) desk.go(wanted)
  }, [desk, begun, show, record])
  useEffect(() => {
    const leave = [
      watchChanges(['records'], SOON, () => void desk.fetched.refresh('record')),
      watchChanges(['requests'], SOON, () => void desk.fetched.refresh('stand')),
    ]
    return () => {
      for (const one of leave) one()
    }
  }, [desk])
  return { request, desk, state, list }
}
