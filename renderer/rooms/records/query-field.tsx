// The field in which a query is typed, with what it may go on with.
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react'
import type { Completion } from '../../../shared/domain/record/facet.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CompletionList } from './completion-list.tsx'
import { type Completing, useCompletion } from './use-completion.ts'

const t = translator(en)

interface Props {
  readonly field: RefObject<HTMLInputElement | null>
  readonly typed: string
  readonly onType: (text: string) => void
  /** Into the list of records. */
  readonly onDown: () => void
}

/** The field. Arrow keys and Enter belong to the suggestions while they are shown, else they lead to the records. */
export function QueryField({ field, typed, onType, onDown }: Props) {
  const list = useId()
  const completing = useCompletion()
  const caret = useRef<number | null>(null)
  const { items, active, look, close } = completing

  useEffect(() => {
    if (caret.current === null || field.current?.value !== typed) return
    field.current.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  const take = (item: Completion) => {
    caret.current = item.caret
    onType(item.query)
    // A name is followed by its values at once.
    if (item.query[item.caret - 1] === ':') look(item.query, item.caret, true)
    else close()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault()
      look(typed, field.current?.selectionStart ?? typed.length, true)
    } else if (!inSuggestions(event, completing, take)) inField(event, typed, onType, onDown)
  }
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('search')}
        aria-autocomplete="list"
        aria-expanded={items.length > 0}
        {...(items.length > 0 ? { 'aria-controls': list } : {})}
        {...(active >= 0 ? { 'aria-activedescendant': `${list}-${active}` } : {})}
        placeholder={t('searchHint')}
        value={typed}
        onChange={(event) => {
          onType(event.target.value)
          look(event.target.value, event.target.selectionStart ?? event.target.value.length)
        }}
        onKeyDown={pressed}
        onBlur={close}
        spellCheck={false}
        autoComplete="off"
        maxLength={4000}
      />
      {typed !== '' && <IconButton icon="close" label={t('clear')} keys="Esc" onPress={() => onType('')} />}
      <CompletionList id={list} completing={completing} onTake={take} />
    </div>
  )
}

/** A key for the suggestions; false where it is none. */
function inSuggestions(
  event: KeyboardEvent,
  { items, active, setActive, close }: Completing,
  take: (item: Completion) => void,
): boolean {
  if (items.length === 0) return false
  const item = items[active]
  if (event.key === 'ArrowDown') setActive(active + 1 < items.length ? active + 1 : -1)
  else if (event.key === 'ArrowUp') setActive(active >= 0 ? active - 1 : items.length - 1)
  else if (event.key === 'Escape') close()
  else if ((event.key === 'Enter' || event.key === 'Tab') && item !== undefined && !event.shiftKey) take(item)
  else return false
  event.preventDefault()
  return true
}

function inField(event: KeyboardEvent, typed: string, onType: (text: string) => void, onDown: () => void): void {
  if (event.key === 'ArrowDown' || event.key === 'Enter') {
    event.preventDefault()
    onDown()
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.records .grid-row[tabindex="0"]')?.focus())
  } else if (event.key === 'Escape' && typed !== '') {
    event.preventDefault()
    onType('')
  }
}
