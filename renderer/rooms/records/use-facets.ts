// How what was found is spread: asked for when the rows are there and counted, never before.
import { useEffect, useRef } from 'react'
import { recordFacets } from '../../../shared/contract/record.ts'
import type { Facets } from '../../../shared/domain/record/facet.ts'
import { useQuery } from '../../client/query.ts'
import type { RoomSearch } from './use-record-search.ts'

const PAUSE = 2000

export interface Spread {
  /** The last that was counted; null before the first. */
  readonly facets: Facets | null
  /** Whether it belongs to the query as it is now. */
  readonly current: boolean
}

/** The facets of a search; those before stay until the new ones are here. */
export function useFacets(words: string, { found }: RoomSearch): Spread {
  const ready = found.counted && found.search === words && found.refusal === null
  const { data } = useQuery(recordFacets, ready ? { search: words, live: true } : null, ['records', 'holds'], PAUSE)
  const last = useRef<Facets | null>(null)
  useEffect(() => {
    if (data) last.current = data
  }, [data])
  return { facets: data ?? last.current, current: data !== undefined }
}
