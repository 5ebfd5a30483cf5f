// Takes export archives in.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import {
  accessionReconciliation,
  intakeImport,
  intakePreview,
  intakeRecognise,
  type Recognition,
} from '../../../shared/contract/intake.ts'
import { mappingList } from '../../../shared/contract/mapping.ts'
import { accountAdd, accountList } from '../../../shared/contract/people.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { handleKey } from '../../../shared/domain/account/handle.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { FileGroup } from '../../../shared/domain/intake/file-group.ts'
import { MappingName, TABLE_PLATFORM } from '../../../shared/domain/intake/mapping.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { mustExist } from '../input/file.ts'
import { ProducedOptions, previewItems, produce, producedOf } from '../input/produced.ts'
import { previewLines } from '../text/preview.ts'
import { reconciliationLines } from '../text/reconciliation.ts'

const Input = z.object({
  ARCHIVE: z.array(z.string().min(1)).min(1).max(200),
  account: z.string().trim().min(1).max(200),
  platform: PlatformName.optional(),
  mapping: MappingName.optional(),
  createAccount: z.boolean().default(false),
  all: z.boolean().default(false),
  preview: z.boolean().default(false),
  leaveOut: z
    .string()
    .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((group) => group.trim())))
    .pipe(z.array(FileGroup, { error: `must be none, or one or more of ${FileGroup.options.join(', ')}` }))
    .optional(),
  attorney: z.string().trim().min(1).max(200).optional(),
  ...ProducedOptions.shape,
})
type Input = z.infer<typeof Input>

const UNKNOWN =
  'This is not an export that Muniment can read yet. Nothing was imported; name the platform with --platform if you know it.'
const TABLE_ONLY =
  'These are tables of nobody’s in particular. Nothing was imported; say what their columns are (“muniment map suggest”, “map save”), then import with --mapping NAME.'

/** Below this a recognition needs a person's word. */
const SURE_ENOUGH = 0.5

export default ((program, runner) => {
  program
    .command('import')
    .description('Seals an export archive into the vault, reads every record from it, and prints the reconciliation.')
    .argument('<ARCHIVE...>', 'the file as the platform gave it; all parts of one export together')
    .requiredOption('--account <handle>', 'the account that it is an export of')
    .option('--platform <name>', 'the platform, where it is not recognised or wrongly')
    .option('--mapping <name>', 'the saved mapping by which tables are read (see “map”)')
    .option('--create-account', 'register the account where it is not yet')
    .option('--all', 'print every file and finding of the reconciliation')
    .option('--preview', 'tell what an import would bring and leave out, and store nothing')
    .option(
      '--leave-out <groups>',
      `groups of files that are not kept, with commas between, or none: ${FileGroup.options.join(', ')} (default: what is no record of the account)`,
    )
    .option('--attorney <name>', 'who of the City Attorney’s allows it, where the account is held')
    .option('--produced-by <name>', 'the export is of a personal account: who produces single items of it')
    .option('--produced-title <title>', 'that person’s office or position')
    .option('--declaration <file...>', 'the declaration of the search: as JSON, or as any other file, or both')
    .option(
      '--items <refs>',
      'the items to take in, as --preview names them: with commas between, or a file with one a line',
    )
    .option('--words <words>', 'with --preview: only items that hold all of these words')
    .option('--from <day>', 'with --preview: only items from this day on')
    .option('--to <day>', 'with --preview: only items up to this day')
    .addHelpText(
      'after',
      example(
        'muniment import twitter-2026-09-14.zip --account OaklandCity --preview',
        'muniment import export.zip --account pat_at_home --produced-by "Pat Holder" --preview --words "sewer permit"',
        'muniment import export.zip --account pat_at_home --produced-by "Pat Holder" --declaration search.json --items 0123456789abcdef',
        'muniment import twitter-2026-09-14.zip --account OaklandCity --leave-out advertising,log-ins',
        'muniment import posts.csv --mapping "Agency posts" --account OaklandCity',
      ),
    )
    .action(
      runner.inVault(Input, async (context, input) => {
        const { vault, surroundings } = context
        for (const file of input.ARCHIVE) mustExist(surroundings.folder, file)
        const sources = await Promise.all(input.ARCHIVE.map((file) => vault.grant(file, 'read')))
        const producing = producedOf(input)
        if (input.preview) {
          return producing === null ? preview(context, input, sources) : previewItems(context, input, sources)
        }
        const recognition = await recognise(context, input, sources)
        const account = await accountFor(context, input, recognition)
        const { platform = null, mapping = null, leaveOut = null, attorney = null } = input
        const result =
          producing === null
            ? await vault.run(intakeImport, { sources, account, platform, mapping, leaveOut, attorney })
            : await produce(context, producing, { sources, account, platform })
        const reconciliation = await vault.ask(accessionReconciliation, { accession: result.accession })
        return {
          value: { ...result, reconciliation },
          lines: [
            `Accession ${result.accession}`,
            ...(reconciliation === null ? [] : reconciliationLines(reconciliation, vault.about.zone, input.all)),
          ],
          unexplained: result.unexplained !== 0,
        }
      }),
    )
}) satisfies CommandFile

