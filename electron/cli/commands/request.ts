// Public records requests: opened, listed, shown, with their clocks.
import { z } from 'zod'
import { MunimentError } from '../../../shared/contract/error.ts'
import {
  requestCalendar,
  requestClock,
  requestList,
  requestOpen,
  requestShow,
} from '../../../shared/contract/request.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { immediateWords } from '../../../shared/domain/request/immediate.ts'
import { type RequestDetail, RequestDraft } from '../../../shared/domain/request/request.ts'
import { type CommandFile, type Context, example, type Work } from '../command.ts'
import { accountIds } from '../input/accounts.ts'
import { mustNotExist, readJson } from '../input/file.ts'
import { Nothing } from '../input/schemas.ts'
import { addDeadlines } from '../request/deadlines.ts'
import { addFile } from '../request/file.ts'
import { addHelp } from '../request/help.ts'
import { addLife } from '../request/life.ts'
import { addPartFiles } from '../request/part-files.ts'
import { clockLines } from '../text/clock.ts'
import { count, counted, when } from '../text/number.ts'
import { facts, table } from '../text/table.ts'

const File = z.object({ FILE: z.string().min(1) })
const One = z.object({ ID: RequestId })
const Calendar = z.object({ ID: RequestId.optional(), out: z.string().min(1) })

/** A request file: a `RequestDraft` whose accounts may be handles and whose usual values may be left out. */
const RequestFile = z.looseObject({ accounts: z.array(z.union([z.string(), z.int()])).default([]) })
const usual = { immediateDisclosure: false, from: null, to: null, search: '' }

const fileHelp = `
FILE is JSON; “accounts” (none: all), “from”, “to”, “search” and “immediateDisclosure” may be left out, as may “receivedAt”
("HH:MM"), “contact”, “format”, “department”, “assignees” and “portal” (its number there):
  {
    "id": "26-0007",
    "receivedOn": "2026-11-16",
    "channel": "portal",
    "requester": "J. Doe",
    "text": "All posts about the dog park since 2024.",
    "immediateDisclosure": false,
    "accounts": ["x:OaklandCity"],
    "from": "2024-01-01",
    "to": null,
    "search": "\\"dog park\\""
  }`

export default ((program, runner) => {
  const request = program
    .command('request')
    .description('Public records requests.')
    .addHelpText('after', example('muniment request list'))
  request
    .command('open')
    .description('Enters a request. From its receipt it holds its accounts and its period.')
    .argument('<FILE>', 'the request as received, JSON')
    .addHelpText('after', `${fileHelp}\n${example('muniment request open request.json')}`)
    .action(
      runner.inVault(File, async (context, { FILE }) => {
        const opened = await context.vault.ask(requestOpen, await draftIn(context, FILE))
        const { text, immediateDisclosure } = await context.vault.ask(requestShow, { id: opened.id })
        return {
          value: opened,
          lines: [
            `Request ${opened.id} is open and holds ${counted(opened.held, 'record')}.`,
            ...immediateLines(opened.id, text, immediateDisclosure),
          ],
        }
      }),
    )
  request
    .command('list')
    .description('Lists every request, newest first.')
    .addHelpText('after', example('muniment request list'))
    .action(runner.inVault(Nothing, list))
  request
    .command('show')
    .description('Shows a request with what its search finds now and what was produced.')
    .argument('<ID>', 'the City’s number for it')
    .addHelpText('after', example('muniment request show 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: id }) => {
        const shown = await vault.ask(requestShow, { id })
        return { value: shown, lines: requestLines(shown, vault.about.zone) }
      }),
    )
  request
    .command('clock')
    .description('The dates that the CPRA and the Sunshine Ordinance set for it, each explained.')
    .argument('<ID>', 'the City’s number for it')
    .addHelpText('after', example('muniment request clock 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: id }) => {
        const clock = await vault.ask(requestClock, { id })
        return { value: clock, lines: clockLines(clock) }
      }),
    )
  request
    .command('calendar')
    .description('Writes the dates of a request, or of every open one, as a calendar file for other programs.')
    .argument('[ID]', 'the City’s number of one request')
    .requiredOption('--out <file>', 'the .ics file to write')
    .addHelpText('after', example('muniment request calendar --out deadlines.ics'))
    .action(
      runner.inVault(Calendar, async ({ vault, surroundings }, { ID: id = null, out }) => {
        mustNotExist(surroundings.folder, out)
        const done = await vault.run(requestCalendar, { id, to: await vault.grant(out, 'write') })
        return { value: done, lines: [`${counted(done.events, 'date')} written to ${out}.`] }
      }),
    )
  addDeadlines(request, runner)
  addFile(request, runner)
  addPartFiles(request, runner)
  addLife(request, runner)
  addHelp(request, runner)
}) satisfies CommandFile

