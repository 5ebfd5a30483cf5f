// How what was found is spread over time and over what the records have in common.
import { memo } from 'react'
import type { Facets } from '../../../shared/domain/record/facet.ts'
import { FacetPanel } from './facet-panel.tsx'
import { TimeLine } from './time-line.tsx'

interface Props {
  readonly facets: Facets
  readonly current: boolean
  readonly narrowing: boolean
  readonly onQuery: (query: string) => void
}

/** The time line, and the panel while it is open. They are drawn anew after the rows, never before them. */
export const SearchSpread = memo(function SearchSpread({ facets, current, narrowing, onQuery }: Props) {
  return (
    <div className="search-spread">
      <TimeLine timeline={facets.timeline} current={current} onQuery={onQuery} />
      {narrowing && <FacetPanel facets={facets.facets} current={current} onQuery={onQuery} />}
    </div>
  )
})
