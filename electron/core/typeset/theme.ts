// The look of every document: page, margins, type scale and colours (WCAG 2.1 contrast against white stated beside each).

/** A page and what of it is written on, in points. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  /** Where the foot of the page stands. */
  readonly footer: number
  /** Width between the margins. */
  readonly measure: number
  /** Lowest y, from the top, that content may reach. */
  readonly floor: number
}

/** US Letter, upright; and lying, with narrower margins, for lists of many columns. */
export const PAGES = {
  upright: { width: 612, height: 792, left: 60, top: 58, footer: 756, measure: 492, floor: 726 },
  lying: { width: 792, height: 612, left: 40, top: 44, footer: 582, measure: 712, floor: 558 },
} as const satisfies Readonly<Record<string, Page>>

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
  watermark: '0.94 0.9 0.8', // ink on it 14:1
  barDark: '0.06 0.25 0.45', // 11:1
  barMiddle: '0.25 0.55 0.75', // 3.8:1
  barLight: '0.85 0.49 0.13', // 3:1
  barPale: '0.58 0.6 0.63', // 2.9:1, never the only mark
} as const

/** A key of {@link PAINT}. */
export type Paint = keyof typeof PAINT
