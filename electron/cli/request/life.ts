// The life of a request at the command line: who works on it, messages, parts, split, merge, close, reopen.
import type { Command } from 'commander'
import { z } from 'zod'
import {
  requestAssign,
  requestClose,
  requestImmediate,
  requestMediation,
  requestMerge,
  requestMessage,
  requestPart,
  requestReopen,
  requestSplit,
} from '../../../shared/contract/request-life.ts'
import { PersonId, RequestId } from '../../../shared/domain/id.ts'
import { MessageDraft, PartDraft } from '../../../shared/domain/request/request-life.ts'
import { example, type Runner } from '../command.ts'
import { readJson } from '../input/file.ts'
import { Day, Number1, Text } from '../input/schemas.ts'
import { counted } from '../text/number.ts'

const ID = RequestId
const reason = z.string().trim().min(1)
const Assign = z.object({ ID, department: Text, person: z.array(PersonId).default([]) })
const Immediate = z.object({ ID, not: z.boolean().default(false), reason })
const FromFile = z.object({ ID, FILE: z.string().min(1) })
const Part = FromFile.extend({ number: Number1.optional() })
const Split = z.object({ ID, NEW: RequestId, text: z.string().trim().min(1), reason })
const Merge = z.object({ ID, INTO: RequestId, reason })
const Close = z.object({ ID, how: z.enum(['answered', 'elsewhere', 'withdrawn']), on: Day, reason })
const Mediation = z.object({ ID, on: Day, words: reason })
const Reopen = z.object({ ID, reason })

const number = 'the City’s number for it'
const messageHelp = `
FILE is JSON: { "direction": "in", "channel": "email", "about": "general", "on": "2026-11-16", "time": "09:30", "party": "J. Doe", "text": "…" }
“direction” is in or out; “channel” portal, email, letter, telephone or counter; “about” general, clarification or assistance.`
const partHelp = `
FILE is JSON: { "title": "Emails", "system": "Exchange", "holder": "IT", "state": "asked", "answer": "" }
“state” is open, asked, found, none, withheld or sent.`

/** Adds the commands. */
export function addLife(request: Command, runner: Runner): void {
  request
    .command('assign')
    .description('Says which department and which people work on it.')
    .argument('<ID>', number)
    .option('--department <name>', 'the department')
    .option('--person <ids...>', 'people by their short names')
    .addHelpText('after', example('muniment request assign 26-0007 --department Parks --person rosa'))
    .action(
      runner.inVault(Assign, async ({ vault }, { ID: id, department, person }) => {
        const value = await vault.ask(requestAssign, { id, department, assignees: person })
        return { value, lines: [`Request ${id} is worked on by ${counted(person.length, 'person', 'people')}.`] }
      }),
    )
  request
    .command('immediate')
    .description('Decides whether it is a request for immediate disclosure.')
    .argument('<ID>', number)
    .option('--not', 'it is none')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment request immediate 26-0007 --reason "It says so on its first line"'))
    .action(
      runner.inVault(Immediate, async ({ vault }, { ID: id, not, reason }) => {
        const value = await vault.ask(requestImmediate, { id, immediate: !not, reason })
        return { value, lines: [`Request ${id} is ${not ? 'none' : 'one'} for immediate disclosure.`] }
      }),
    )
  request
    .command('message')
    .description('Enters a message that came in or went out.')
    .argument('<ID>', number)
    .argument('<FILE>', 'the message, JSON')
    .addHelpText('after', `${messageHelp}\n${example('muniment request message 26-0007 message.json')}`)
    .action(
      runner.inVault(FromFile, async ({ vault, surroundings }, { ID: id, FILE }) => {
        const value = await vault.ask(requestMessage, {
          id,
          message: readJson(surroundings.folder, FILE, MessageDraft),
        })
        return { value, lines: [`Message ${value.number} was entered.`] }
      }),
    )
  request
    .command('part')
    .description('Enters a part of it, such as what another system holds, or how a part stands.')
    .argument('<ID>', number)
    .argument('<FILE>', 'the part, JSON')
    .option('--number <n>', 'the part that is changed; left out for a new one')
    .addHelpText('after', `${partHelp}\n${example('muniment request part 26-0007 part.json --number 1')}`)
    .action(
      runner.inVault(Part, async ({ vault, surroundings }, { ID: id, FILE, number: known = null }) => {
        const part = readJson(surroundings.folder, FILE, PartDraft)
        const value = await vault.ask(requestPart, { id, number: known, part })
        return { value, lines: [`Part ${value.number}: ${part.state}.`] }
      }),
    )
  addEnds(request, runner)
}

