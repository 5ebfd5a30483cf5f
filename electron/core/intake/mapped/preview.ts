// Owns trying a mapping on the first rows of tables: the records that an import would make, and what of them cannot be read.
import type { MappedRow as ShownRow, TriedMapping } from '../../../../shared/contract/mapping.ts'
import type { MappingRules } from '../../../../shared/domain/intake/mapping.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import type { RecordDraft } from '../draft.ts'
import { looksLikeMedia, mediaFinder } from '../kit/media-finder.ts'
import type { ExportTree } from '../platform.ts'
import { again } from './again.ts'
import { LOOKED_AT } from './describe-tables.ts'
import { firstRows, fitOf } from './fit.ts'
import { layoutOf } from './platform.ts'
import { problemBook, sentenceOf } from './problems.ts'
import { recordOfRow } from './row-record.ts'
import { tablesIn } from './table.ts'
import { textOfValue } from './value-text.ts'

const SHOWN = 10

/** Tries a mapping. Throws the signal's reason. */
export async function tryMapping(
  tree: ExportTree,
  rules: MappingRules,
  signal: AbortSignal,
): Promise<Omit<TriedMapping, 'refusals'>> {
  const names = new Set(tree.set.members.map((member) => tree.nameOf(member)).filter(looksLikeMedia))
  const media = mediaFinder(names)
  const book = problemBook()
  const ids = new Set<string>()
  const shown: ShownRow[] = []
  const files: string[] = []
  const unfit: string[] = []
  let [tried, failed] = [0, 0]
  for (const table of await tablesIn(tree, signal)) {
    const layout = layoutOf(rules, table.form)
    const fit = await fitOf(tree, table, layout, signal)
    if (fit.fits) files.push(table.name)
    if (fit.note !== null) unfit.push(`${table.name}: ${fit.note}`)
    if (!fit.fits || tried >= LOOKED_AT) continue
    for (const row of await firstRows(tree, table, layout, LOOKED_AT - tried, signal)) {
      tried += 1
      const { outcome, problems } = recordOfRow(row, rules, media)
      const draft = outcome.type === 'record' ? outcome.draft : null
      const all = [...problems, ...again(draft, ids)]
      for (const problem of all) book.add(row.where, problem)
      if (draft === null) failed += 1
      if (shown.length >= SHOWN) continue
      shown.push({
        where: row.where,
        file: table.name,
        failed: outcome.type === 'failed' ? outcome.sentence : null,
        record: draft === null ? null : shownRecord(draft, names),
        problems: all.map(sentenceOf),
      })
    }
  }
  return { rows: shown, files, tried, failed, problems: book.sentences().map(({ sentence }) => sentence), unfit }
}

function shownRecord(draft: RecordDraft, names: ReadonlySet<string>): NonNullable<ShownRow['record']> {
  return {
    kind: draft.kind,
    id: draft.identity === 'id' ? draft.nativeId : null,
    at: draft.at === null ? null : Instant.parse(draft.at),
    atSource: draft.atSource,
    precision: draft.precision,
    zone: draft.sourceZone,
    author: draft.author,
    text: draft.text,
    parent: draft.parentNativeId,
    conversation: draft.conversation,
    links: draft.links.map(({ target }) => target),
    media: draft.media.map(({ names: [name = ''], alt }) => ({ name, alt, found: names.has(name) })),
    counts: draft.measures.map(([name, value]) => ({ name, value })),
    details: Object.entries(draft.details).map(([name, value]) => ({ name, value: textOfValue(value) })),
  }
}
