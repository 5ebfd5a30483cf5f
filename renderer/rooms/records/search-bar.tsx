// The search field; under it how the search was understood, what it found, and what narrows it down.
import { useEffect, useRef, useState } from 'react'
import { ToggleButton } from 'react-aria-components'
import { en } from '../../locale/en/records.ts'
import { en as searching } from '../../locale/en/search.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSetting } from '../../workspace/setting.ts'
import { ExportMenu } from './export-menu.tsx'
import { FacetPanel } from './facet-panel.tsx'
import { QueryField } from './query-field.tsx'
import { RestrictFound } from './restrict-found.tsx'
import './search.css'
import { ShapeMenus } from './shape-menus.tsx'
import { TimeLine } from './time-line.tsx'
import { useFacets } from './use-facets.ts'
import type { RoomSearch } from './use-record-search.ts'
import { ViewsMenu } from './views-menu.tsx'

const t = translator(en)
const ts = translator(searching)

interface Props {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly search: RoomSearch
  readonly onDown: () => void
}

/** The bar over the list. */
export function SearchBar({ words, onWords, search, onDown }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(words)
  const [open, setOpen] = useSetting('facets-open', 'no')
  const { facets, current } = useFacets(words, search)
  const sent = useRef(words)
  if (words !== sent.current) {
    sent.current = words
    if (words !== typed) setTyped(words)
  }

  useEffect(() => {
    field.current?.focus()
    const slash = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || (event.target instanceof HTMLElement && event.target.matches('input, textarea'))) return
      event.preventDefault()
      field.current?.select()
    }
    window.addEventListener('keydown', slash)
    return () => window.removeEventListener('keydown', slash)
  }, [])

  const type = (text: string) => {
    setTyped(text)
    sent.current = text
    onWords(text)
  }
  return (
    <search className="search-bar">
      <QueryField field={field} typed={typed} onType={type} onDown={onDown} />
      <Outcome words={words} search={search} />
      <div className="search-tools">
        <ToggleButton
          className="button quiet"
          isSelected={open === 'yes'}
          onChange={(selected) => setOpen(selected ? 'yes' : 'no')}
        >
          <Icon name="narrow" />
          <span>{ts('narrow')}</span>
        </ToggleButton>
        <ShapeMenus searching={search.found.terms.length > 0} />
        <ViewsMenu words={words} onWords={type} />
        <ExportMenu words={words} />
        <RestrictFound words={words} count={search.found.counted ? search.found.rows : null} />
      </div>
      {facets && (
        <div className="search-spread">
          <TimeLine timeline={facets.timeline} current={current} onQuery={type} />
          {open === 'yes' && <FacetPanel facets={facets.facets} current={current} onQuery={type} />}
        </div>
      )}
    </search>
  )
}

function Outcome({ words, search }: { readonly words: string; readonly search: RoomSearch }) {
  const { found, stale, again } = search
  const count = found.counted
    ? t(words === '' ? 'all' : 'found', { count: found.rows })
    : found.rows > 0
      ? `${formatCount(found.rows)} …`
      : t('counting')
  return (
    <div className="search-outcome" role="status" aria-busy={found.search !== words || !found.counted}>
      <span className="search-count">{found.refusal ? found.refusal.sentence : count}</span>
      {words !== '' && found.explained !== '' && <span className="soft search-explained">{found.explained}</span>}
      {stale && (
        <button type="button" className="link" onClick={again}>
          {t('newer')} {t('showNewer')}
        </button>
      )}
      {[...found.problems, ...found.hints].map((problem) => (
        <span key={problem} className="search-problem">
          <Icon name="info" />
          {problem}
        </span>
      ))}
    </div>
  )
}
