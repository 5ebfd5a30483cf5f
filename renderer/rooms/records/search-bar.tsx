// The search field, and under it how the search was understood and what it found.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { en } from '../../locale/en/records.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
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
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      onDown()
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.records .grid-row[tabindex="0"]')?.focus())
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      type('')
    }
  }
  return (
    <search className="search-bar">
      <div className="search-field">
        <Icon name="search" />
        <input
          ref={field}
          type="text"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={pressed}
          spellCheck={false}
          autoComplete="off"
          maxLength={4000}
        />
        {typed !== '' && <IconButton icon="close" label={t('clear')} keys="Esc" onPress={() => type('')} />}
      </div>
      <Outcome words={words} search={search} />
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
      {found.problems.map((problem) => (
        <span key={problem} className="search-problem">
          <Icon name="info" />
          {problem}
        </span>
      ))}
    </div>
  )
}
