// Approving a plan: what is signed, the page for the pen, the approval itself, and what is taken out.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { purgeApprove, purgePage, purgeSign, purgeStatement, purgeWithdraw } from '../../../shared/contract/approval.ts'
import { KeyId } from '../../../shared/contract/key.ts'
import { ApprovalRole } from '../../../shared/domain/disposition/approval.ts'
import { localDate } from '../../../shared/domain/time.ts'
import { type Context, example, type Runner } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist, readPaper } from '../input/file.ts'
import { readPassphrase } from '../input/passphrase.ts'
import { Day, Number1, Text } from '../input/schemas.ts'
import { readSignature } from '../input/signature.ts'
import { planNamed } from './plan.ts'

const Approver = z.object({
  FILE: z.string().min(1),
  role: ApprovalRole,
  name: z.string().trim().min(1).max(200),
  title: Text,
  signedOn: Day.optional(),
  heldPackages: z.boolean().default(false),
})
const Approve = Approver.extend({ document: z.string().min(1).optional(), signature: z.string().min(1).optional() })
const Statement = Approver.extend({ out: z.string().min(1) })
const Sign = Statement.extend({ key: Number1.pipe(KeyId), passphraseFile: z.string().min(1) })
const Page = z.object({ FILE: z.string().min(1), role: z.array(ApprovalRole).default([]), out: z.string().min(1) })
const Withdraw = z.object({ APPROVAL: Number1, reason: z.string().trim().min(1).max(500) })

/** Adds the commands. */
export function addApproval(purge: Command, runner: Runner): void {
  withApprover(purge.command('approve').description('Records an approval of a plan. A name alone executes nothing.'))
    .option('--document <file>', 'the signed page that bears the digest: you have seen it')
    .option('--signature <file>', 'a signature over the words of “purge statement”: 64 bytes, or base64')
    .addHelpText(
      'after',
      example(
        'muniment purge approve plan.json --role city-attorney --name "Dana Whitfield" --title "City Attorney" --document signed.pdf --as rosa',
      ),
    )
    .action(
      runner.inVault(Approve, async (context, { document, signature, ...said }) => {
        if (document !== undefined && signature !== undefined)
          throw new UsageError('Give the signed page or the signature, not both.')
        const { folder } = context.surroundings
        const by =
          document !== undefined
            ? { way: 'attached' as const, document: readPaper(folder, document) }
            : signature !== undefined
              ? { way: 'signed' as const, signature: readSignature(folder, signature) }
              : { way: 'reported' as const }
        const value = await context.vault.ask(purgeApprove, { ...(await asked(context, said)), by })
        const how = {
          attached: `attached, seen by ${value.seenByName}`,
          signed: `signed, key ${value.fingerprint ?? ''}`,
          reported: 'reported: a name alone executes nothing',
        }
        return { value, lines: [`Approval ${value.id}, ${value.role}: ${value.name}, ${how[value.way]}.`] }
      }),
    )
  withApprover(purge.command('statement').description('Writes the exact words that a key elsewhere signs.'))
    .requiredOption('--out <file>', 'the text to write; sign its bytes, with Ed25519')
    .addHelpText(
      'after',
      example(
        'muniment purge statement plan.json --role city-attorney --name "Dana Whitfield" --title "City Attorney" --out words.txt',
        'openssl pkeyutl -sign -rawin -inkey dana.key -in words.txt -out words.sig',
      ),
    )
    .action(
      runner.inVault(Statement, async (context, { out, ...said }) => {
        const { folder } = context.surroundings
        mustNotExist(folder, out)
        const { statement } = await context.vault.ask(purgeStatement, await asked(context, said))
        writeFileSync(resolve(folder, out), statement)
        return { value: { file: out, statement }, lines: statement.trimEnd().split('\n') }
      }),
    )
  withApprover(purge.command('sign').description('Signs an approval with a key that lies sealed in the vault.'))
    .requiredOption('--key <number>', 'the key, as “muniment key” lists it')
    .requiredOption('--passphrase-file <file>', 'file that holds its passphrase')
    .requiredOption('--out <file>', 'the signature to write, for “purge approve --signature”')
    .addHelpText(
      'after',
      example(
        'muniment purge sign plan.json --role city-attorney --name "Dana Whitfield" --title "City Attorney" --key 2 --passphrase-file mine.txt --out plan.sig',
      ),
    )
    .action(
      runner.inVault(Sign, async (context, { out, key, passphraseFile, ...said }) => {
        const { folder } = context.surroundings
        mustNotExist(folder, out)
        const passphrase = readPassphrase(folder, passphraseFile)
        const { signature } = await context.vault.ask(purgeSign, { ...(await asked(context, said)), key, passphrase })
        writeFileSync(resolve(folder, out), `${signature}\n`)
        return { value: { file: out, signature }, lines: [`${out}: signed. Record it by “purge approve --signature”.`] }
      }),
    )
  purge
    .command('page')
    .description('Writes the pages on which a plan is approved by hand, one for each office.')
    .argument('<FILE>', 'the plan')
    .option('--role <role...>', `for whom: ${ApprovalRole.options.join(', ')}; the whole chain unless said`)
    .requiredOption('--out <file>', 'the PDF to write')
    .addHelpText('after', example('muniment purge page plan.json --out to-sign.pdf'))
    .action(
      runner.inVault(Page, async (context, { FILE, role: roles, out }) => {
        mustNotExist(context.surroundings.folder, out)
        const { id: plan } = await planNamed(context, FILE)
        const value = await context.vault.run(purgePage, { plan, roles, to: await context.vault.grant(out, 'write') })
        return { value, lines: [`${out}: ${value.pages} to sign.`] }
      }),
    )
  purge
    .command('withdraw')
    .description('Takes an approval back; it stays on record.')
    .argument('<APPROVAL>', 'its number, as “purge state” prints it')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment purge withdraw 3 --reason "Signed before a claim came in" --as dana'))
    .action(
      runner.inVault(Withdraw, async ({ vault }, { APPROVAL: approval, reason }) => {
        await vault.ask(purgeWithdraw, { approval, reason })
        return { value: { approval }, lines: [`Approval ${approval} was taken back.`] }
      }),
    )
}

function withApprover(command: Command): Command {
  return command
    .argument('<FILE>', 'the plan, as “purge plan” wrote it')
    .requiredOption('--role <role>', ApprovalRole.options.join(', '))
    .requiredOption('--name <name>', 'who approves, in full; who signs by a key must be in the register')
    .option('--title <title>', 'that person’s title')
    .option('--signed-on <date>', 'the day of the signature; today unless said')
    .option(
      '--held-packages',
      'the City Attorney also consents that packages are overwritten which hold a record under a hold',
    )
}

async function asked(context: Context, { FILE, signedOn, ...said }: z.output<typeof Approver>) {
  const { id: plan } = await planNamed(context, FILE)
  const { vault, surroundings } = context
  return { plan, ...said, signedOn: signedOn ?? localDate(surroundings.clock(), vault.about.zone) }
}
