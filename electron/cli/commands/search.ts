// What is searched for a request, and the statement that says so.
import { z } from 'zod'
import {
  searchAnswer,
  searchHits,
  searchPersonal,
  searchPick,
  searchPrint,
  searchSave,
  searchShow,
  searchState,
} from '../../../shared/contract/request-search.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { PickAct, SearchDraft } from '../../../shared/domain/request/request-search.ts'
import { isLineAnswered, PersonalSearch } from '../../../shared/domain/request/search-statement.ts'
import { type CommandFile, example } from '../command.ts'
import { mustNotExist, readJson } from '../input/file.ts'
import { Number1, RecordNumber } from '../input/schemas.ts'
import { count, counted } from '../text/number.ts'
import { table } from '../text/table.ts'

const ID = RequestId
const One = z.object({ ID })
const FromFile = z.object({ ID, FILE: z.string().min(1) })
const Picked = z.object({ ID, RECORDS: z.array(RecordNumber).min(1), act: PickAct, reason: z.string().trim().min(1) })
const Answered = z.object({ ID, LINE: z.string().min(1), answer: z.string().trim().min(1) })
const Personal = FromFile.extend({ number: Number1.optional() })
const Print = z.object({ ID, number: Number1.optional(), out: z.string().min(1) })
const Hits = z.object({ ID, out: z.string().min(1) })

const number = 'the City’s number of the request'
const searchesHelp = `
FILE is JSON, a list: [{ "search": "storm", "accounts": [1], "from": "2025-01-01", "to": null, "kinds": ["post"], "families": ["thread"] }]
No account: all of them; no kind: every kind. “families” takes thread, replies and media.`
const personalHelp = `
FILE is JSON: { "person": "…", "title": "…", "accounts": "…", "askedOn": "2026-11-17", "instead": "", "declaration": null }
“declaration” is null until it came; then as for “import --produced-by”. “instead”: what was done where none will come.`

