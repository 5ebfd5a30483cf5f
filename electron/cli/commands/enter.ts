// Takes one post, comment or message in by hand.
import { z } from 'zod'
import { handEnter } from '../../../shared/contract/hand.ts'
import { AbsentField, HandEntry, PartialDate } from '../../../shared/domain/intake/hand-entry.ts'
import { RecordKind, RecordState } from '../../../shared/domain/record/record.ts'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { accountIds } from '../input/accounts.ts'
import { mustExist, readText } from '../input/file.ts'

const Text = z.string().trim()

const Input = z.object({
  account: Text.min(1),
  platform: Text.optional(),
  kind: RecordKind.default('post'),
  author: Text.default(''),
  at: PartialDate.optional(),
  text: z.string().optional(),
  textFile: Text.min(1).optional(),
  link: Text.optional(),
  nativeId: Text.optional(),
  parent: Text.optional(),
  conversation: Text.optional(),
  state: RecordState.default('live'),
  capturedBy: Text.min(1),
  how: Text.min(1),
  notAvailable: z.array(z.string()).default([]),
  file: z.array(Text.min(1)).default([]),
})

export default ((program, runner) => {
  program
    .command('enter')
    .description('Takes one post, comment or message in by hand, with pictures, PDFs or mails that show it.')
    .requiredOption('--account <handle>', 'the account that it stood on')
    .option('--platform <name>', 'the platform, where the handle stands on several')
    .option('--kind <kind>', 'post, comment, message … (post where left out)')
    .option('--author <name>', 'who wrote it')
    .option('--at <date>', 'when: 2024, 2024-03, 2024-03-05 or 2024-03-05T12:30, in the City’s zone')
    .option('--text <text>', 'its words')
    .option('--text-file <file>', 'its words, from a file')
    .option('--link <address>', 'where it stood')
    .option('--native-id <id>', 'the platform’s number for it')
    .option('--parent <id>', 'the platform’s number of what it answers')
    .option('--conversation <name>', 'the conversation it belongs to')
    .option('--state <state>', 'live, deleted or draft')
    .requiredOption('--captured-by <name>', 'who saw it and took it down')
    .requiredOption('--how <words>', 'how it was taken down')
    .option('--not-available <field=reason...>', 'why time, author, text, link, parent or media is not known')
    .option('--file <file...>', 'pictures, PDFs, .eml or .msg that show it')
    .addHelpText(
      'after',
      example(
        'muniment enter --account OaklandCity --kind comment --author "Ana Ruiz" --at 2024-03-05T12:30 --text "Thank you" --captured-by "Pat Moreno" --how "screenshot on a phone" --file shot.png',
      ),
    )
    .action(
      runner.inVault(Input, async ({ vault, surroundings }, input) => {
        const text = input.textFile === undefined ? (input.text ?? '') : readText(surroundings.folder, input.textFile)
        const entry = HandEntry.safeParse({
          kind: input.kind,
          author: input.author,
          text,
          at: input.at ?? null,
          link: input.link ?? null,
          nativeId: input.nativeId ?? null,
          parent: input.parent ?? null,
          conversation: input.conversation ?? null,
          state: input.state,
          capturedBy: input.capturedBy,
          capturedHow: input.how,
          absent: Object.fromEntries(input.notAvailable.map(reasonOf)),
        })
        if (!entry.success)
          throw new UsageError(entry.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '))
        for (const file of input.file) mustExist(surroundings.folder, file)
        const named = input.platform === undefined ? input.account : `${input.platform}:${input.account}`
        const [account] = await accountIds(vault, [named])
        if (account === undefined) throw new UsageError('Say the account that it stood on.')
        const files = await Promise.all(input.file.map((file) => vault.grant(file, 'read')))
        const done = await vault.run(handEnter, { account, entry: entry.data, files })
        return { value: done, lines: [`Accession ${done.accession}: one ${input.kind} taken in by hand.`] }
      }),
    )
}) satisfies CommandFile

function reasonOf(said: string): [AbsentField, string] {
  const [name = '', ...reason] = said.split('=')
  const field = AbsentField.safeParse(name.trim())
  if (!field.success || reason.length === 0)
    throw new UsageError(`“${said}” is not a field and a reason, such as author=the profile was gone.`)
  return [field.data, reason.join('=').trim()]
}
