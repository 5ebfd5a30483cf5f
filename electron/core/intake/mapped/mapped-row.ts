// What a mapping sees of one row of a table, whatever the table's form.

import type { Outcome } from '../draft.ts'

export interface MappedRow {
  /** Where it stands, as a person finds it: “line 12”, “row 12”, “item 3”. */
  readonly where: string
  /** The names of all columns in which the row may have something. */
  readonly columns: readonly string[]
  /** What stands in a column: nothing where it is empty; several where a path says so. Texts, numbers, booleans, dates, JSON values. */
  readonly values: (column: string) => readonly unknown[]
  /** Why nothing in it can be trusted to stand under its heading: completes “This row …”. */
  readonly broken: string | null
  /** A line inside a cell that looks like a row of the table itself: a quotation mark may be missing. */
  readonly inside: string | null
  /** The last column in which it has a cell, by its place; Infinity where rows have no places. */
  readonly reach: number
  /** What the reader itself says of it, where it could not be told apart. */
  readonly lost?: Outcome
}

/** How a table lies in its file. */
export interface Layout {
  readonly sheet: string | null
  readonly list: string | null
  readonly header: boolean
  /** Columns by which the row of headings is found below a preamble: all of these, and one of those; null: they are not known. */
  readonly known: { readonly all: readonly string[]; readonly any: readonly string[] } | null
  /** Where they are not known: how many cells the row of headings has at least. */
  readonly least?: number
}
