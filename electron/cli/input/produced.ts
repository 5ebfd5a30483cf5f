// Items of a personal account on the command line: listing them, and taking the chosen ones in.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ItemRef, producedImport, producedItems } from '../../../shared/contract/produced.ts'
import type { PlatformName } from '../../../shared/domain/account/account.ts'
import type { AccountId, GrantId } from '../../../shared/domain/id.ts'
import { Declaration } from '../../../shared/domain/intake/produced.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import type { Answer, Context } from '../command.ts'
import { UsageError } from '../failure.ts'
import { itemLines } from '../text/items.ts'
import { mustExist, readJson, readText } from './file.ts'

export const ProducedOptions = z.object({
  producedBy: z.string().trim().min(1).max(300).optional(),
  producedTitle: z.string().trim().max(300).default(''),
  declaration: z.array(z.string().min(1)).max(2).default([]),
  items: z.string().trim().min(1).optional(),
  words: z.string().max(500).default(''),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
})
type ProducedOptions = z.infer<typeof ProducedOptions>
type Producing = ProducedOptions & { readonly producedBy: string }

const MOST_LISTED = 2000

/**
 * The options where somebody produces items; null where the import is of a whole export.
 * @throws UsageError where an option is given that only belongs to produced items
 */
export function producedOf(input: ProducedOptions): Producing | null {
  const { producedBy, declaration, items } = input
  if (producedBy !== undefined) return { ...input, producedBy }
  if (declaration.length > 0 || items !== undefined)
    throw new UsageError('--declaration and --items belong to --produced-by: say who produces the items.')
  return null
}

/** Lists an export's items; nothing is stored. */
export async function previewItems(
  { vault }: Context,
  { words, from, to, platform }: ProducedOptions & { readonly platform?: PlatformName | undefined },
  sources: readonly GrantId[],
): Promise<Answer> {
  const period = { from: from ?? null, to: to ?? null }
  const asked = { sources: [...sources], platform: platform ?? null, words, ...period, limit: MOST_LISTED }
  const value = await vault.ask(producedItems, asked)
  return { value, lines: itemLines(value, vault.about.zone) }
}

interface Target {
  readonly sources: readonly GrantId[]
  readonly account: AccountId
  readonly platform: PlatformName | null
}

/**
 * Takes the chosen items in.
 * @throws UsageError where no item or no declaration is named; MunimentError as the vault refuses
 */
export async function produce(
  { vault, surroundings: { folder } }: Context,
  { producedBy, producedTitle, declaration, items }: Producing,
  { sources, account, platform }: Target,
) {
  if (items === undefined) throw new UsageError('Say which items are taken in with --items; --preview lists them.')
  if (declaration.length === 0) throw new UsageError('Give the declaration of the search with --declaration.')
  for (const file of declaration) mustExist(folder, file)
  const written = declaration.filter((file) => /\.json$/i.test(file))
  const papers = declaration.filter((file) => !/\.json$/i.test(file))
  if (written.length > 1 || papers.length > 1)
    throw new UsageError('A production has one declaration: as JSON, as another file, or as both.')
  const [words] = written
  const [paper] = papers
  return vault.run(producedImport, {
    sources: [...sources],
    account,
    platform,
    by: producedBy,
    title: producedTitle,
    declaration: words === undefined ? null : readJson(folder, words, Declaration),
    document: paper === undefined ? null : await vault.grant(paper, 'read'),
    items: refsOf(folder, items),
  })
}

/** @throws UsageError where something is not named as a preview names items */
function refsOf(folder: string, said: string): ItemRef[] {
  const text = existsSync(resolve(folder, said)) ? readText(folder, said) : said
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  return words.map((word) => {
    const ref = ItemRef.safeParse(word)
    if (ref.success) return ref.data
    throw new UsageError(`“${word}” is no item as --preview names them, such as 0123456789abcdef.`)
  })
}
