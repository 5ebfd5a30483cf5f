// Review copies: one encrypted file for the attorney, read and answered elsewhere, and the answer taken in.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { reviewCopyList, reviewCopyMake, reviewCopyTake } from '../../../shared/contract/review-copy.ts'
import { PersonId, RequestId } from '../../../shared/domain/id.ts'
import { CopyAnswer } from '../../../shared/domain/review/review-copy.ts'
import { type CommandFile, example } from '../command.ts'
import { mustExist, mustNotExist, readBytes, readJson, readText } from '../input/file.ts'
import type { Surroundings } from '../surroundings.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const One = z.object({ REQUEST: RequestId })
const Make = One.extend({
  for: PersonId,
  out: z.string().min(1),
  recipient: reviewCopyMake.input.shape.recipient.unwrap().optional(),
})
const Key = z.object({ FILE: z.string().min(1), key: z.string().min(1), out: z.string().min(1) })
const Reply = Key.extend({ from: z.string().min(1) })
const Take = One.extend({ FILE: z.string().min(1) })

const KEY = 'file that holds the passphrase, or the secret key of age'
const replyHelp = `
FILE is JSON: "comments" ([{ "record", "words" }], the numbers as the copy prints them), "words" on all of it, and "signed" (true: you sign the
review as it stands in the copy, as the person responsible for what is kept back).`

export default ((program, runner) => {
  const copy = program
    .command('review-copy')
    .description('Copies of a review for the attorney: one encrypted file for one person, and the reply to it.')
    .addHelpText('after', example('muniment review-copy list 26-0007'))
  copy
    .command('make')
    .description('Writes the review with what it would take out still readable, encrypted for one person.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--for <person>', 'the short name of who is to read and sign it')
    .requiredOption('--out <file>', 'the file to write')
    .option('--recipient <key>', 'that person’s public key (age1…); without it a passphrase is made')
    .addHelpText('after', example('muniment review-copy make 26-0007 --for lee --out review-26-0007.age'))
    .action(
      runner.inVault(
        Make,
        async ({ vault, surroundings, say }, { REQUEST: request, for: person, out, recipient = null }) => {
          mustNotExist(surroundings.folder, out)
          const to = await vault.grant(out, 'write')
          const made = await vault.run(reviewCopyMake, { request, person, recipient, to })
          const copies = await vault.ask(reviewCopyList, { request })
          const passphrase = copies.find(({ id }) => id === made.copy)?.passphrase ?? null
          if (made.filesLeftOut > 0)
            say(`${counted(made.filesLeftOut, 'file')} would make the copy too large and is not in it.`)
          return {
            value: { ...made, passphrase, file: out },
            lines: [
              `${out}: ${counted(made.records, 'record')}.`,
              `SHA-256 ${made.digest}`,
              ...(passphrase === null
                ? ['Only the holder of that key can open it.']
                : [`Passphrase ${passphrase}`, 'Tell it by telephone; never send it with the file.']),
            ],
          }
        },
      ),
    )
  copy
    .command('list')
    .description('Lists the copies of a review that were made, with their passphrases, and what came back.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .addHelpText('after', example('muniment review-copy list 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { REQUEST: request }) => {
        const value = await vault.ask(reviewCopyList, { request })
        const lines = table(value, [
          { title: 'Copy', value: ({ id }) => String(id), side: 'right' },
          { title: 'For', value: ({ name }) => name, most: 30 },
          { title: 'Made', value: ({ madeAt }) => when(madeAt, vault.about.zone) },
          { title: 'Passphrase', value: ({ passphrase }) => passphrase ?? 'a key' },
          { title: 'Replies', value: ({ replies }) => String(replies.length), side: 'right' },
          { title: 'Signed', value: ({ replies }) => (replies.some(({ signed }) => signed) ? 'yes' : 'no') },
          { title: 'As it stands', value: ({ current }) => (current ? 'yes' : 'no: decided anew since') },
        ])
        return { value, lines: lines.length > 0 ? lines : ['No copy was made: “muniment review-copy make”.'] }
      }),
    )
  copy
    .command('read')
    .description('Opens a review copy, without any vault, and writes it as a PDF.')
    .argument('<FILE>', 'the copy')
    .requiredOption('--key <file>', KEY)
    .requiredOption('--out <pdf>', 'the PDF to write; it is privileged, and no longer encrypted')
    .addHelpText('after', example('muniment review-copy read review-26-0007.age --key passphrase.txt --out review.pdf'))
    .action(
      runner.alone(Key, async (surroundings, { FILE, key, out }) => {
        mustNotExist(surroundings.folder, out)
        const { digest, content, pdf } = await opened(surroundings, FILE, key)
        await writeFile(resolve(surroundings.folder, out), pdf, { mode: 0o600 })
        return {
          value: { digest, content, file: out },
          lines: [
            `Request ${content.request} of ${content.city}: ${counted(content.records.length, 'record')}, for ${content.madeFor.name}.`,
            content.privileged,
            `Written to ${out}.`,
          ],
        }
      }),
    )
  copy
    .command('reply')
    .description('Writes the reply to a review copy, without any vault: comments, and the signature.')
    .argument('<FILE>', 'the copy')
    .requiredOption('--key <file>', KEY)
    .requiredOption('--from <file>', 'what is replied, JSON')
    .requiredOption('--out <file>', 'the reply to write; it is encrypted for who made the copy')
    .addHelpText(
      'after',
      `${replyHelp}\n${example('muniment review-copy reply review-26-0007.age --key passphrase.txt --from comments.json --out reply-26-0007.json')}`,
    )
    .action(
      runner.alone(Reply, async (surroundings, { FILE, key, from, out }) => {
        mustNotExist(surroundings.folder, out)
        const answer = readJson(surroundings.folder, from, CopyAnswer)
        const { digest, content } = await opened(surroundings, FILE, key)
        const { request, replyTo } = content
        const { replyFile } = await import('../../core/disclosure/review-copy/reply.ts')
        const file = await replyFile({ copy: digest, request, replyTo }, answer, surroundings.clock())
        await writeFile(resolve(surroundings.folder, out), file)
        return {
          value: { copy: digest, comments: answer.comments.length, signed: answer.signed, file: out },
          lines: [`${out}: ${counted(answer.comments.length, 'comment')}, ${answer.signed ? 'signed' : 'not signed'}.`],
        }
      }),
    )
  copy
    .command('take')
    .description('Takes in the reply to a review copy: its comments at the records, and its signature.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .argument('<FILE>', 'the reply')
    .addHelpText('after', example('muniment review-copy take 26-0007 reply-26-0007.json'))
    .action(
      runner.inVault(Take, async ({ vault, surroundings }, { REQUEST: request, FILE }) => {
        mustExist(surroundings.folder, FILE)
        const value = await vault.run(reviewCopyTake, { request, file: await vault.grant(FILE, 'read') })
        const stands = value.current
          ? ''
          : ' Something was decided since the copy was made, so it does not hold for what stands now.'
        return {
          value,
          lines: [
            `Copy ${value.copy}: ${counted(value.comments, 'comment')}. ${value.signed ? `Signed.${stands}` : 'Not signed.'}`,
          ],
        }
      }),
    )
}) satisfies CommandFile

/** Encryption and typesetting come only into the command that needs them. */
async function opened({ folder }: Surroundings, file: string, key: string) {
  const { openCopy } = await import('../../core/disclosure/review-copy/open.ts')
  return openCopy(readBytes(folder, file), readText(folder, key))
}
