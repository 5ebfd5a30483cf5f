// Files of other systems for a part of a request, at the command line.
import type { Command } from 'commander'
import { z } from 'zod'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { accountAdd, accountList } from '../../../shared/contract/people.ts'
import { requestPartFiles } from '../../../shared/contract/request-life.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { OTHER_SYSTEMS } from '../../../shared/domain/request/request-life.ts'
import { type Context, example, type Runner } from '../command.ts'
import { mustExist } from '../input/file.ts'
import { Number1 } from '../input/schemas.ts'
import { counted } from '../text/number.ts'

const Files = z.object({ ID: RequestId, FILE: z.array(z.string().min(1)).min(1), number: Number1 })

/** Adds the command. */
export function addPartFiles(request: Command, runner: Runner): void {
  request
    .command('part-files')
    .description('Takes files of another system in for a part: they are reviewed, redacted and numbered with the rest.')
    .argument('<ID>', 'the City’s number for it')
    .argument('<FILE...>', 'the files, or a folder or archive of them')
    .requiredOption('--number <n>', 'the part')
    .addHelpText('after', example('muniment request part-files 26-0007 mails.zip --number 2'))
    .action(
      runner.inVault(Files, async ({ vault, surroundings }, { ID: id, FILE, number }) => {
        for (const file of FILE) mustExist(surroundings.folder, file)
        const sources = await Promise.all(FILE.map((file) => vault.grant(file, 'read')))
        const account = await ownAccount(vault)
        const platform = PlatformName.parse(OTHER_SYSTEMS.platform)
        const { accession } = await vault.run(intakeImport, { sources, account, platform })
        const value = await vault.ask(requestPartFiles, { id, number, accession })
        return {
          value: { accession, ...value },
          lines: [`Part ${number}: ${counted(value.records, 'file')}, import ${accession}.`],
        }
      }),
    )
}

/** The account of files of other systems; it is registered when it is first needed. */
async function ownAccount(vault: Context['vault']): Promise<AccountId> {
  const known = (await vault.ask(accountList, {})).find(
    ({ platform, handle }) => platform === OTHER_SYSTEMS.platform && handle === OTHER_SYSTEMS.handle,
  )
  const draft = { name: 'Files of other systems', department: '', liaison: '', nativeId: null }
  const platform = PlatformName.parse(OTHER_SYSTEMS.platform)
  return known?.id ?? (await vault.ask(accountAdd, { ...draft, platform, handle: OTHER_SYSTEMS.handle })).id
}
