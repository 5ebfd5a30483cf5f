// How the list is shown: its order and its columns, as this desk keeps them and as saved views carry them.
import { useMemo } from 'react'
import { RecordColumn, RecordOrder } from '../../../shared/domain/record/record-list.ts'
import { useSetting } from '../../workspace/setting.ts'

export interface ListShape {
  readonly order: RecordOrder
  /** In the order of the screen. */
  readonly columns: readonly RecordColumn[]
}

const USUAL: ListShape = {
  order: 'newest',
  columns: ['when', 'account', 'text', 'media', 'versions', 'state', 'series'],
}

/** A shape as one line of text. */
export function shapeText({ order, columns }: ListShape): string {
  return [order, ...columns].join(' ')
}

/** The shape that a line tells; what it does not know is left out, and without a column it is the usual one. */
function shapeOf(text: string): ListShape {
  const [first, ...rest] = text.split(' ')
  const columns = RecordColumn.options.filter((column) => rest.some((name) => name === column))
  const order = RecordOrder.safeParse(first).data ?? USUAL.order
  return columns.length === 0 ? { ...USUAL, order } : { order, columns }
}

/** The shape of this desk’s list, and how to change it. */
export function useListShape(): [shape: ListShape, set: (shape: string) => void] {
  const [text, set] = useSetting('list-shape', shapeText(USUAL))
  const shape = useMemo(() => shapeOf(text), [text])
  return [shape, set]
}

/** The shape with a column more, or without it; the last one stays. */
export function toggled(shape: ListShape, column: RecordColumn): ListShape {
  const without = shape.columns.filter((one) => one !== column)
  if (without.length < shape.columns.length) return without.length === 0 ? shape : { ...shape, columns: without }
  return { ...shape, columns: RecordColumn.options.filter((one) => one === column || shape.columns.includes(one)) }
}

/**
 * The columns that say what the list shows: the cell of the account names its platform and who wrote, and the text begins with the kind,
 * unless these have columns of their own.
 */
export function writtenColumns(columns: readonly RecordColumn[]): RecordColumn[] {
  const told: readonly RecordColumn[] = [
    ...columns,
    ...(columns.includes('account') ? (['platform', 'author'] as const) : []),
    ...(columns.includes('text') ? (['kind'] as const) : []),
  ]
  return RecordColumn.options.filter((column) => told.includes(column))
}

/** Columns that stand together at the end of a line. */
export const MARKS: readonly RecordColumn[] = ['media', 'versions', 'state', 'series']

const TRACKS: Readonly<Partial<Record<RecordColumn, readonly [track: string, rem: number]>>> = {
  when: ['var(--when)', 10.25],
  platform: ['5.5rem', 5.5],
  account: ['var(--account)', 9],
  author: ['9rem', 9],
  kind: ['7.5rem', 7.5],
  text: ['minmax(0, 1fr)', 12],
  words: ['9rem', 9],
  number: ['9.5rem', 9.5],
  'platform-id': ['10rem', 10],
}

const GAP = 1

/** The grid of a line, and how narrow the list may become before it is scrolled sideways: not at all where it shows the usual columns. */
export function tracksOf(columns: readonly RecordColumn[]): { readonly tracks: string; readonly least: string } {
  const rest = columns.some((column) => MARKS.includes(column)) ? [columns.includes('text') ? 'auto' : '1fr'] : []
  const tracks = columns.flatMap((column) => TRACKS[column]?.[0] ?? [])
  const wide = columns.some((column) => !USUAL.columns.includes(column))
  const rem = columns.reduce((sum, column) => sum + (TRACKS[column]?.[1] ?? 0) + GAP, 0)
  return { tracks: [...tracks, ...rest].join(' '), least: wide ? `${rem}rem` : '0' }
}
