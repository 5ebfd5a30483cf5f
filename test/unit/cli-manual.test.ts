// docs/command-line.md holds the help of every command as the program prints it (after a change: npm run vitest -- --project unit -u).
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { programFor } from '../../electron/cli/command-line.ts'
import type { Surroundings } from '../../electron/cli/surroundings.ts'
import { Instant } from '../../shared/domain/time.ts'

type Command = ReturnType<typeof programFor>

const page = resolve(import.meta.dirname, '../../docs/command-line.md')

const head = `# The command line

The app and the command line are one program: the same operations on the same vault, one beside the other. From the tree it is
\`npm run muniment -- <command>\`; here it stands as \`muniment <command>\`.

- **Which vault**: \`--vault DIR\`, else \`MUNIMENT_VAULT\`, else the vault in the current folder. Where the app or another command
  has it open, the command attaches to that one and works through it.
- **Who acts**: \`--as PERSON\`, else \`MUNIMENT_AS\`: a short name out of \`muniment people\`.
- **Output**: the answer on standard output, progress and remarks on standard error. With \`--json\` standard output holds one JSON
  value and nothing else; a refusal is \`{"refusal": {"code", "sentence"}}\`.
- **Exit code**: 0 done, with whatever was found listed; 1 refused, cancelled, or something does not add up (an unexplained
  difference in a reconciliation, a finding of \`verify\` or \`packet verify\`); 2 not understood, and nothing was done.
- **Ctrl-C** stops long work at its next safe point and says how to take it up again or back. A second one leaves at once; what
  was interrupted is listed by \`muniment jobs\`.
- Files are never overwritten. Records, accounts, holds and requests are named by the numbers that the lists print.
`

const silent = { write: () => {}, terminal: false, columns: undefined }
const surroundings: Surroundings = {
  clock: () => Instant.parse(0),
  random: (bytes) => new Uint8Array(bytes),
  workerFile: '',
  osUser: '',
  machine: '',
  out: silent,
  err: silent,
  folder: '',
  env: {},
  onInterrupt: () => () => {},
}

/** The help of a command as it is printed, with what stands after it. */
function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 100 })
  command.outputHelp()
  return text.trimEnd()
}

/** The help without the options that all commands have: the page tells them once. */
function ownHelp(command: Command): string {
  return helpOf(command).replace(/\n\nGlobal Options:(\n {2}.*)+/, '')
}

function leaves(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(leaves)]
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`
}

const program = programFor(surroundings, () => {})
const commands = leaves(program)

test('the page on the command line is what the program prints', async () => {
  const parts = commands.map((command) => `## ${nameOf(command)}\n\n\`\`\`text\n${ownHelp(command)}\n\`\`\`\n`)
  await expect(`${head}\n${parts.join('\n')}`).toMatchFileSnapshot(page)
})

test('every command has a description and an example that begins with its name', () => {
  expect(commands.length).toBeGreaterThan(30)
  const wanting = commands.filter(
    (command) => command.description() === '' || !/Example:\n {2}\$ muniment /.test(helpOf(command)),
  )
  expect(wanting.map(nameOf)).toEqual([])
})
