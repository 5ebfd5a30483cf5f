// Rules that come by signed files: whom the attorney trusts, what a file would change, and its application.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import { KeyId } from '../../../shared/contract/key.ts'
import {
  lawApply,
  lawDistrust,
  lawReadFile,
  lawSeal,
  lawSigners,
  lawTrust,
  type RulePreview,
} from '../../../shared/contract/law-file.ts'
import { dutyName } from '../../../shared/domain/request/duty.ts'
import { feeChanges } from '../../../shared/domain/request/fee.ts'
import { example, type Runner } from '../command.ts'
import { mustNotExist, readBytes, readText } from '../input/file.ts'
import { readPassphrase } from '../input/passphrase.ts'
import { Nothing, Number1 } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'
import { feeWords } from './entry.ts'

const Said = z.string().trim().min(1)
const File = z.object({ FILE: Said })

/** Adds the commands. */
export function addRuleFiles(law: Command, runner: Runner): void {
  law
    .command('signers')
    .description('Lists whose rule files may be applied, and those that were.')
    .addHelpText('after', example('muniment law signers'))
    .action(
      runner.inVault(Nothing, async ({ vault }) => {
        const value = await vault.ask(lawSigners, {})
        const { zone } = vault.about
        const signers = table(value.signers, [
          { title: 'Signer', value: ({ id }) => String(id), side: 'right' },
          { title: 'Name', value: ({ name }) => name, most: 40 },
          { title: 'Fingerprint', value: ({ fingerprint }) => fingerprint },
          { title: 'Trusted by', value: ({ trustedBy }) => trustedBy, most: 30 },
          { title: 'Counts', value: ({ endedAt }) => (endedAt === null ? 'yes' : 'no more') },
        ])
        const files = table(value.applied, [
          { title: 'File', value: ({ publisher, number }) => `${publisher} ${number}`, most: 50 },
          { title: 'Rules', value: ({ rules }) => String(rules), side: 'right' },
          { title: 'Applied', value: ({ appliedAt }) => when(appliedAt, zone) },
          { title: 'By', value: ({ appliedBy }) => appliedBy, most: 30 },
        ])
        const none = ['The attorney trusts nobody with rules yet: “muniment law trust”.']
        return { value, lines: [...(signers.length > 0 ? signers : none), ...(files.length > 0 ? ['', ...files] : [])] }
      }),
    )
  law
    .command('trust')
    .description('The City Attorney registers a signer whose rule files may be applied.')
    .requiredOption('--name <name>', 'who it is')
    .requiredOption('--public-key <file>', 'the public key: PEM as OpenSSL writes it, or 64 hexadecimal digits')
    .addHelpText('after', example('muniment law trust --name "League of Cities" --public-key league.pem --as dana'))
    .action(
      runner.inVault(
        z.object({ name: Said, publicKey: Said }),
        async ({ vault, surroundings }, { name, publicKey }) => {
          const value = await vault.ask(lawTrust, { name, publicKey: readText(surroundings.folder, publicKey) })
          return { value, lines: [`Signer ${value.id}: ${name}. Fingerprint ${value.fingerprint}`] }
        },
      ),
    )
  law
    .command('distrust')
    .description('The City Attorney says that a signer’s files are applied no more; what was applied stays.')
    .argument('<SIGNER>', 'its number, as “law signers” prints it')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment law distrust 1 --reason "Key lost" --as dana'))
    .action(
      runner.inVault(z.object({ SIGNER: Number1, reason: Said }), async ({ vault }, { SIGNER: signer, reason }) => {
        const value = await vault.ask(lawDistrust, { signer, reason })
        return { value, lines: [`Files of signer ${signer} are applied no more.`] }
      }),
    )
  law
    .command('read')
    .description('Checks a signed rule file and tells what it would change. Nothing is changed.')
    .argument('<FILE>', 'the file as its publisher sent it')
    .addHelpText('after', example('muniment law read rules-2027.json'))
    .action(
      runner.inVault(File, async ({ vault, surroundings }, { FILE }) => {
        const value = await vault.ask(lawReadFile, { file: readBytes(surroundings.folder, FILE).toString('base64') })
        return { value, lines: previewLines(value) }
      }),
    )
  law
    .command('apply')
    .description('The City Attorney applies a signed rule file and confirms its rules.')
    .argument('<FILE>', 'the file as its publisher sent it')
    .requiredOption('--statement <text>', 'what was checked, and against what')
    .addHelpText('after', example('muniment law apply rules-2027.json --statement "Compared with leginfo" --as dana'))
    .action(
      runner.inVault(File.extend({ statement: Said }), async ({ vault, surroundings }, { FILE, statement }) => {
        const file = readBytes(surroundings.folder, FILE).toString('base64')
        const value = await vault.ask(lawApply, { file, statement })
        const { rules, unconfirmed, years, moved } = value
        const done = `Applied: ${counted(rules, 'rule')}, ${counted(years, 'year')} of holidays.`
        const open = `Not confirmed yet: ${counted(unconfirmed, 'rule')}; each is confirmed by itself (law confirm).`
        return { value, lines: [done, ...(unconfirmed === 0 ? [] : [open]), ...movedLines(moved)] }
      }),
    )
  law
    .command('seal')
    .description('Signs rules as a file that other vaults can apply, with a key that lies sealed in this vault.')
    .argument('<FILE>', 'the rules, as docs/rule-files.md describes them')
    .requiredOption('--key <number>', 'the key, as “muniment key” lists it')
    .requiredOption('--passphrase-file <file>', 'file that holds its passphrase')
    .requiredOption('--out <file>', 'the file to write')
    .addHelpText('after', example('muniment law seal rules.json --key 2 --passphrase-file mine.txt --out signed.json'))
    .action(
      runner.inVault(
        File.extend({ key: Number1.pipe(KeyId), passphraseFile: Said, out: Said }),
        async ({ vault, surroundings: { folder } }, { FILE, key, passphraseFile, out }) => {
          mustNotExist(folder, out)
          const passphrase = readPassphrase(folder, passphraseFile)
          const { file } = await vault.ask(lawSeal, { rules: readText(folder, FILE), key, passphrase })
          writeFileSync(resolve(folder, out), file)
          return { value: { file: out }, lines: [`${out}: signed.`] }
        },
      ),
    )
}

