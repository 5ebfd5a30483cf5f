// What can be done with what was found: narrowed, ordered, kept as a view, written into a file, restricted.
import { memo } from 'react'
import { ToggleButton } from 'react-aria-components'
import { en } from '../../locale/en/search.ts'
import { translator } from '../../locale/t.ts'
import { Icon } from '../../ui/icon.tsx'
import { ExportMenu } from './export-menu.tsx'
import { RestrictFound } from './restrict-found.tsx'
import { ShapeMenus } from './shape-menus.tsx'
import { ViewsMenu } from './views-menu.tsx'

const t = translator(en)

interface Props {
  readonly words: string
  readonly onWords: (words: string) => void
  /** Whether words are searched for, so that one record can answer better than another. */
  readonly searching: boolean
  /** How many records were found; null while they are counted. */
  readonly count: number | null
  readonly narrowing: boolean
  readonly onNarrow: (narrowing: boolean) => void
}

/** The row of buttons. It is drawn anew after the rows, never before them. */
export const SearchTools = memo(function SearchTools(props: Props) {
  const { words, onWords, searching, count, narrowing, onNarrow } = props
  return (
    <div className="search-tools">
      <ToggleButton className="button quiet" isSelected={narrowing} onChange={onNarrow}>
        <Icon name="narrow" />
        <span>{t('narrow')}</span>
      </ToggleButton>
      <ShapeMenus searching={searching} />
      <ViewsMenu words={words} onWords={onWords} />
      <ExportMenu words={words} />
      <RestrictFound words={words} count={count} />
    </div>
  )
})