async function draftIn({ vault, surroundings }: Context, path: string): Promise<RequestDraft> {
  const { accounts, ...rest } = readJson(surroundings.folder, path, RequestFile)
  const draft = RequestDraft.safeParse({ ...usual, ...rest, accounts: await accountIds(vault, accounts) })
  if (draft.success) return draft.data
  throw new MunimentError('INPUT_INVALID', `${path} does not fit. Nothing was done.\n${z.prettifyError(draft.error)}`)
}

const list: Work<unknown> = async ({ vault }) => {
  const requests = await vault.ask(requestList, {})
  const lines = table(requests, [
    { title: 'Number', value: ({ id }) => id },
    { title: 'Received', value: ({ receivedOn }) => receivedOn },
    { title: 'By', value: ({ channel }) => channel },
    { title: 'State', value: ({ state }) => state },
    { title: 'Held', value: ({ held }) => count(held), side: 'right' },
    {
      title: 'Packets',
      value: ({ productions }) => count(productions.filter(({ packetDigest }) => packetDigest !== null).length),
      side: 'right',
    },
    { title: 'Text', value: ({ text }) => text, most: 60 },
  ])
  return { value: requests, lines: lines.length > 0 ? lines : ['There is no request: “muniment request open”.'] }
}

/** What the clerk decides where the words of an immediate disclosure request stand in a text. */
function immediateLines(id: RequestId, text: string, immediate: boolean): string[] {
  const words = immediateWords(text)
  if (words === null) return []
  const where = `The words “Immediate Disclosure Request” stand in line ${words.line}${words.onTop ? ', across the top' : ''}`
  return immediate
    ? [`${where}; it was entered as one. “request immediate ${id} --not” says that it is none.`]
    : [`${where}; it was not entered as one. You decide: “request immediate ${id}”.`]
}

function requestLines(request: RequestDetail, zone: string): string[] {
  const at = request.receivedAt === null ? '' : ` ${request.receivedAt}`
  const told = (title: string, value: string): [string, string][] => (value === '' ? [] : [[title, value]])
  return [
    ...facts([
      ['Request', `${request.id} (${request.state})`],
      ['Received', `${request.receivedOn}${at} by ${request.channel}`],
      ['Requester', request.requester === '' ? 'not named' : request.requester],
      ...told('Reached by', request.contact),
      ...told('Format asked for', request.format),
      ...told('Department', request.department),
      ...told('Worked on by', request.assignees.join(', ')),
      ...told('In the portal', request.portal ?? ''),
      ['Immediate disclosure', request.immediateDisclosure ? 'yes' : 'no'],
      ['Text', request.text],
      ['Searched', request.searched],
      ['Responsive now', counted(request.responsive, 'record')],
      ['Held at opening', counted(request.held, 'record')],
    ]),
    ...request.productions.map(({ id, frozenAt, items, firstNumber, lastNumber, packetDigest, sent }) =>
      [
        `Production ${id}, frozen ${when(frozenAt, zone)}: ${counted(items, 'item')}`,
        firstNumber === null ? '' : ` (${firstNumber} to ${lastNumber})`,
        packetDigest === null ? ', packet not built' : `, sealed, packet SHA-256 ${packetDigest}`,
        ...sent.map(({ on, how }) => `, sent on ${on} (${how})`),
      ].join(''),
    ),
  ]
}
