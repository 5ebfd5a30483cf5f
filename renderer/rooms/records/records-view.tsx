// The two panes: what was found, and the record chosen in it.
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import { RecordId } from '../../../shared/domain/id.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { Empty } from '../../ui/empty.tsx'
import { Split } from '../../ui/split.tsx'
import { address, go, useRoute } from '../../workspace/route.ts'
import { useSetting } from '../../workspace/setting.ts'
import { useListShape } from './list-shape.ts'
import { RecordGrid } from './record-grid.tsx'
import { RecordPane } from './record-pane.tsx'
import './records.css'
import { SearchBar } from './search-bar.tsx'
import { useRecordSearch } from './use-record-search.ts'

const t = translator(en)

/** The room. */
export function RecordsView() {
  const { summary } = useVault()
  const route = useRoute()
  const words = route.parameters.q ?? ''
  const chosen = RecordId.safeParse(Number(route.path[0] ?? 'none')).data ?? null
  // A new object for each move, so that choosing the same row again shows its record again.
  const [active, setActive] = useState({ row: -1 })
  const [reading, setReading] = useState(chosen !== null)
  const [share, setShare] = useSetting('list-width', '0.5')
  const awaited = useRef<object | null>(null)
  // Moving down the list must not wait for each record to be drawn.
  const shown = useDeferredValue(chosen)
  const pane = useRef<HTMLElement>(null)
  const [shape, setShape] = useListShape()
  const search = useRecordSearch(words, shape.order, shape.columns.includes('words'))

  useEffect(() => {
    document.title = `${t('title')} – Muniment`
  }, [])

  const choose = useCallback((id: RecordId) => go(address('records', [id], { q: words }), true), [words])
  const { found } = search
  const move = useCallback((row: number) => {
    const next = { row }
    awaited.current = next
    setActive(next)
  }, [])
  // The row may still be on its way: its record is shown when it has come.
  useEffect(() => {
    const record = awaited.current === active && found.search === words ? found.row(active.row) : undefined
    if (!record) return
    awaited.current = null
    choose(record.id)
  }, [found, active, words, choose])
  const open = () => {
    setReading(true)
    // In a narrow window the pane is not there before the next drawing.
    requestAnimationFrame(() => pane.current?.focus())
  }
  const backToList = () => {
    setReading(false)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.records .grid-row[tabindex="0"]')?.focus())
  }
  const { ahead } = search
  const type = useCallback(
    (text: string) => {
      ahead(text)
      setActive({ row: -1 })
      go(address('records', [], { q: text }), true)
    },
    [ahead],
  )

  // A saved view that the palette led to brings its own order and columns.
  const wanted = route.parameters.shape ?? ''
  useEffect(() => {
    if (wanted === '') return
    setShape(wanted)
    go(address('records', [], { q: words }), true)
  }, [wanted, words, setShape])

  if (summary.counts.records === 0 && words === '') return <NoRecords />
  return (
    <div className="records">
      <h1 className="visually-hidden">{t('title')}</h1>
      <Split
        label={t('divider')}
        share={Number(share) || 0.5}
        onShare={(next) => setShare(next.toFixed(3))}
        narrow={reading && chosen !== null ? 'second' : 'first'}
        first={
          <>
            <SearchBar words={words} onWords={type} search={search} onDown={() => move(Math.max(0, active.row))} />
            <RecordGrid
              search={search}
              shape={shape}
              active={active.row}
              onActive={move}
              onOpen={open}
              onUnknown={choose}
            />
          </>
        }
        second={
          <section
            className="record-side"
            aria-label={t('choose')}
            ref={pane}
            tabIndex={-1}
            onKeyDown={(event) => leaveOnEscape(event, backToList)}
          >
            {shown === null ? (
              <Empty icon="records" title={t('choose')}>
                {t('chooseAbout')}
              </Empty>
            ) : (
              <RecordPane id={shown} terms={found.terms} onBack={backToList} onGo={choose} />
            )}
          </section>
        }
      />
    </div>
  )
}

function leaveOnEscape(event: React.KeyboardEvent, back: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  back()
}

function NoRecords() {
  return (
    <Empty
      icon="inbox"
      title={t('empty')}
      actions={
        <a className="button strong" href={address('imports')}>
          {t('toImports')}
        </a>
      }
    >
      {t('emptyAbout')}
    </Empty>
  )
}
