// Help for a requester, and what a closed request holds, at the command line.
import type { Command } from 'commander'
import { z } from 'zod'
import { helpDrop, helpOffer, helpShow } from '../../../shared/contract/help.ts'
import { requestHold, requestKeepUntil, requestLetGo } from '../../../shared/contract/request-hold.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { SearchDraft } from '../../../shared/domain/request/request-search.ts'
import { example, type Runner } from '../command.ts'
import { readJson } from '../input/file.ts'
import { Day, Number1 } from '../input/schemas.ts'
import { count, counted } from '../text/number.ts'

const ID = RequestId
const text = z.string().trim().min(1)
const One = z.object({ ID })
const Suggest = z.object({ ID, FILE: z.string().min(1), words: text })
const Drop = z.object({ ID, NUMBER: Number1 })
const Keep = z.object({ ID, until: Day, authority: text })
const LetGo = z.object({ ID, reason: text })

const number = 'the City’s number for it'
const suggestHelp = `
FILE is JSON: { "search": "ferry", "accounts": [1], "from": "2025-01-01", "to": null, "kinds": [], "families": [] }`

/** Adds the commands. */
export function addHelp(request: Command, runner: Runner): void {
  request
    .command('assist')
    .description('Shows the narrower searches suggested on it, and which systems hold what.')
    .argument('<ID>', number)
    .addHelpText('after', example('muniment request assist 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: id }) => {
        const value = await vault.ask(helpShow, { request: id })
        const lines = [
          `As it stands it reaches ${counted(value.whole, 'record')}.`,
          ...value.narrowings.map((one) => `${one.id}: ${one.words} (${count(one.found)})`),
          ...value.systems,
        ]
        return { value, lines }
      }),
    )
  request
    .command('suggest')
    .description('Suggests a narrower search; it goes into the letter that helps.')
    .argument('<ID>', number)
    .argument('<FILE>', 'the search, JSON')
    .requiredOption('--words <text>', 'how the letter puts it')
    .addHelpText(
      'after',
      `${suggestHelp}\n${example('muniment request suggest 26-0007 ferry.json --words "Posts about the ferry since 2025"')}`,
    )
    .action(
      runner.inVault(Suggest, async ({ vault, surroundings }, { ID: id, FILE, words }) => {
        const search = readJson(surroundings.folder, FILE, SearchDraft)
        const value = await vault.ask(helpOffer, { request: id, search, words })
        return {
          value,
          lines: [
            `Suggestion ${value.id} reaches ${counted(value.found, 'record')}; the request as it stands reaches ${count(value.whole)}.`,
          ],
        }
      }),
    )
  request
    .command('unsuggest')
    .description('Takes a suggestion back.')
    .argument('<ID>', number)
    .argument('<NUMBER>', 'the suggestion, as “assist” prints it')
    .addHelpText('after', example('muniment request unsuggest 26-0007 2'))
    .action(
      runner.inVault(Drop, async ({ vault }, { ID: id, NUMBER }) => {
        const value = await vault.ask(helpDrop, { request: id, id: NUMBER })
        return { value, lines: [`Suggestion ${NUMBER} was taken back.`] }
      }),
    )
  addHold(request, runner)
}

function addHold(request: Command, runner: Runner): void {
  request
    .command('hold')
    .description('Shows what it holds, and until when.')
    .argument('<ID>', number)
    .addHelpText('after', example('muniment request hold 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: id }) => {
        const value = await vault.ask(requestHold, { id })
        if (value === null) return { value, lines: ['Its hold was released.'] }
        const what = value.scope === 'found' ? 'what was found for it' : 'its accounts and period'
        const until = value.until === null ? '' : ` until ${value.until} (${value.authority})`
        return { value, lines: [`It holds ${what}${until}: ${counted(value.records, 'record')} frozen.`] }
      }),
    )
  request
    .command('keep-until')
    .description('Enters until when the file of a closed request is kept: two years at least.')
    .argument('<ID>', number)
    .requiredOption('--until <date>', 'the last day')
    .requiredOption('--authority <text>', 'series of the schedule, or other authority')
    .addHelpText('after', example('muniment request keep-until 26-0007 --until 2029-01-31 --authority "CC-12"'))
    .action(
      runner.inVault(Keep, async ({ vault }, { ID: id, until, authority }) => {
        const value = await vault.ask(requestKeepUntil, { id, until, authority })
        return { value, lines: [`Request ${id} is kept until ${until}.`] }
      }),
    )
  request
    .command('let-go')
    .description('Releases what a closed request holds: after its file’s retention, or as the City Attorney.')
    .argument('<ID>', number)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment request let-go 26-0007 --reason "Retention has ended" --as dana'))
    .action(
      runner.inVault(LetGo, async ({ vault }, { ID: id, reason }) => {
        const value = await vault.ask(requestLetGo, { id, reason })
        return { value, lines: [`Request ${id} holds nothing any more.`] }
      }),
    )
}
