// Operations on mappings: what the columns of a table are, tried on its rows before anything is stored.
import { z } from 'zod'
import { GrantId } from '../domain/id.ts'
import { ColumnPath } from '../domain/intake/column-path.ts'
import { Mapping, MappingName, MappingRules, SavedMapping } from '../domain/intake/mapping.ts'
import { RecordKind } from '../domain/record/record.ts'
import { Instant, Precision } from '../domain/time.ts'
import { command, query } from './define.ts'

/** One column of a table, with what stands in it. */
export const TableColumn = z.strictObject({
  path: ColumnPath,
  /** Different values from the first rows, cut short. */
  samples: z.array(z.string()),
  /** The different words in it, in lower case, where they are few: kinds may stand here. */
  words: z.array(z.string()),
  /** Rows of those looked at in which something stands. */
  filled: z.int().nonnegative(),
})
export type TableColumn = z.infer<typeof TableColumn>

/** A table among the files chosen. */
export const Table = z.strictObject({
  file: z.string(),
  form: z.enum(['csv', 'json', 'json-lines', 'xlsx']),
  /** Sheets of a workbook, in order; none otherwise. */
  sheets: z.array(z.string()),
  /** Lists of objects in a JSON document by the keys that lead there (null: at the root), the longest first; none otherwise. */
  lists: z.array(z.strictObject({ list: ColumnPath.nullable(), rows: z.int().positive() })),
  /** Rows that were looked at: at most the first thousand. */
  rows: z.int().nonnegative(),
  columns: z.array(TableColumn),
  /** What the columns seem to be. Nothing is taken for granted: a person says so. */
  suggestion: MappingRules,
  suggestedName: z.string(),
  /** What could not be told from the values alone, in sentences. */
  doubts: z.array(z.string()),
})
export type Table = z.infer<typeof Table>

const sources = z.array(GrantId).min(1).max(200)

export const mappingSuggest = query('mapping.suggest', {
  summary: 'Looks at tables (CSV, JSON, JSON Lines, XLSX), tells their columns and suggests what these are.',
  input: z.strictObject({
    sources,
    /** Where a table lies and how it begins, where that is not as it seems; null for what seems best. */
    look: z
      .strictObject({ sheet: z.string().max(200).nullable(), list: ColumnPath.nullable(), header: z.boolean() })
      .nullable(),
  }),
  output: z.strictObject({ tables: z.array(Table), refusals: z.array(z.string()) }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PACKAGE_REFUSED'],
})

/** The record that an import would make of a row. */
export const MappedRow = z.strictObject({
  /** Where the row stands: “line 12”, “row 12”, “item 3”. */
  where: z.string(),
  file: z.string(),
  /** Why no record would be made of it, in a sentence. */
  failed: z.string().nullable(),
  record: z
    .strictObject({
      kind: RecordKind,
      id: z.string().nullable(),
      at: Instant.nullable(),
      atSource: z.string().nullable(),
      precision: Precision,
      zone: z.string().nullable(),
      author: z.string(),
      text: z.string(),
      parent: z.string().nullable(),
      conversation: z.string().nullable(),
      links: z.array(z.string()),
      media: z.array(z.strictObject({ name: z.string(), alt: z.string().nullable(), found: z.boolean() })),
      counts: z.array(z.strictObject({ name: z.string(), value: z.number() })),
      details: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    })
    .nullable(),
  /** What of the row cannot be read, in sentences. */
  problems: z.array(z.string()),
})
export type MappedRow = z.infer<typeof MappedRow>

/** What the first rows would be. */
export const TriedMapping = z.strictObject({
  rows: z.array(MappedRow).max(10),
  /** The tables that an import would read. */
  files: z.array(z.string()),
  /** Rows that were tried: at most the first thousand of the files that the mapping fits. */
  tried: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** What of those rows cannot be read, gathered. */
  problems: z.array(z.string()),
  /** Tables among the files that the mapping does not fit, and why, in sentences. */
  unfit: z.array(z.string()),
  refusals: z.array(z.string()),
})
export type TriedMapping = z.infer<typeof TriedMapping>

export const mappingPreview = query('mapping.preview', {
  summary: 'Shows the first ten rows as the records that an import with a mapping would make. Nothing is stored.',
  input: z.strictObject({ sources, rules: MappingRules }),
  output: TriedMapping,
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PACKAGE_REFUSED'],
})

export const mappingSave = command('mapping.save', {
  summary: 'Saves a mapping under its name. One of that name stays as an earlier version.',
  input: z.strictObject({ mapping: Mapping }),
  output: SavedMapping,
})

export const mappingList = query('mapping.list', {
  summary: 'The saved mappings by name, each in its newest version.',
  input: z.strictObject({ name: MappingName.nullable() }),
  output: z.array(SavedMapping),
})
