// Publishing a packet: the questions before, the published copies, demands to remove, and recalling it.
import { z } from 'zod'
import { requestRemovals } from '../../../shared/contract/desk.ts'
import {
  packetCheck,
  packetChecks,
  packetDemand,
  packetDemandMet,
  packetPublish,
  packetRecall,
  packetRecallStep,
  packetTakeDown,
} from '../../../shared/contract/packet-set.ts'
import { ProductionId, RequestId } from '../../../shared/domain/id.ts'
import { CheckName, RecallStepKind } from '../../../shared/domain/review/packet-set.ts'
import { readableInstant } from '../../../shared/domain/time.ts'
import { type CommandFile, example } from '../command.ts'
import { Day, Number1, Text } from '../input/schemas.ts'
import { counted } from '../text/number.ts'

const Production = Number1.pipe(ProductionId)
const Questions = z.object({ REQUEST: RequestId, production: Production.optional() })
const Answer = Questions.extend({ QUESTION: CheckName, no: z.boolean().default(false), words: Text })
const Enter = z.object({ PRODUCTION: Production, place: z.string().trim().min(1), on: Day })
const Down = z.object({ POSTING: Number1, on: Day })
const Time = z.iso.time({ precision: -1 })
const Said = z.string().trim().min(1)
const Demand = Down.extend({ at: Time, party: Said, what: Said })
const Met = z.object({ DEMAND: Number1, on: Day, at: Time, words: Said })
const Recall = z.object({ PRODUCTION: Production, reason: Said })
const Step = z.object({ PRODUCTION: Production, KIND: RecallStepKind, on: Day, words: Said })

