// Why an importer's number differs from what stands in the raw files, where that is right: by sample and column, in a sentence.
import type { Column } from './columns.ts'

/** Every difference has a sentence here, and every sentence a difference: docs/counts.md prints them. */
export const EXPLAINED: Readonly<Record<string, Partial<Record<Column, string>>>> = {}
