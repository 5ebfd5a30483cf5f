// A list of a few thousand items of unequal height, of which only those in sight are drawn.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'

interface Props<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string | number
  readonly draw: (item: Item, index: number) => ReactNode
  /** What an item is about as high as, in px. */
  readonly about: number
  /** The item to begin at; the first where none is given. */
  readonly start?: number
  /** Called when the end comes into sight. */
  readonly onEnd?: () => void
}

/** The list, scrolling in its own frame. */
export function LongList<Item>({ label, items, keyOf, draw, about, start = 0, onEnd }: Props<Item>) {
  const frame = useRef<HTMLElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => about,
    overscan: 8,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    onChange: (list) => {
      const last = list.getVirtualItems().at(-1)
      if (last && last.index >= items.length - 1) onEnd?.()
    },
  })
  const { scrollToIndex } = rows
  useEffect(() => {
    if (start > 0) scrollToIndex(start, { align: 'center' })
  }, [start, scrollToIndex])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="long-list" ref={frame} tabIndex={0} aria-label={label}>
      <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index]
          return (
            item !== undefined && (
              <li
                key={row.key}
                ref={rows.measureElement}
                data-index={row.index}
                aria-setsize={items.length}
                aria-posinset={row.index + 1}
                className="long-list-item"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {draw(item, row.index)}
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}
