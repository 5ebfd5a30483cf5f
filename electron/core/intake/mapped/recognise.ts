// Owns saying that files are tables. A table says nothing of whose it is: it is never chosen by itself.
import type { Recognition } from '../../../../shared/contract/intake.ts'
import { PlatformName } from '../../../../shared/domain/account/account.ts'
import { TABLE_PLATFORM } from '../../../../shared/domain/intake/mapping.ts'
import type { ExportTree } from '../platform.ts'
import { type TableForm, tablesIn } from './table.ts'

/** Below every platform that knows anything of its own in the files. */
const CONFIDENCE = 0.02

const FORMS: Readonly<Record<TableForm, string>> = {
  csv: 'a table (CSV)',
  json: 'JSON, which may hold a list of records',
  'json-lines': 'JSON Lines',
  xlsx: 'a workbook (XLSX)',
}

/** Null where no file is a table. */
export async function recogniseTable(tree: ExportTree, signal: AbortSignal): Promise<Recognition | null> {
  const tables = await tablesIn(tree, signal)
  const [first] = tables
  if (first === undefined) return null
  return {
    platform: PlatformName.parse(TABLE_PLATFORM),
    title: 'Table',
    confidence: CONFIDENCE,
    evidence: tables.slice(0, 5).map(({ name, form }) => `${name} is ${FORMS[form]}.`),
    layout: [...new Set(tables.map(({ form }) => form))].join(' and '),
    ownerHandle: null,
    ownerNativeId: null,
    ownerName: null,
    generatedAt: null,
  }
}
