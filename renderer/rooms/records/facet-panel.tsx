// What was found, by platform, account, kind, series, year, media and state: a click writes the query, another takes it back.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Facet, FacetName, FacetValue } from '../../../shared/domain/record/facet.ts'
import { RestrictionGround } from '../../../shared/domain/record/restriction.ts'
import { knownWord, platformWord } from '../../locale/en/domain.ts'
import { groundWord } from '../../locale/en/restricted.ts'
import { en } from '../../locale/en/search.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Icon } from '../../ui/icon.tsx'

const t = translator(en)
/** Values of a facet that are shown before somebody asks for more. */
const SHORT = 5

interface Props {
  readonly facets: readonly Facet[]
  readonly current: boolean
  readonly onQuery: (query: string) => void
}

/** The panel. */
export function FacetPanel({ facets, current, onQuery }: Props) {
  const shown = facets.filter(({ values }) => values.length > 0)
  return (
    <section className="facets" aria-label={t('facets')} aria-busy={!current}>
      {shown.length === 0 && <p className="soft">{t(current ? 'nothingToNarrow' : 'counting')}</p>}
      {shown.map((facet) => (
        <FacetGroup key={facet.name} facet={facet} onQuery={onQuery} />
      ))}
    </section>
  )
}

function FacetGroup({ facet: { name, values }, onQuery }: { facet: Facet; onQuery: Props['onQuery'] }) {
  const [all, setAll] = useState(false)
  const title = t(`facet.${name}`)
  // What stands in the query is always in sight, so that it can be taken back.
  const shown = all ? values : values.filter(({ chosen }, place) => place < SHORT || chosen !== null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div role="group" aria-label={title} className="facet">
      <h2 className="facet-title">{title}</h2>
      <ul className="facet-values">
        {shown.map((value) => (
          <Value key={value.value} facet={name} value={value} onQuery={onQuery} />
        ))}
      </ul>
      {values.length > SHORT && (
        <Button className="link facet-more" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? t('fewer') : t('more', { count: values.length })}
        </Button>
      )}
    </div>
  )
}

interface ValueProps {
  readonly facet: FacetName
  readonly value: FacetValue
  readonly onQuery: (query: string) => void
}

function Value({ facet, value: { value, count, chosen, included, excluded }, onQuery }: ValueProps) {
  const shown = facetWord(facet, value)
  return (
    <li className={`facet-value ${chosen ?? ''}`}>
      <Button
        className="facet-only"
        aria-pressed={chosen === 'in'}
        aria-label={t('only', { value: shown, count })}
        onPress={() => onQuery(included)}
      >
        <bdi className="facet-name">{shown}</bdi>
        <span className="soft">{formatCount(count)}</span>
      </Button>
      <Button
        className="facet-not"
        aria-pressed={chosen === 'out'}
        aria-label={t('leaveOut', { value: shown })}
        onPress={() => onQuery(excluded)}
      >
        <Icon name="minus" />
      </Button>
    </li>
  )
}

/** A value of a facet in words. */
function facetWord(facet: FacetName, value: string): string {
  if (facet === 'platform') return platformWord(value)
  if (facet === 'account' || facet === 'year') return value === 'undated' ? t('undated') : value
  if (facet === 'series') return value === 'untagged' ? t('untagged') : value
  if (facet === 'restricted') {
    const ground = RestrictionGround.safeParse(value).data
    return ground === undefined ? t('anyGround') : groundWord({ ground, words: null })
  }
  if (value === 'edited' || value === 'link') return t(value)
  return knownWord(value)
}
