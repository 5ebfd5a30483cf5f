// The keys with which people sign approvals.
import { z } from 'zod'
import {
  KeyId,
  keyConfirm,
  keyEnd,
  keyList,
  keyMake,
  keyRegister,
  keyStatement,
  type RegisteredKey,
} from '../../../shared/contract/key.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { type CommandFile, example, type Work } from '../command.ts'
import { readText } from '../input/file.ts'
import { readPassphrase } from '../input/passphrase.ts'
import { Nothing, Number1 } from '../input/schemas.ts'
import { readSignature } from '../input/signature.ts'
import { when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Make = z.object({ passphraseFile: z.string().min(1) })
const Register = z.object({ PERSON: PersonId, FILE: z.string().min(1) })
const One = z.object({ KEY: Number1.pipe(KeyId) })
const Confirm = One.extend({ signature: z.string().min(1).optional() })
const End = z.object({ KEY: Number1.pipe(KeyId), reason: z.string().trim().min(1).max(500) })

const list: Work<unknown> = async ({ vault }) => {
  const keys = await vault.ask(keyList, {})
  const lines = table(keys, [
    { title: 'Key', value: ({ id }) => String(id), side: 'right' },
    { title: 'Person', value: ({ name }) => name, most: 30 },
    { title: 'Fingerprint', value: ({ fingerprint }) => fingerprint },
    { title: 'Kept', value: ({ here }) => (here ? 'here, sealed' : 'elsewhere') },
    { title: 'Since', value: ({ registeredAt }) => when(registeredAt, vault.about.zone) },
    { title: 'By', value: ({ registeredBy }) => registeredBy, most: 30 },
    { title: 'Confirmed', value: confirmed, most: 40 },
    { title: 'Signs', value: ({ endedAt }) => (endedAt === null ? 'yes' : 'no more') },
  ])
  return { value: keys, lines: lines.length > 0 ? lines : ['Nobody has a key yet: “muniment key make”.'] }
}

function confirmed({ id, heldSince, comparedBy, counts }: RegisteredKey): string {
  if (counts) return `by ${comparedBy}`
  if (heldSince === null) return `not by its holder: key statement ${id}`
  return comparedBy === null ? `not yet: key confirm ${id}` : 'not for this office: key confirm'
}

export default ((program, runner) => {
  const key = program
    .command('key')
    .description('The keys with which people sign approvals; by itself it lists them.')
    .addHelpText('after', example('muniment key'))
    .action(runner.inVault(Nothing, list))
  key
    .command('list')
    .description('Lists the keys, the newest first.')
    .addHelpText('after', example('muniment key list --json'))
    .action(runner.inVault(Nothing, list))
  key
    .command('make')
    .description('Makes a key for the person named by --as, sealed by a passphrase. Nobody can open it without.')
    .requiredOption('--passphrase-file <file>', 'file that holds the passphrase, at least 12 characters')
    .addHelpText('after', example('muniment key make --passphrase-file mine.txt --as dana'))
    .action(
      runner.inVault(Make, async ({ vault, surroundings }, { passphraseFile }) => {
        const passphrase = readPassphrase(surroundings.folder, passphraseFile)
        const value = await vault.ask(keyMake, { passphrase })
        const next = `It counts once another person has compared the fingerprint: muniment key confirm ${value.id}`
        return { value, lines: [`Key ${value.id} of ${value.person}.`, `Fingerprint ${value.fingerprint}`, next] }
      }),
    )
  key
    .command('register')
    .description('Registers the public half of a key that a person keeps elsewhere.')
    .argument('<PERSON>', 'the short name of whose key it is')
    .argument('<FILE>', 'the public half: PEM as OpenSSL writes it, or 64 hexadecimal digits')
    .addHelpText('after', example('muniment key register dana dana.pem --as rosa'))
    .action(
      runner.inVault(Register, async ({ vault, surroundings }, { PERSON: person, FILE }) => {
        const value = await vault.ask(keyRegister, { person, publicKey: readText(surroundings.folder, FILE) })
        return {
          value,
          lines: [
            `Key ${value.id} of ${value.person}.`,
            `Fingerprint ${value.fingerprint}`,
            `It counts once its holder has signed the words of “muniment key statement ${value.id}”, and a third person has compared the fingerprint with the holder.`,
          ],
        }
      }),
    )
  key
    .command('statement')
    .description('Prints the words that the holder of a key kept elsewhere signs, to show that it is theirs.')
    .argument('<KEY>', 'the number of the key')
    .addHelpText('after', example('muniment key statement 2 > words.txt'))
    .action(
      runner.inVault(One, async ({ vault }, { KEY: key }) => {
        const value = await vault.ask(keyStatement, { key })
        return { value, lines: value.statement.trimEnd().split('\n') }
      }),
    )
  key
    .command('confirm')
    .description('Confirms a key: its holder by a signature, or a second person who has compared its fingerprint.')
    .argument('<KEY>', 'the number of the key')
    .option('--signature <file>', 'of the holder: the 64 bytes over the words of “key statement”')
    .addHelpText(
      'after',
      example('muniment key confirm 2 --signature words.sig --as dana', 'muniment key confirm 2 --as lee'),
    )
    .action(
      runner.inVault(Confirm, async ({ vault, surroundings }, { KEY: key, signature: file }) => {
        const signature = file === undefined ? null : readSignature(surroundings.folder, file)
        const value = await vault.ask(keyConfirm, { key, signature })
        return {
          value,
          lines: [value.counts ? `Key ${key} counts.` : `Confirmed. Key ${key} does not count yet: see “key list”.`],
        }
      }),
    )
  key
    .command('end')
    .description('Says that a key signs no more; what it signed before stays signed.')
    .argument('<KEY>', 'the number of the key')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment key end 2 --reason "Passphrase forgotten" --as dana'))
    .action(
      runner.inVault(End, async ({ vault }, { KEY, reason }) => {
        await vault.ask(keyEnd, { key: KEY, reason })
        return { value: { key: KEY }, lines: [`Key ${KEY} signs no more.`] }
      }),
    )
}) satisfies CommandFile