async function preview({ vault }: Context, input: Input, sources: readonly string[]): Promise<Answer> {
  const { platform = null, mapping = null } = input
  const asked = { sources: [...sources], platform, mapping }
  const found = await vault.ask(intakePreview, { ...asked, account: null })
  const wanted = handleKey(input.account)
  const account = (await vault.ask(accountList, {})).find(
    (one) => one.platform === found.export?.platform && handleKey(one.handle) === wanted,
  )
  const value = account === undefined ? found : await vault.ask(intakePreview, { ...asked, account: account.id })
  return { value, lines: previewLines(value, vault.about.zone), unexplained: value.export === null }
}

interface Recognised {
  readonly platform: PlatformName
  readonly found: Recognition | undefined
}

async function recognise(
  { vault }: Context,
  { platform, mapping }: Input,
  sources: readonly string[],
): Promise<Recognised> {
  if (mapping !== undefined) return { platform: platform ?? (await platformOf(vault, mapping)), found: undefined }
  const { recognitions, refusals } = await vault.ask(intakeRecognise, { sources: [...sources] })
  const found = recognitions.find((one) =>
    platform === undefined ? one.confidence >= SURE_ENOUGH : one.platform === platform,
  )
  const named = platform ?? found?.platform
  if (named !== undefined) return { platform: named, found }
  if (refusals.length > 0) throw new MunimentError('PACKAGE_REFUSED', `${refusals.join(' ')} Nothing was imported.`)
  throw new MunimentError(
    'NOT_RECOGNISED',
    recognitions.some((one) => one.platform === TABLE_PLATFORM) ? TABLE_ONLY : UNKNOWN,
  )
}

/** What the rows are of, by the mapping's word. */
async function platformOf(vault: Context['vault'], name: MappingName): Promise<PlatformName> {
  const [saved] = await vault.ask(mappingList, { name })
  if (saved !== undefined) return saved.rules.platform
  throw new MunimentError(
    'MAPPING_UNKNOWN',
    `There is no mapping “${name}” in this vault. Nothing was imported; “muniment map list” lists them.`,
  )
}

async function accountFor({ vault, say }: Context, input: Input, { platform, found }: Recognised): Promise<AccountId> {
  const wanted = handleKey(input.account)
  const register = await vault.ask(accountList, {})
  const known = register.find((account) => account.platform === platform && handleKey(account.handle) === wanted)
  if (known) {
    const owner = handleKey(found?.ownerHandle ?? wanted)
    if (owner !== wanted)
      say(`The export says that it belongs to @${owner}; it is taken in for @${wanted}, as you said.`)
    return known.id
  }
  const handle = input.account.trim().replace(/^@/, '')
  if (!input.createAccount) {
    throw new MunimentError(
      'ACCOUNT_UNKNOWN',
      `There is no account @${handle} on ${platform} in the register. Nothing was imported. Add it first:\n  muniment accounts add --platform ${platform} --handle ${handle}\nor say --create-account.`,
    )
  }
  const name = found?.ownerName ?? handle
  const draft = { platform, handle, name, department: '', liaison: '', nativeId: found?.ownerNativeId ?? null }
  const personal = input.producedBy === undefined ? {} : { personal: input.producedBy }
  return (await vault.ask(accountAdd, { ...draft, ...personal })).id
}
