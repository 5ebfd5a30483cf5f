// Disclosure packets: built and checked.
import { z } from 'zod'
import { KeyId } from '../../../shared/contract/key.ts'
import {
  packetDraft,
  packetKeptBack,
  packetOpen,
  packetSave,
  packetSent,
  packetSignOpening,
} from '../../../shared/contract/packet.ts'
import { packetBuild } from '../../../shared/contract/request.ts'
import { ProductionId, RequestId } from '../../../shared/domain/id.ts'
import { Instant, isoInstant } from '../../../shared/domain/time.ts'
import { FIELDS } from '../../../shared/packet/commitments.ts'
import { type CommandFile, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { mustNotExist } from '../input/file.ts'
import { readPassphrase } from '../input/passphrase.ts'
import { Number1 } from '../input/schemas.ts'
import { Sent, sendingIn, withSending } from '../input/sending.ts'
import { bytes, counted } from '../text/number.ts'
import { addVerify } from '../verify-packet.ts'

const Production = z.coerce.number().pipe(ProductionId)
const Build = z.object({
  REQUEST: RequestId,
  out: z.string().min(1),
  commitments: z.boolean(),
  loadFile: z.boolean().default(false),
  whole: z.boolean().default(false),
  instalment: z.boolean().default(false),
})
const Draft = Build.omit({ commitments: true })
const Save = z.object({ PRODUCTION: Production, out: z.string().min(1) })
const SentPacket = z.object({ PRODUCTION: Production, ...Sent.shape })
const KeptBack = z.object({ PRODUCTION: Production, number: z.string().default('') })
const Open = z.object({
  PRODUCTION: Production,
  NUMBER: z.string(),
  field: packetOpen.input.shape.fields,
  source: z.boolean().default(false),
  reason: z.string().min(1),
  out: z.string().min(1),
  key: Number1.pipe(KeyId).optional(),
  passphraseFile: z.string().min(1).optional(),
})

export default ((program, runner) => {
  const packet = program
    .command('packet')
    .description('Disclosure packets: what is handed to the requester.')
    .addHelpText('after', example('muniment packet verify packet.zip'))
  packet
    .command('build')
    .description('Freezes what answers a request as a production and builds the packet from it.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--out <file>', 'the ZIP to write; the vault keeps one of its own')
    .option('--no-commitments', 'leaves commitments.json out; the attorney alone may')
    .option('--load-file', 'with a Concordance DAT, an OPT, and the pages and text of each record')
    .option('--instalment', 'only what is decided so far; the rest follows in later packets')
    .option('--whole', 'with everything that answers, also what an earlier packet told already')
    .addHelpText('after', example('muniment packet build 26-0007 --out packet-26-0007.zip'))
    .action(
      runner.inVault(
        Build,
        async ({ vault, surroundings, say }, { REQUEST: request, out, loadFile: concordance, ...asked }) => {
          mustNotExist(surroundings.folder, out)
          const built = await vault.run(packetBuild, {
            request,
            to: await vault.grant(out, 'write'),
            concordance,
            ...asked,
          })
          if (built.undrawable > 0)
            say(
              `${counted(built.undrawable, 'character')} could not be drawn in the PDF; each is shown as its code point.`,
            )
          return {
            value: { ...built, file: out },
            lines: [
              `${out}: ${counted(built.items, 'item')}, ${bytes(built.size)}.`,
              `SHA-256 ${built.digest}`,
              'Give this digest in the letter: with it the requester can check every byte.',
            ],
          }
        },
      ),
    )
  packet
    .command('draft')
    .description(
      'Builds a draft of the packet as the review stands now. Every page says DRAFT; nothing is frozen, no number is given out.',
    )
    .argument('<REQUEST>', 'the City’s number of the request')
    .requiredOption('--out <file>', 'the ZIP to write; its name says DRAFT')
    .option('--load-file', 'with a load file for programs of lawyers')
    .option('--whole', 'with everything that answers, also what an earlier packet told already')
    .addHelpText('after', example('muniment packet draft 26-0007 --out DRAFT-packet-26-0007.zip'))
    .action(
      runner.inVault(
        Draft,
        async ({ vault, surroundings }, { REQUEST: request, out, loadFile: concordance, whole }) => {
          mustNotExist(surroundings.folder, out)
          const to = await vault.grant(out, 'write')
          const value = await vault.run(packetDraft, { request, to, concordance, whole })
          const left =
            value.undecided === 0 ? [] : [`${counted(value.undecided, 'record')} not in it: nobody has decided yet.`]
          return {
            value: { ...value, file: out },
            lines: [`${out}: a draft of ${counted(value.items, 'item')}, ${counted(value.pages, 'page')}.`, ...left],
          }
        },
      ),
    )
  packet
    .command('save')
    .description('Writes the packet of a sealed production again, byte for byte as it was issued.')
    .argument('<PRODUCTION>', 'the number of the production, as “request show” prints it')
    .requiredOption('--out <file>', 'the ZIP to write')
    .addHelpText('after', example('muniment packet save 3 --out packet-26-0007.zip'))
    .action(
      runner.inVault(Save, async ({ vault, surroundings }, { PRODUCTION: production, out }) => {
        mustNotExist(surroundings.folder, out)
        const saved = await vault.run(packetSave, { production, to: await vault.grant(out, 'write') })
        return { value: { ...saved, file: out }, lines: [`${out}: ${bytes(saved.size)}.`, `SHA-256 ${saved.digest}`] }
      }),
    )
  withSending(
    packet
      .command('sent')
      .description('Enters that the packet of a sealed production went out.')
      .argument('<PRODUCTION>', 'the number of the production'),
  )
    .addHelpText(
      'after',
      example('muniment packet sent 3 --on 2026-11-24 --how portal --proof "Entry 17 of the portal"'),
    )
    .action(
      runner.inVault(SentPacket, async ({ vault }, { PRODUCTION: production, ...sent }) => {
        const value = await vault.ask(packetSent, { production, sending: sendingIn(sent) })
        return { value, lines: [`The packet of production ${production} was sent on ${sent.on}.`] }
      }),
    )
  packet
    .command('kept-back')
    .description('What a sealed packet keeps back, record by record, and what the attorney has opened of it since.')
    .argument('<PRODUCTION>', 'the number of the production')
    .option('--number <part>', 'only records whose number holds this')
    .addHelpText('after', example('muniment packet kept-back 3'))
    .action(
      runner.inVault(KeptBack, async ({ vault }, { PRODUCTION: production, number: part }) => {
        const value = await vault.ask(packetKeptBack, { production, part })
        return {
          value,
          lines: [
            ...value.items.map(({ number, withheld, keptBack }) =>
              [number, withheld ? 'withheld' : 'redacted', keptBack.join('; ')].join('  '),
            ),
            `${counted(value.total, 'record')} of which something is kept back.`,
            ...value.openings.map(
              ({ number, fields, at, by, key }) =>
                `${number}: ${fields.join(', ')} opened by ${by}, ${isoInstant(at)}, ${key === null ? 'no key' : `signed with key ${key}`}`,
            ),
          ],
        }
      }),
    )
  packet
    .command('open')
    .description('The City’s attorney shows what fields of a record say that a packet keeps back, with what proves it.')
    .argument('<PRODUCTION>', 'the number of the production')
    .argument('<NUMBER>', 'the number printed on the record')
    .requiredOption('--field <fields...>', FIELDS.join(', '))
    .option('--source', 'shows the whole source, too, with the way to the roots taken at the receipt of its exports')
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--out <file>', 'the file to write')
    .option('--key <number>', 'the attorney’s confirmed key, to sign with; without it the name is only typed')
    .option('--passphrase-file <file>', 'file that holds its passphrase')
    .addHelpText(
      'after',
      example(
        'muniment packet open 3 OAK-2026-000017 --field text --reason "Order of the court" --key 2 --passphrase-file mine.txt --out opening.json --as dana',
      ),
    )
    .action(
      runner.inVault(
        Open,
        async (
          { vault, surroundings },
          { PRODUCTION: production, NUMBER: number, field: fields, source, reason, out, key, passphraseFile },
        ) => {
          mustNotExist(surroundings.folder, out)
          const asked = { production, number, fields, source, reason }
          if ((key === undefined) !== (passphraseFile === undefined))
            throw new UsageError('--key and --passphrase-file go together.')
          const signing =
            key === undefined || passphraseFile === undefined
              ? null
              : { key, passphrase: readPassphrase(surroundings.folder, passphraseFile) }
          const to = await vault.grant(out, 'write')
          const at = Instant.parse(Date.now())
          const made = signing === null ? null : await vault.ask(packetSignOpening, { ...asked, at, ...signing })
          const signed = signing === null || made === null ? null : { key: signing.key, at, signature: made.signature }
          const value = await vault.run(packetOpen, { ...asked, signed, to })
          const by = signed === null ? 'No key: the name is typed.' : `Signed with key ${signed.key}.`
          return {
            value,
            lines: [`${out}: ${value.number}, ${value.fields.join(', ')}.`, by, `SHA-256 ${value.digest}`],
          }
        },
      ),
    )
  addVerify(packet, runner)
}) satisfies CommandFile