function previewLines({ publisher, number, issuedOn, signer, rules, years, moved }: RulePreview): string[] {
  return [
    `File ${number} of ${publisher}, ${issuedOn}; the signature of ${signer} fits.`,
    ...table(rules, [
      { title: 'Rule', value: ({ entry }) => entry.id },
      { title: 'Section', value: ({ entry }) => entry.citation, most: 30 },
      { title: 'From', value: ({ entry }) => entry.validFrom ?? '' },
      { title: 'In place of', value: ({ replaced }) => replaced?.id ?? '' },
      { title: 'Confirmed', value: ({ confirmedWith }) => (confirmedWith ? 'with the file' : 'one by one') },
      { title: 'What it says', value: ({ entry }) => entry.text, most: 60 },
    ]),
    ...rules.flatMap(feeLines),
    ...years.map(
      ({ set, year, days, replaces }) =>
        `Holidays of ${year} (${set}): ${counted(days.length, 'day')}${replaces ? ', in place of those that are loaded' : ''}.`,
    ),
    ...movedLines(moved),
  ]
}

/** Of a schedule of fees: which lines it changes, and from which day. */
function feeLines({ entry: { title, validFrom, fees }, replaced }: RulePreview['rules'][number]): string[] {
  if (fees === null) return []
  const changes = feeChanges(replaced?.fees ?? [], fees)
  const place = replaced === null ? '' : `, in place of “${replaced.title}”`
  return [
    `“${title}” from ${validFrom ?? ''}${place}: ${counted(changes.length, 'line')} of it ${changes.length === 1 ? 'differs' : 'differ'}.`,
    ...changes.map(({ words, before, after }) => {
      if (after === null) return `  ends: ${before === null ? words : feeWords(before)}`
      return before === null ? `  new: ${feeWords(after)}` : `  ${feeWords(before)} → ${feeWords(after)}`
    }),
  ]
}

function movedLines(moved: readonly MovedDate[]): string[] {
  if (moved.length === 0) return ['No date of an open request moves.']
  const told = moved.map(
    ({ request, duty, before, after }) =>
      `${request}, ${dutyName(duty)}: ${before ?? 'no date'} → ${after ?? 'no date'}`,
  )
  return [`${counted(moved.length, 'date')} of open requests:`, ...told]
}
