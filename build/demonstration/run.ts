// The demonstration: what a city's clerk does with Muniment, command by command, in one folder.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { alderBayAnswers, alderBayLegendCsv, alderBaySchedule } from '../../test/fixtures/schedule/alder-bay.ts'
import { demoExports } from '../../test/fixtures/x/demo.ts'
import { seededBytes, steppingClock } from './chance.ts'
import { accounts, authority, claims, hold, holdOrder, openRequests, people, request, rules } from './city.ts'
import { loadCommandLine, type Stream, type Surroundings, workerFile } from './command-line.ts'
import { freshFolder } from './folder.ts'
import { unzip } from './unzip.ts'

/** Friday afternoon in Alder Bay, after the second export. It is past everywhere, or every clock would seem to be behind the ledger. */
const BEGINS = Date.parse('2026-11-20T14:00:00-08:00')
const SEED = 20_261_123
const CLERK = ['--as', 'dana-reyes']

/** What a demonstration left. */
export interface DemoResult {
  readonly packet: string
  readonly packetFiles: number
  readonly commands: number
}

/**
 * Makes the folder anew and plays the demonstration in it. Two runs leave the same packet, byte for byte.
 * @param streams where commands print results and progress, and where the demonstration itself speaks
 * @throws Error when a command does not end as it should
 */
export async function runDemo(
  folder: string,
  streams: { readonly out: Stream; readonly err: Stream },
): Promise<DemoResult> {
  freshFolder(folder)
  const run = await commandRunner(folder, streams)
  const title = (text: string) => streams.out.write(`\n── ${text}\n`)
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

  title('Two exports of the account @AlderBayCity, as X hands them out')
  mkdirSync(join(folder, 'exports'))
  const made = await demoExports(join(folder, 'exports'), SEED)
  const exports = [made.first, made.second].map(({ path }) => join('exports', basename(path)))
  for (const file of exports) streams.out.write(`${file}\n`)

  title('A vault for the City, its people, its accounts')
  await run('init', 'Alder-Bay.muniment', '--city', 'City of Alder Bay', '--zone', 'America/Los_Angeles')
  for (const { id, name, role, title: office } of people)
    await run('people', 'add', id, '--name', name, '--role', role, '--title', office)
  for (const account of accounts) await run('accounts', 'add', ...accountArguments(account), ...CLERK)

  for (const [at, file] of exports.entries()) {
    title(
      at === 0
        ? 'The first export, with its reconciliation'
        : 'The later export: what is new, what changed, what is gone',
    )
    await run('import', file, '--account', 'AlderBayCity', ...CLERK)
    await run('reconciliation', String(at + 1), '--print', `reconciliation-${at + 1}.pdf`)
  }

  title('The retention schedule, and rules that classify by it')
  write('schedule.csv', alderBaySchedule())
  write('legend.csv', alderBayLegendCsv())
  write('rules.json', `${JSON.stringify(rules, null, 2)}\n`)
  await run(
    'schedule',
    'import',
    'schedule.csv',
    '--name',
    authority.name,
    '--resolution',
    authority.resolution,
    '--date',
    authority.adoptedOn,
    '--legend',
    'legend.csv',
    ...CLERK,
  )
  for (const { series, kinds, basis } of alderBayAnswers()) {
    const holds = kinds.length > 0 ? kinds : ['none']
    await run('retention', 'answer', ...series, '--holds', ...holds, '--basis', basis, ...CLERK)
  }
  await run('classify', '--rules', 'rules.json', ...CLERK)

  title('A litigation hold, and a public records request')
  write(hold.paper, holdOrder)
  write('request.json', `${JSON.stringify(request, null, 2)}\n`)
  await run(
    'hold',
    'place',
    '--label',
    hold.label,
    '--search',
    hold.search,
    '--basis',
    hold.basis,
    '--ordered-by',
    hold.orderedBy,
    '--document',
    hold.paper,
    ...CLERK,
  )
  await run('request', 'open', 'request.json', ...CLERK)
  await run('request', 'clock', request.id)

  title('The packet that answers it')
  const packet = join(folder, 'packet-26-0112.zip')
  await run('packet', 'build', request.id, '--out', basename(packet), ...CLERK)
  await run('packet', 'verify', basename(packet))
  const packetFiles = await unzip(packet, join(folder, 'packet'))

  title('What may be destroyed as of next Monday, and what may not')
  write('open-requests.csv', openRequests)
  write('claims.csv', claims)
  await run(
    'purge',
    'plan',
    '--as-of',
    '2026-11-23',
    '--out',
    'purge-report.json',
    '--pdf',
    'purge-report.pdf',
    '--csv',
    'purge-report.csv',
    '--open-requests',
    'open-requests.csv',
    '--claims',
    'claims.csv',
    ...CLERK,
  )

  title('Everything read again')
  const commands = await run('verify')
  return { packet, packetFiles, commands }
}

/** What “accounts add” is told; what is empty is left out. */
function accountArguments({
  platform,
  handle,
  name,
  department,
  liaison,
  nativeId,
}: (typeof accounts)[number]): string[] {
  const told = { platform, handle, name, department, liaison, 'native-id': nativeId }
  return Object.entries(told).flatMap(([option, value]) => (value ? [`--${option}`, value] : []))
}

async function commandRunner(folder: string, streams: { readonly out: Stream; readonly err: Stream }) {
  const commandLine = await loadCommandLine()
  const surroundings: Surroundings = {
    clock: steppingClock(BEGINS),
    random: seededBytes(`muniment demonstration ${SEED}`),
    workerFile,
    osUser: 'clerk',
    machine: 'city-hall',
    ...streams,
    folder,
    env: {},
    onInterrupt: () => () => {},
  }
  let commands = 0
  return async (...args: readonly string[]) => {
    streams.out.write(`\n$ muniment ${args.map(quoted).join(' ')}\n`)
    const code = await commandLine(args, surroundings)
    if (code !== 0) throw new Error(`“muniment ${args.join(' ')}” ended with exit code ${code}.`)
    commands++
    return commands
  }
}

function quoted(word: string): string {
  return /^[\w@.,:/-]+$/.test(word) ? word : `'${word}'`
}

/** The files worth opening, those that are there. */
export function filesToOpen(folder: string): readonly (readonly [file: string, what: string])[] {
  const files = [
    ['packet/index.html', 'what the requester opens first'],
    ['packet/records.pdf', 'the released records on paper'],
    ['packet-26-0112.zip', 'the packet as it is handed over'],
    ['reconciliation-2.pdf', 'the second export, counted file by file'],
    ['purge-report.pdf', 'what may be destroyed, what stays, and why'],
    ['purge-report.csv', 'the same as a list'],
    ['Alder-Bay.muniment/FORMAT.md', 'how to read the vault without Muniment'],
  ] as const
  return files.filter(([file]) => existsSync(join(folder, file)))
}
