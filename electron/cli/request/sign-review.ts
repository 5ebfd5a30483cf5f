// Signing a review from the command line as the person responsible, and checking the signature over it.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import {
  reviewList,
  reviewSign,
  reviewSignByKey,
  reviewStatement,
  reviewVerify,
} from '../../../shared/contract/review.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { example, type Runner, type Work } from '../command.ts'
import { mustNotExist } from '../input/file.ts'
import { KeySigning, signatureIn, signedLine, signedWith, withKeySigning } from '../input/key-signing.ts'

const One = z.object({ REQUEST: RequestId })
const REQUEST = 'the City’s number of the request'

/** Adds the commands. @param show prints where the review stands */
export function addReviewSigning(review: Command, runner: Runner, show: Work<z.output<typeof One>>): void {
  withKeySigning(
    review
      .command('sign')
      .description(
        'Signs the review as it stands, as the person responsible for what is kept back (Gov. Code 7922.540).',
      )
      .argument('<REQUEST>', REQUEST),
    'review statement',
  )
    .addHelpText(
      'after',
      example(
        'muniment review sign 26-0007 --as lee',
        'muniment review sign 26-0007 --key 2 --passphrase-file mine.txt --as lee',
      ),
    )
    .action(
      runner.inVault(One.extend(KeySigning.shape), async (context, { REQUEST: request, ...signing }) => {
        const { vault } = context
        const { decisions } = await vault.ask(reviewList, { request })
        const signature = await signatureIn(
          context,
          signing,
          async (by) => (await vault.ask(reviewSignByKey, { request, decisions, ...by })).signature,
        )
        const { key } = await vault.ask(reviewSign, { request, decisions, signature })
        const { value, lines } = await show(context, { REQUEST: request })
        return { value, lines: [`Signed ${signedWith(key)}.`, ...lines] }
      }),
    )
  review
    .command('statement')
    .description('Writes the exact words that a key kept elsewhere signs under the review as it stands.')
    .argument('<REQUEST>', REQUEST)
    .requiredOption(
      '--out <file>',
      'the file to write; OpenSSL signs it: openssl pkeyutl -sign -rawin -inkey KEY -in FILE',
    )
    .addHelpText('after', example('muniment review statement 26-0007 --out words.txt'))
    .action(
      runner.inVault(
        One.extend({ out: z.string().min(1) }),
        async ({ vault, surroundings: { folder } }, { REQUEST: request, out }) => {
          mustNotExist(folder, out)
          const value = await vault.ask(reviewStatement, { request })
          writeFileSync(resolve(folder, out), value.statement)
          return { value, lines: [`${out}: the words over the review with SHA-256 ${value.decisions}.`] }
        },
      ),
    )
  review
    .command('verify')
    .description('Checks the signature over a review, and whether anything was decided since.')
    .argument('<REQUEST>', REQUEST)
    .addHelpText('after', example('muniment review verify 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { REQUEST: request }) => {
        const value = await vault.ask(reviewVerify, { request })
        const stands = value.current
          ? `Nothing was decided since: SHA-256 ${value.decisions}.`
          : `Something was decided since it was signed: SHA-256 ${value.decisions} stands no more.`
        return { value, lines: [signedLine(value), stands], unexplained: value.holds === false }
      }),
    )
}
