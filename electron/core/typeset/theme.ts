// The look of every document: page, margins, type scale and colours (WCAG 2.1 contrast against white stated beside each).

/** US Letter and its margins, in points. */
export const PAGE = { width: 612, height: 792, left: 60, right: 60, top: 58, bottom: 66, footer: 756 } as const

/** Width between the margins, in points. */
export const MEASURE = PAGE.width - PAGE.left - PAGE.right

/** Lowest y, from the top in points, that content may reach. */
export const FLOOR = PAGE.height - PAGE.bottom

/** Type sizes in points. */
export const SIZE = { body: 9.5, table: 8.5, small: 8, footer: 7.5 } as const

/** Headings by level: size, space before and space after, in points. */
export const HEADING = {
  1: { size: 20, before: 0, after: 8 },
  2: { size: 13, before: 14, after: 5 },
  3: { size: 10.5, before: 10, after: 3 },
} as const

/** What text may be coloured as. */
export type Colour = 'ink' | 'muted' | 'warning'

/** Fill and stroke colours as PDF DeviceRGB operands (the output intent is sRGB). */
export const PAINT = {
  ink: '0.09 0.11 0.14', // 17:1
  muted: '0.31 0.34 0.39', // 7.5:1
  warning: '0.54 0.1 0.06', // 9:1
  link: '0.04 0.27 0.53', // 9:1
  hairline: '0.82 0.84 0.86',
  line: '0.45 0.49 0.54',
  noteTint: '0.955 0.965 0.975',
  warningTint: '0.99 0.955 0.94',
  training: '0.98 0.8 0.2', // ink on it 12:1
} as const

/** A key of {@link PAINT}. */
export type Paint = keyof typeof PAINT