export default ((program, runner) => {
  const publish = program
    .command('publish')
    .description('What is asked before a packet is published, where it is published, and its recall.')
    .addHelpText('after', example('muniment publish questions 26-0007 --production 12'))
  publish
    .command('questions')
    .description('Lists what a person must look at, what was found for it, and the answers.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .option('--production <n>', 'the sealed packet to be published; without it, the next packet before it is built')
    .addHelpText('after', example('muniment publish questions 26-0007 --production 12'))
    .action(
      runner.inVault(Questions, async ({ vault }, { REQUEST: request, production = null }) => {
        const value = await vault.ask(packetChecks, { request, production })
        return {
          value,
          lines: value.flatMap(({ name, question, places, morePlaces, answer }) => [
            `${name}: ${question}`,
            ...places.map((place) => `  ${place}`),
            ...(morePlaces > 0 ? [`  and ${counted(morePlaces, 'more place')}`] : []),
            answer === null ? '  Not answered.' : `  ${answer.yes ? 'Yes' : 'No'}. ${answer.words}`.trimEnd(),
          ]),
        }
      }),
    )
  publish
    .command('answer')
    .description('Answers a question with yes, or with no and what is not right.')
    .argument('<REQUEST>', 'the City’s number of the request')
    .argument('<QUESTION>', CheckName.options.join(', '))
    .option('--production <n>', 'the sealed packet to be published; without it, the next packet before it is built')
    .option('--no', 'something is not right')
    .option('--words <text>', 'what was seen')
    .addHelpText('after', example('muniment publish answer 26-0007 booking --production 12'))
    .action(
      runner.inVault(Answer, async ({ vault }, { REQUEST: request, QUESTION: name, production = null, no, words }) => {
        const value = await vault.ask(packetCheck, { request, production, name, yes: !no, words })
        return { value, lines: [`${name}: ${no ? 'no' : 'yes'}.`] }
      }),
    )
  publish
    .command('enter')
    .description('Enters that a packet was published.')
    .argument('<PRODUCTION>', 'the number of the production')
    .requiredOption('--place <text>', 'where: an address, or the portal’s name')
    .requiredOption('--on <date>', 'the day')
    .addHelpText('after', example('muniment publish enter 12 --place https://records.example/26-0007 --on 2026-12-01'))
    .action(
      runner.inVault(Enter, async ({ vault }, { PRODUCTION: production, place, on }) => {
        const value = await vault.ask(packetPublish, { production, place, on })
        return { value, lines: [`Published copy ${value.posting}.`] }
      }),
    )
  publish
    .command('down')
    .description('Enters that a published copy was taken down.')
    .argument('<POSTING>', 'the published copy')
    .requiredOption('--on <date>', 'the day')
    .addHelpText('after', example('muniment publish down 1 --on 2026-12-04'))
    .action(
      runner.inVault(Down, async ({ vault }, { POSTING: posting, on }) => {
        const value = await vault.ask(packetTakeDown, { posting, on })
        return { value, lines: [`Published copy ${posting} was taken down on ${on}.`] }
      }),
    )
  publish
    .command('demand')
    .description(
      'Enters a written demand to remove something from a published copy: 48 hours run (Gov. Code 7928.215).',
    )
    .argument('<POSTING>', 'the published copy')
    .requiredOption('--on <date>', 'the day of its receipt')
    .requiredOption('--at <time>', 'the time of its receipt, HH:MM')
    .requiredOption('--party <text>', 'who demands it')
    .requiredOption('--what <text>', 'what is to be removed')
    .addHelpText(
      'after',
      example('muniment publish demand 1 --on 2026-12-02 --at 16:40 --party "D. Vale" --what "Home address, page 3"'),
    )
    .action(
      runner.inVault(Demand, async ({ vault }, { POSTING: posting, on, at: time, party, what }) => {
        const value = await vault.ask(packetDemand, { posting, on, time, party, what })
        return { value, lines: [`Demand ${value.demand}: gone by ${readableInstant(value.dueAt, vault.about.zone)}.`] }
      }),
    )
  publish
    .command('demands')
    .description('Lists the demands that nobody has met yet, each with its 48 hours explained.')
    .addHelpText('after', example('muniment publish demands'))
    .action(
      runner.inVault(z.object({}), async ({ vault }) => {
        const value = await vault.ask(requestRemovals, {})
        return {
          value,
          lines: value.flatMap(({ demand, request, place, what, sentence, citation, confirmed, steps }) => [
            `Demand ${demand}, request ${request}, ${place}: ${what}`,
            `  ${sentence} ${citation}${confirmed ? '' : ' (not confirmed)'}`,
            ...steps.map((step) => `  ${step}`),
          ]),
        }
      }),
    )
  publish
    .command('done')
    .description('Enters when what was demanded was gone.')
    .argument('<DEMAND>', 'the demand')
    .requiredOption('--on <date>', 'the day')
    .requiredOption('--at <time>', 'the time, HH:MM')
    .requiredOption('--words <text>', 'what was done')
    .addHelpText('after', example('muniment publish done 1 --on 2026-12-03 --at 09:15 --words "Copy replaced"'))
    .action(
      runner.inVault(Met, async ({ vault }, { DEMAND: demand, on, at: time, words }) => {
        const value = await vault.ask(packetDemandMet, { demand, on, time, words })
        return { value, lines: [`Demand ${demand} is met.`] }
      }),
    )
  publish
    .command('recall')
    .description('Takes a packet back that was handed out: it is marked, and no set is made of it any more.')
    .argument('<PRODUCTION>', 'the number of the production')
    .requiredOption('--reason <text>', 'why; it stays in the vault')
    .addHelpText('after', example('muniment publish recall 12 --reason "A privileged message was released"'))
    .action(
      runner.inVault(Recall, async ({ vault }, { PRODUCTION: production, reason }) => {
        const value = await vault.ask(packetRecall, { production, reason })
        const { postings } = value
        return {
          value,
          lines: [
            `Production ${production} is recalled. Write the letter: “muniment letter draft REQUEST recall”.`,
            ...(postings > 0
              ? [`${counted(postings, 'published copy', 'published copies')} of it must be taken down.`]
              : []),
          ],
        }
      }),
    )
  publish
    .command('recall-step')
    .description('Enters what happened in a recall.')
    .argument('<PRODUCTION>', 'the number of the production')
    .argument('<KIND>', RecallStepKind.options.join(', '))
    .requiredOption('--on <date>', 'the day')
    .requiredOption('--words <text>', 'what happened')
    .addHelpText(
      'after',
      example('muniment publish recall-step 12 destroyed --on 2026-12-05 --words "Confirmed by e-mail"'),
    )
    .action(
      runner.inVault(Step, async ({ vault }, { PRODUCTION: production, KIND: kind, on, words }) => {
        const value = await vault.ask(packetRecallStep, { production, kind, on, words })
        return { value, lines: [`${kind}: ${words}`] }
      }),
    )
}) satisfies CommandFile
