// The list under the search field: what the query may go on with. The focus stays in the field (ARIA combobox pattern).
import { useEffect } from 'react'
import type { Completion } from '../../../shared/domain/record/facet.ts'
import { RestrictionGround } from '../../../shared/domain/record/restriction.ts'
import { platformWord } from '../../locale/en/domain.ts'
import { groundWord } from '../../locale/en/restricted.ts'
import { en, filterAbouts } from '../../locale/en/search.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import type { Completing } from './use-completion.ts'

const t = translator(en)

interface Props {
  readonly id: string
  readonly completing: Completing
  readonly onTake: (item: Completion) => void
}

/** The list; nothing while there is nothing to offer. */
export function CompletionList({ id, completing, onTake }: Props) {
  const { items, active } = completing
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <>
      <span role="status" className="visually-hidden">
        {items.length > 0 && t('suggestions', { count: items.length })}
      </span>
      {items.length > 0 && (
        <div id={id} role="listbox" aria-label={t('suggestionsList')} className="popover completions">
          {items.map((item, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above; the field has the keys
            <div
              key={`${item.filter} ${item.value}`}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === active}
              className="choice completion"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(item)}
            >
              <Option item={item} />
            </div>
          ))}
        </div>
      )}
    </>
  )
}

function Option({ item: { filter, value, detail, count } }: { readonly item: Completion }) {
  if (filter === null) {
    const about = filterAbouts[value]
    return (
      <>
        <span className="completion-name">{isFlag(value) || value.endsWith(':') ? value : `${value}:`}</span>
        {about !== undefined && <span className="soft">{about}</span>}
      </>
    )
  }
  const ground = filter === 'restricted' ? RestrictionGround.safeParse(value).data : undefined
  const told = ground
    ? groundWord({ ground, words: null })
    : filter === 'platform'
      ? platformWord(value)
      : filter === 'request'
        ? formatDay(detail)
        : detail
  return (
    <>
      <bdi>{value}</bdi>
      {told !== '' && told !== value && <span className="soft">{told}</span>}
      {count !== null && (
        <span className="soft completion-count">
          <span aria-hidden="true">{formatCount(count)}</span>
          <span className="visually-hidden">{t('suggestionCount', { count })}</span>
        </span>
      )}
    </>
  )
}

function isFlag(name: string): boolean {
  return ['untagged', 'deleted', 'edited', 'aside', 'locked', 'restricted'].includes(name)
}
