// Facts: labels and their values, a table whose rows are headed by their labels.

import { CELL_PADDING, drawRow, layRow, leastOf, type Track } from './row.ts'
import type { Style } from './run.ts'
import type { Setting, Text } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

/** How a list of facts is kept. */
export interface FactsOptions {
  /** What must stand below it on the same page, in points. */
  readonly below?: number
}

const ROW_SCOPE = '/A<</O/Table/Scope/Row>>'
const QUIET: Style = { ...PLAIN, paint: 'muted' }
/** A list up to this height stands on one page whole, in points. */
const WHOLE = 180
const SPACE_AFTER = 10

/** Draws a list of labels and values; nothing where there are none. */
export function drawFacts(
  setting: Setting,
  facts: Iterable<readonly [label: string, value: Text]>,
  { below = 0 }: FactsOptions,
): void {
  const { canvas } = setting
  const labels = canvas.page.measure * 0.25
  const tracks: readonly Track[] = [
    {
      x: canvas.page.left,
      width: labels,
      align: 'start',
      role: 'TH',
      entries: ROW_SCOPE,
      style: QUIET,
      size: SIZE.table,
    },
    {
      x: canvas.page.left + labels,
      width: canvas.page.measure - labels,
      align: 'start',
      role: 'TD',
      entries: '',
      style: PLAIN,
      size: SIZE.table,
    },
  ]
  const rows = Array.from(facts, (fact) => layRow(setting, tracks, fact))
  const [first] = rows
  if (!first) return
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  canvas.need(height <= WHOLE ? height + SPACE_AFTER + below : leastOf(first) + CELL_PADDING.y)
  const table = canvas.structure.open(canvas.structure.root, 'Table')
  if (!canvas.fresh) canvas.rule(canvas.page.left, canvas.y, canvas.page.measure, 'hairline', 0.5)
  for (const row of rows) drawRow(setting, tracks, row, table, () => canvas.newPage())
  canvas.structure.close(table)
  canvas.space(SPACE_AFTER)
}