function addEnds(request: Command, runner: Runner): void {
  request
    .command('split')
    .description('Makes a part of it a request of its own, received when the first was and holding what it holds.')
    .argument('<ID>', number)
    .argument('<NEW>', 'number of the new request')
    .requiredOption('--text <text>', 'what the new one asks for')
    .requiredOption('--reason <text>', 'why')
    .addHelpText(
      'after',
      example('muniment request split 26-0007 26-0007a --text "Messages" --reason "Police has them"'),
    )
    .action(
      runner.inVault(Split, async ({ vault }, { ID: id, NEW: into, text, reason }) => {
        const value = await vault.ask(requestSplit, { id, into, text, reason })
        return { value, lines: [`Request ${into} is open and holds ${counted(value.held, 'record')}.`] }
      }),
    )
  request
    .command('merge')
    .description('Answers it together with another; its hold stays and its dates go on in the other.')
    .argument('<ID>', number)
    .argument('<INTO>', 'number of the other')
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment request merge 26-0008 26-0007 --reason "The same words, sent twice"'))
    .action(
      runner.inVault(Merge, async ({ vault }, { ID: id, INTO: into, reason }) => {
        const value = await vault.ask(requestMerge, { id, into, reason })
        return { value, lines: [`Request ${id} is answered together with ${into}.`] }
      }),
    )
  request
    .command('close')
    .description('Closes it. Its hold stays until the attorney releases it.')
    .argument('<ID>', number)
    .requiredOption('--how <how>', 'answered, elsewhere (outside Muniment), or withdrawn')
    .requiredOption('--on <date>', 'the day')
    .requiredOption('--reason <text>', 'why; who withdrew it and how; where it was answered')
    .addHelpText(
      'after',
      example('muniment request close 26-0007 --how elsewhere --on 2026-11-27 --reason "By the portal"'),
    )
    .action(
      runner.inVault(Close, async ({ vault }, { ID: id, ...how }) => {
        const value = await vault.ask(requestClose, { id, ...how })
        return { value, lines: [`Request ${id} is closed; its hold stays.`] }
      }),
    )
  request
    .command('reopen')
    .description('Opens it again; its dates run from its receipt as before.')
    .argument('<ID>', number)
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment request reopen 26-0007 --reason "More was asked for"'))
    .action(
      runner.inVault(Reopen, async ({ vault }, { ID: id, reason }) => {
        const value = await vault.ask(requestReopen, { id, reason })
        return { value, lines: [`Request ${id} is open again.`] }
      }),
    )
  request
    .command('mediation')
    .description('Enters that the requester demanded mediation.')
    .argument('<ID>', number)
    .requiredOption('--on <date>', 'the day')
    .requiredOption('--words <text>', 'how, of whom')
    .addHelpText(
      'after',
      example('muniment request mediation 26-0007 --on 2026-12-01 --words "By email to the Commission"'),
    )
    .action(
      runner.inVault(Mediation, async ({ vault }, { ID: id, on, words }) => {
        const value = await vault.ask(requestMediation, { id, on, words })
        return { value, lines: [`Mediation on request ${id} was demanded.`] }
      }),
    )
}
