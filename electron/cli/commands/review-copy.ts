// Review copies: one encrypted file for the attorney, read and answered elsewhere, and the answer taken in.
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { KeyId } from '../../../shared/contract/key.ts'
import {
  reviewCopyAnswer,
  reviewCopyList,
  reviewCopyMake,
  reviewCopyOpen,
  reviewCopySignAnswer,
  reviewCopyTake,
} from '../../../shared/contract/review-copy.ts'
import { type Digest, PersonId, RequestId } from '../../../shared/domain/id.ts'
import { type AnswerProof, CopyAnswer } from '../../../shared/domain/review/review-copy.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustExist, mustNotExist, readBytes, readJson, readText } from '../input/file.ts'
import { readPassphrase } from '../input/passphrase.ts'
import { Number1 } from '../input/schemas.ts'
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
const Reply = Key.extend({
  from: z.string().min(1),
  privateKey: z.string().min(1).optional(),
  privatePassphraseFile: z.string().min(1).optional(),
})
const Answer = Key.extend({
  from: z.string().min(1),
  signingKey: Number1.pipe(KeyId),
  passphraseFile: z.string().min(1),
})
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
    .option(
      '--private-key <file>',
      'your Ed25519 private key (PEM, as OpenSSL writes it), registered with the City: the reply bears its signature',
    )
    .option('--private-passphrase-file <file>', 'file that holds the passphrase of that PEM, where it has one')
    .addHelpText(
      'after',
      `${replyHelp}\n${example('muniment review-copy reply review-26-0007.age --key passphrase.txt --from comments.json --out reply-26-0007.json')}`,
    )
    .action(
      runner.alone(Reply, async (surroundings, { FILE, key, from, out, privateKey, privatePassphraseFile }) => {
        mustNotExist(surroundings.folder, out)
        const answer = readJson(surroundings.folder, from, CopyAnswer)
        const { digest, content } = await opened(surroundings, FILE, key)
        const { request, replyTo } = content
        const { replyFile } = await import('../../core/disclosure/review-copy/reply.ts')
        const at = surroundings.clock()
        const proof =
          privateKey === undefined
            ? null
            : await signedElsewhere(
                surroundings,
                answer,
                { copy: digest, request, at },
                privateKey,
                privatePassphraseFile,
              )
        const file = await replyFile({ copy: digest, request, replyTo }, answer, at, proof)
        await writeFile(resolve(surroundings.folder, out), file)
        return replied(answer, digest, out, proof !== null)
      }),
    )
  copy
    .command('answer')
    .description('Writes the reply to a review copy, signed with a key that lies sealed in this vault.')
    .argument('<FILE>', 'the copy')
    .requiredOption('--key <file>', KEY)
    .requiredOption('--from <file>', 'what is replied, JSON')
    .requiredOption('--signing-key <number>', 'the key, as “key list” prints it')
    .requiredOption('--passphrase-file <file>', 'file that holds its passphrase')
    .requiredOption('--out <file>', 'the reply to write; it is encrypted for who made the copy')
    .addHelpText(
      'after',
      `${replyHelp}\n${example('muniment review-copy answer review.age --key words.txt --from comments.json --signing-key 2 --passphrase-file mine.txt --out reply.json')}`,
    )
    .action(
      runner.inVault(Answer, async ({ vault, surroundings }, { FILE, key, from, out, signingKey, passphraseFile }) => {
        const { folder, clock } = surroundings
        mustNotExist(folder, out)
        const said = readJson(folder, from, CopyAnswer)
        const file = await vault.grant(FILE, 'read')
        const { digest, content } = await vault.ask(reviewCopyOpen, { file, key: readText(folder, key) })
        const answer = { ...said, copy: digest, request: content.request }
        const by = { key: signingKey, passphrase: readPassphrase(folder, passphraseFile) }
        const proof = await vault.ask(reviewCopySignAnswer, { ...answer, ...by, at: clock() })
        const to = await vault.grant(out, 'write')
        await vault.run(reviewCopyAnswer, { ...answer, replyTo: content.replyTo, proof, to })
        return replied(said, digest, out, true)
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
            value.key === null
              ? 'No key signed the reply: it is recorded as reported.'
              : `The signature of key ${value.key} fits the reply.`,
          ],
        }
      }),
    )
}) satisfies CommandFile

/** The signature of a private key in a PEM file. */
async function signedElsewhere(
  { folder }: Surroundings,
  answer: CopyAnswer,
  answered: { readonly copy: Digest; readonly request: RequestId; readonly at: Instant },
  file: string,
  passphraseFile: string | undefined,
): Promise<AnswerProof> {
  const { proofByPem } = await import('../../core/disclosure/review-copy/answer-proof.ts')
  const passphrase = passphraseFile === undefined ? null : readText(folder, passphraseFile).trim()
  const proof = proofByPem(answer, answered, readText(folder, file), passphrase)
  if (proof !== null) return proof
  throw new UsageError(`${file} is no Ed25519 private key (PEM) that this passphrase opens. No reply was written.`)
}

function replied({ comments, signed }: CopyAnswer, copy: Digest, out: string, byKey: boolean) {
  const told = `${out}: ${counted(comments.length, 'comment')}, ${signed ? 'signed' : 'not signed'}.`
  return {
    value: { copy, comments: comments.length, signed, byKey, file: out },
    lines: [told, byKey ? 'It bears the signature of the key.' : 'No key signed it: it will be recorded as reported.'],
  }
}

/** Encryption and typesetting come only into the command that needs them. */
async function opened({ folder }: Surroundings, file: string, key: string) {
  const { openCopy } = await import('../../core/disclosure/review-copy/open.ts')
  return openCopy(readBytes(folder, file), readText(folder, key))
}
