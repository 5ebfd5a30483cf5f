// Signing a letter from the command line: by a key of the vault, by one kept elsewhere, or by name; and what a check of it found.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { letterSign, letterSignByKey, letterStatement, letterVerify } from '../../../shared/contract/letter.ts'
import { example, type Runner, type Work } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist } from '../input/file.ts'
import { KeySigning, signatureIn, signedLine, signedWith, withKeySigning } from '../input/key-signing.ts'
import { Number1 } from '../input/schemas.ts'

const Sign = KeySigning.extend({ NUMBER: Number1 })
const One = z.object({ NUMBER: Number1 })

/** Adds the commands. */
export function addSigning(letter: Command, runner: Runner): void {
  withKeySigning(
    letter
      .command('sign')
      .description('Signs a letter as the person named by --as, by a key or by name: its words are settled.')
      .argument('<NUMBER>', 'the letter'),
    'letter statement',
  )
    .addHelpText('after', example('muniment letter sign 3 --key 2 --passphrase-file mine.txt --as dana'))
    .action(runner.inVault(Sign, signLetter))
  letter
    .command('statement')
    .description(
      'Writes the exact words that a key kept elsewhere signs under a letter, as the person named by --as signs it today.',
    )
    .argument('<NUMBER>', 'the letter')
    .requiredOption(
      '--out <file>',
      'the file to write; OpenSSL signs it: openssl pkeyutl -sign -rawin -inkey KEY -in FILE',
    )
    .addHelpText('after', example('muniment letter statement 3 --out words.txt --as dana'))
    .action(
      runner.inVault(
        One.extend({ out: z.string().min(1) }),
        async ({ vault, actor, surroundings: { folder, clock } }, { NUMBER: id, out }) => {
          if (actor === null) throw new UsageError('Say who signs: --as.')
          mustNotExist(folder, out)
          const value = await vault.ask(letterStatement, { id, signer: actor, at: clock() })
          writeFileSync(resolve(folder, out), value.statement)
          return { value, lines: [`${out}: the words over the letter with SHA-256 ${value.digest}.`] }
        },
      ),
    )
  letter
    .command('verify')
    .description(
      'Checks that the words of a signed letter are those that were signed, and the signature of a key under them.',
    )
    .argument('<NUMBER>', 'the letter')
    .addHelpText('after', example('muniment letter verify 3'))
    .action(
      runner.inVault(One, async ({ vault }, { NUMBER: id }) => {
        const value = await vault.ask(letterVerify, { id })
        return { value, lines: verifiedLines(value), unexplained: !value.unchanged || value.holds === false }
      }),
    )
}

/** Signs it. @throws UsageError where the options do not go together */
const signLetter: Work<z.output<typeof Sign>> = async (context, { NUMBER: id, ...signing }) => {
  const { vault, surroundings } = context
  const signature = await signatureIn(context, signing, async (by) => {
    const made = await vault.ask(letterSignByKey, { id, at: surroundings.clock(), ...by })
    return made.signature
  })
  const value = await vault.ask(letterSign, { id, signature })
  return {
    value,
    lines: [`Letter ${id} is signed ${signedWith(value.key)}; its words have SHA-256 ${value.digest}.`],
  }
}

/** What a check found. */
function verifiedLines({ unchanged, digest, signer, key, holds }: z.output<typeof letterVerify.output>): string[] {
  const words = unchanged
    ? `Its words are those that were signed: SHA-256 ${digest}.`
    : `Its words are NOT those that were signed: SHA-256 ${digest}.`
  return [words, signedLine({ signer, key, holds })]
}
