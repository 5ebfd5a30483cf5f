// The search field; under it how the search was understood, what it found, and what narrows it down.
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { en } from '../../locale/en/records.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSetting } from '../../workspace/setting.ts'
import { QueryField } from './query-field.tsx'
import './search.css'
import { SearchSpread } from './search-spread.tsx'
import { SearchTools } from './search-tools.tsx'
import { useFacets } from './use-facets.ts'
import type { RoomSearch } from './use-record-search.ts'

const t = translator(en)

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
  const narrowing = open === 'yes'
  const { found } = search
  const count = found.counted ? found.rows : null
  // The rows come first: whatever else changes with the search is drawn when they are.
  const spread = useFacets(words, search)
  const facets = useDeferredValue(spread.facets)
  const current = useDeferredValue(spread.current)
  const later = useDeferredValue(words)
  const laterCount = useDeferredValue(count)
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

  const type = useCallback(
    (text: string) => {
      setTyped(text)
      sent.current = text
      onWords(text)
    },
    [onWords],
  )
  const narrow = useCallback((selected: boolean) => setOpen(selected ? 'yes' : 'no'), [setOpen])
  return (
    <search className="search-bar">
      <QueryField field={field} typed={typed} onType={type} onDown={onDown} />
      <Outcome words={words} search={search} />
      <SearchTools
        words={later}
        onWords={type}
        searching={found.terms.length > 0}
        count={laterCount}
        narrowing={narrowing}
        onNarrow={narrow}
      />
      {facets && <SearchSpread facets={facets} current={current} narrowing={narrowing} onQuery={type} />}
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
