// Handing over to a successor: what is open, both signatures, and the document.
import { z } from 'zod'
import {
  handoverGive,
  handoverList,
  handoverOpen,
  handoverPrint,
  handoverTake,
} from '../../../shared/contract/handover.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { type CommandFile, example } from '../command.ts'
import { Nothing } from '../input/schemas.ts'
import { counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Give = z.object({ PERSON: PersonId, reason: z.string().trim().min(1).max(500), ends: z.boolean().default(false) })
const Numbered = z.coerce.number().int().positive()
const Take = z.object({ ID: Numbered })
const Print = z.object({ ID: Numbered, FILE: z.string().min(1) })

export default ((program, runner) => {
  const handover = program
    .command('handover')
    .description('What is open in the vault, for a successor; by itself it lists that and the hand-overs there were.')
    .addHelpText('after', example('muniment handover --as dana-reyes'))
    .action(
      runner.inVault(Nothing, async ({ vault, actor, surroundings }) => {
        const open = await vault.ask(handoverOpen, { person: actor, asOf: surroundings.clock() })
        const handovers = await vault.ask(handoverList, {})
        const { zone } = vault.about
        return {
          value: { open, handovers },
          lines: [
            ...open.requests.map(
              ({ id, requester, due }) => `Request ${id} of ${requester}: ${due ?? 'no date can be told'}.`,
            ),
            ...open.holds.map(({ id, label, records }) => `Hold ${id}, ${label}: ${counted(records, 'record')}.`),
            ...open.packets.map(({ request }) => `Request ${request}: a packet that was not finished.`),
            ...open.jobs.map(({ kind, label }) => `Interrupted: ${kind} ${label}`.trim()),
            ...open.accounts.map(({ platform, handle }) => `Account @${handle} on ${platform} goes over.`),
            `${counted(open.untagged, 'record')} without a series, ${counted(open.notes, 'note')} without a decision.`,
            `Ledger: ${open.ledger.entries} entries, head ${open.ledger.head ?? 'none'}.`,
            ...table(handovers, [
              { title: 'No.', value: ({ id }) => String(id) },
              { title: 'From', value: ({ fromName }) => fromName, most: 30 },
              { title: 'To', value: ({ toName }) => toName, most: 30 },
              { title: 'Given', value: ({ givenAt }) => when(givenAt, zone) },
              {
                title: 'Taken',
                value: ({ takenAt, replacedAt }) =>
                  takenAt === null ? (replacedAt === null ? 'not yet' : 'replaced') : when(takenAt, zone),
              },
            ]),
          ],
        }
      }),
    )
  handover
    .command('give')
    .description('Writes down what is open and signs it as the one who hands over.')
    .argument('<PERSON>', 'the short name of the successor')
    .requiredOption('--reason <text>', 'why')
    .option('--ends', 'the one who hands over acts no more once it is taken')
    .addHelpText('after', example('muniment handover give sam-ortiz --reason "Retires" --ends --as dana-reyes'))
    .action(
      runner.inVault(Give, async ({ vault }, { PERSON, reason, ends }) => {
        const given = await vault.ask(handoverGive, { to: PERSON, reason, ends })
        return {
          value: given,
          lines: [`Hand-over ${given.id} waits for ${PERSON} to sign: “muniment handover take ${given.id}”.`],
        }
      }),
    )
  handover
    .command('take')
    .description('Signs a hand-over as the one who takes over; accounts and the office of custodian go over.')
    .argument('<ID>', 'its number')
    .addHelpText('after', example('muniment handover take 1 --as sam-ortiz'))
    .action(
      runner.inVault(Take, async ({ vault }, { ID }) => {
        const taken = await vault.ask(handoverTake, { id: ID })
        const office = taken.custodian ? ' and the office of custodian' : ''
        return { value: taken, lines: [`Taken over, with ${counted(taken.accounts, 'account')}${office}.`] }
      }),
    )
  handover
    .command('print')
    .description('Writes a hand-over as a PDF.')
    .argument('<ID>', 'its number')
    .argument('<FILE>', 'the PDF')
    .addHelpText('after', example('muniment handover print 1 hand-over.pdf'))
    .action(
      runner.inVault(Print, async ({ vault }, { ID, FILE }) => {
        const printed = await vault.run(handoverPrint, { id: ID, to: await vault.grant(FILE, 'write') })
        return { value: printed, lines: [`${FILE}: ${counted(printed.pages, 'page')}.`] }
      }),
    )
}) satisfies CommandFile