export default ((program, runner) => {
  const search = program
    .command('search')
    .description('What is searched for a request, and the statement that says so.')
    .addHelpText('after', example('muniment search show 26-0007'))
  search
    .command('show')
    .description('Shows the searches of a request, what they find, and what has no answer yet.')
    .argument('<ID>', number)
    .addHelpText('after', example('muniment search show 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: request }) => {
        const value = await vault.ask(searchShow, { request })
        const { now, current, stored } = value
        const last = stored.at(-1)
        const lines = [
          ...table(now.searches, [
            { title: 'Search', value: ({ words }) => words },
            { title: 'Found', value: ({ found }) => count(found), side: 'right' },
          ]),
          '',
          ...table(now.lines, [
            { title: 'Line', value: ({ key }) => key },
            { title: 'Stands', value: (line) => (isLineAnswered(line) ? 'answered' : 'open') },
            { title: 'What', value: ({ facts }) => facts },
          ]),
          '',
          `${counted(now.responsive, 'record')} found; hit list SHA-256 ${now.hitList}.`,
          last === undefined
            ? 'No statement is stored: “muniment search state”.'
            : `Statement ${last.version} is ${current ? 'current' : 'not current any more'}.`,
        ]
        return { value, lines }
      }),
    )
  search
    .command('save')
    .description('Settles the searches of a request.')
    .argument('<ID>', number)
    .argument('<FILE>', 'the searches, JSON')
    .addHelpText('after', `${searchesHelp}\n${example('muniment search save 26-0007 searches.json')}`)
    .action(
      runner.inVault(FromFile, async ({ vault, surroundings }, { ID: request, FILE }) => {
        const searches = readJson(surroundings.folder, FILE, z.array(SearchDraft))
        const { saved } = await vault.ask(searchShow, { request })
        const value = await vault.ask(searchSave, { request, searches, seen: saved?.id ?? null })
        return { value, lines: [`Request ${request} has ${counted(searches.length, 'search', 'searches')}.`] }
      }),
    )
  search
    .command('pick')
    .description('Takes records in by hand, leaves them out, or takes that back.')
    .argument('<ID>', number)
    .argument('<RECORDS...>', 'numbers of records')
    .requiredOption('--act <act>', PickAct.options.join(', '))
    .requiredOption('--reason <text>', 'why')
    .addHelpText('after', example('muniment search pick 26-0007 1234567890 --act added --reason "Named in the letter"'))
    .action(
      runner.inVault(Picked, async ({ vault }, { ID: request, RECORDS: records, act, reason }) => {
        const value = await vault.ask(searchPick, { request, records, act, reason })
        return { value, lines: [`${counted(value.changed, 'record')} ${act}.`] }
      }),
    )
  search
    .command('answer')
    .description('Answers a line of the statement: what was done about what words cannot search.')
    .argument('<ID>', number)
    .argument('<LINE>', 'the line, as “show” prints it')
    .requiredOption('--answer <text>', 'what was done')
    .addHelpText('after', example('muniment search answer 26-0007 media:photo --answer "Rosa looked through all 40"'))
    .action(
      runner.inVault(Answered, async ({ vault }, { ID: request, LINE: line, answer }) => {
        const { now } = await vault.ask(searchShow, { request })
        const facts = now.lines.find(({ key }) => key === line)?.facts ?? line
        const value = await vault.ask(searchAnswer, { request, line, facts, answer })
        return { value, lines: [`${line} is answered.`] }
      }),
    )
  search
    .command('personal')
    .description('Enters who was asked to search personal accounts, and the declaration that came.')
    .argument('<ID>', number)
    .argument('<FILE>', 'who and what, JSON')
    .option('--number <n>', 'the one that is changed; left out for a new one')
    .addHelpText('after', `${personalHelp}\n${example('muniment search personal 26-0007 ortiz.json')}`)
    .action(
      runner.inVault(Personal, async ({ vault, surroundings }, { ID: request, FILE, number: known = null }) => {
        const said = readJson(surroundings.folder, FILE, PersonalSearch)
        const value = await vault.ask(searchPersonal, { request, number: known, said })
        return { value, lines: [`Personal search ${value.number} was entered.`] }
      }),
    )
  search
    .command('state')
    .description('Stores the search statement as its next version; what it found is held.')
    .argument('<ID>', number)
    .addHelpText('after', example('muniment search state 26-0007'))
    .action(
      runner.inVault(One, async ({ vault }, { ID: request }) => {
        const value = await vault.run(searchState, { request })
        const open = value.open === 0 ? 'every line is answered' : `${counted(value.open, 'line')} open`
        return {
          value,
          lines: [
            `Statement ${value.version}: ${counted(value.responsive, 'record')} found, ${open}. SHA-256 ${value.digest}.`,
          ],
        }
      }),
    )
  search
    .command('print')
    .description('Writes a stored statement as a tagged PDF.')
    .argument('<ID>', number)
    .option('--number <n>', 'which version; the newest where it is left out')
    .requiredOption('--out <file>', 'the PDF to write')
    .addHelpText('after', example('muniment search print 26-0007 --out statement.pdf'))
    .action(
      runner.inVault(Print, async ({ vault, surroundings }, { ID: request, number: version = null, out }) => {
        mustNotExist(surroundings.folder, out)
        const value = await vault.run(searchPrint, { request, version, to: await vault.grant(out, 'write') })
        return { value, lines: [`${out}: ${counted(value.pages, 'page')}.`] }
      }),
    )
  search
    .command('hits')
    .description('Writes the hit list: a record and the SHA-256 of its version a line.')
    .argument('<ID>', number)
    .requiredOption('--out <file>', 'the text file to write')
    .addHelpText('after', example('muniment search hits 26-0007 --out hits.txt'))
    .action(
      runner.inVault(Hits, async ({ vault, surroundings }, { ID: request, out }) => {
        mustNotExist(surroundings.folder, out)
        const value = await vault.run(searchHits, { request, to: await vault.grant(out, 'write') })
        return { value, lines: [`${out}: ${counted(value.records, 'record')}, SHA-256 ${value.digest}.`] }
      }),
    )
}) satisfies CommandFile
