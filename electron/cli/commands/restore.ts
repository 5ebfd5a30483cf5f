// Restores a backup into a new folder, with what was destroyed or held since.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Witnessed } from '../../core/retention/restore/witness.ts'
import { hasPassphrase } from '../../core/vault/cipher/key-file.ts'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustExist } from '../input/file.ts'
import { chosenPassphrase } from '../input/passphrase.ts'
import { bytes, counted } from '../text/number.ts'
import { unlock } from '../vault/connection.ts'

const Input = z.object({
  BACKUP: z.string().min(1),
  to: z.string().min(1),
  after: z.string().min(1).optional(),
  certificate: z.array(z.string().min(1)).default([]),
  destroyed: z.array(z.string().min(1)).default([]),
  ledger: z.string().min(1).optional(),
  nothingLater: z.boolean().default(false),
  passphraseFile: z.string().min(1).optional(),
})

/** What nobody can know without the vault as it was last. */
const UNKNOWN = [
  'Not known without the vault as it was last, and to be done by hand before anybody searches:',
  '  holds and requests since the backup: place them again;',
  '  records locked, restricted or removed under an order since: lock, restrict and remove them again;',
  '  destructions whose certificate was not given here: their records are back.',
]

/** What the ledger tells of what was done since the backup. */
function witnessedLines({ entries, proved, unproved, begun, undone }: Witnessed): string[] {
  const what = Map.groupBy(undone, (act) => act.what)
  return [
    `By the ledger: ${counted(entries, 'entry', 'entries')} since the backup. ${counted(proved, 'certificate')} as it was made.`,
    ...(unproved === 0 ? [] : [`By a list alone, which nothing attests: ${counted(unproved, 'destruction')}.`]),
    ...(begun === 0
      ? []
      : [`Begun and never certified, so that some of it may be back: ${counted(begun, 'destruction')}.`]),
    ...(undone.length === 0
      ? ['Nothing else is to be done again.']
      : ['To be done again by hand before anybody searches:']),
    ...[...what].map(([name, acts]) => {
      const records = [...new Set(acts.flatMap((act) => act.records))]
      return `  ${name}: ${acts.length}${records.length > 0 ? ` (records ${records.join(', ')})` : ''};`
    }),
  ]
}

/** A certificate by its number, or the file of a list. */
function source(name: string): string {
  return /^\d{4}-\d+$/.test(name) ? `under certificate ${name}` : `by ${name}`
}

function again(records: number, what: string): string[] {
  return records === 0 ? [] : [`${what}: ${counted(records, 'record')}.`]
}

export default ((program, runner) => {
  program
    .command('restore')
    .description(
      'Restores a backup into a new folder. What was destroyed or held since is taken over before anybody can search.',
    )
    .argument('<BACKUP>', 'the folder of the backup, or the file of one under a passphrase')
    .requiredOption('--to <folder>', 'the new folder; it must be empty or not exist yet')
    .option('--after <vault>', 'the vault as it was last: its later destructions and holds are taken over')
    .option(
      '--certificate <file...>',
      'where that vault is lost: certificates of destruction since (JSON), carried out again',
    )
    .option(
      '--destroyed <file...>',
      'lists of what was destroyed since (“purge destroyed”, --json or --csv), where a certificate is missing',
    )
    .option(
      '--ledger <file>',
      'the ledger of that vault (“ledger --all --json”): proves the certificates, and tells what else was done since',
    )
    .option('--nothing-later', 'there is no such vault any more: what was destroyed since comes back')
    .option(
      '--passphrase-file <file>',
      'of a backup under a passphrase: a file with it; else it is asked for, or read from standard input',
    )
    .addHelpText(
      'after',
      example('muniment restore backup-2026-11 --to Oakland-restored.muniment --after Oakland.muniment'),
    )
    .action(
      runner.alone(Input, async (surroundings, input, options) => {
        const { BACKUP, to, after, certificate, destroyed, ledger, nothingLater, passphraseFile } = input
        const told = certificate.length + destroyed.length > 0 || ledger !== undefined
        if ([after !== undefined, told, nothingLater].filter(Boolean).length !== 1) {
          throw new UsageError(
            'Say what tells what was destroyed and held since: the vault as it was last (--after VAULT), where it is lost the certificates since the backup (--certificate FILE …), lists of what was destroyed (--destroyed FILE …) and the ledger (--ledger FILE), or nothing (--nothing-later).',
          )
        }
        // What destroys and searches is loaded by this command alone.
        const { restoreVault } = await import('../../core/restore-vault.ts')
        const folder = (path: string) => resolve(surroundings.folder, path)
        const later = after === undefined ? null : folder(after)
        const files = {
          certificates: certificate.map(folder),
          lists: destroyed.map(folder),
          ledger: ledger === undefined ? null : folder(ledger),
        }
        mustExist(surroundings.folder, BACKUP)
        const backup = folder(BACKUP)
        const sealed = statSync(backup).isFile()
        if (!sealed && passphraseFile !== undefined && !hasPassphrase(backup))
          throw new UsageError(`${BACKUP} is a folder and has no passphrase. Nothing was restored.`)
        if (!sealed) await unlock(backup, surroundings, passphraseFile)
        if (later !== null) await unlock(later, surroundings, options.vaultPassphraseFile)
        const opener = sealed ? { passphrase: await chosenPassphrase(surroundings, passphraseFile, 'once') } : {}
        const abort = new AbortController()
        const forget = surroundings.onInterrupt(() => abort.abort())
        const places = { backup, ...opener, target: folder(to), later, told: files, signal: abort.signal }
        const value = await restoreVault(places, surroundings).finally(forget)
        return {
          value: { folder: to, ...value },
          lines: [
            `${to}: ${counted(value.files, 'file')}, ${bytes(value.bytes)}.`,
            ...value.destructions.map(
              ({ certificate, records, files }) =>
                `Destroyed again ${source(certificate)}: ${counted(records, 'record')}${files > 0 ? ` and ${counted(files, 'file')} of the office` : ''}.`,
            ),
            ...value.unfinished.map(
              (certificate) =>
                `The destruction of certificate ${certificate} had not come to its end. It is ended: what waited stays. Resume it under Jobs, and its certificate is made.`,
            ),
            ...value.holds.map((label) => `Held again: ${label}.`),
            ...value.absent.map(
              ({ hold, records }) =>
                `Held by ${hold} and not in the backup: ${counted(records, 'record')}, to be imported again.`,
            ),
            ...(value.takenInAgain === 0
              ? []
              : [
                  `Taken in again since and not in the copy, because the backup has more of them than may be kept: ${counted(value.takenInAgain, 'record')}. Import them again.`,
                ]),
            ...again(value.removed, 'Removed again under an order'),
            ...again(value.locked, 'Locked again'),
            ...again(value.restricted, 'Restricted again'),
            ...(value.witnessed === null ? (later === null ? UNKNOWN : []) : witnessedLines(value.witnessed)),
          ],
        }
      }),
    )
}) satisfies CommandFile
