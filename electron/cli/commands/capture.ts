// Captures what accounts show now, and lists what was captured.
import { z } from 'zod'
import { type CaptureOrder, captureList, captureRun, captureShow } from '../../../shared/contract/capture.ts'
import { captureSchedule, captureSchedules } from '../../../shared/contract/capture-schedule.ts'
import { MunimentError } from '../../../shared/contract/error.ts'
import { accountList } from '../../../shared/contract/people.ts'
import {
  type Capture,
  type CaptureFacts,
  CaptureScope,
  CaptureWayName,
} from '../../../shared/domain/capture/capture.ts'
import type { CaptureLogin } from '../../../shared/domain/capture/login.ts'
import { CaptureEvery } from '../../../shared/domain/capture/schedule.ts'
import { CaptureId } from '../../../shared/domain/id.ts'
import { MappingName } from '../../../shared/domain/intake/mapping.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { type Answer, type CommandFile, type Context, example } from '../command.ts'
import { UsageError } from '../failure.ts'
import { accountIds } from '../input/accounts.ts'
import { apiWayOf, defaultAddress } from '../input/api-way.ts'
import { givenCredential } from '../input/credential.ts'
import { savedMapping } from '../input/mapping.ts'
import { Day, Number1 } from '../input/schemas.ts'
import { bytes, count, counted, when } from '../text/number.ts'
import { table } from '../text/table.ts'

const Input = z.object({
  TARGET: z.string().trim().min(1).max(4000).optional(),
  due: z.boolean().default(false),
  every: CaptureEvery.optional(),
  account: z.string().trim().min(1).max(200).optional(),
  way: CaptureWayName.optional(),
  page: z.boolean().default(false),
  signedIn: z.boolean().default(false),
  closed: z.boolean().default(false),
  terms: z.string().min(1).max(60).optional(),
  kinds: z
    .string()
    .transform((text) => text.split(',').map((kind) => kind.trim()))
    .optional(),
  from: Day.optional(),
  to: Day.optional(),
  depth: Number1.optional(),
  attorney: z.string().trim().min(1).max(200).optional(),
  signWith: z.string().min(1).optional(),
  api: z.boolean().default(false),
  mapping: MappingName.optional(),
  credentialFile: z.string().min(1).optional(),
})
type Input = z.infer<typeof Input>

const Listed = z.object({ CAPTURE: Number1.pipe(CaptureId).optional(), account: z.string().min(1).optional() })

export default ((program, runner) => {
  program
    .command('capture')
    .description('Captures what an account shows now, keeps it as a web archive (WACZ), and reads the records in it.')
    .argument('[TARGET]', 'an account that was captured before, or the address of a feed, a page or an API')
    .option('--due', 'capture every account whose schedule is due, one after the other')
    .option('--every <period>', 'capture it daily or weekly from now on, beginning with this one')
    .option('--account <handle>', 'the account that the address belongs to')
    .option('--way <name>', 'how: feed, page, or api/ and a name (default: as before, or feed)')
    .option('--page', 'by the app’s own browser, scrolled to the end and opened; the same as --way page')
    .option('--terms <version>', 'the platform’s terms that were read, for pages; without it they are shown')
    .option('--signed-in', 'pages as they are seen after “muniment sign-in”')
    .option('--closed', 'the source is a closed group or a private profile')
    .option('--kinds <kinds>', 'what kinds of items, with commas between (default: all that the way gives)')
    .option('--from <day>', 'only items from this day on, where the way can tell')
    .option('--to <day>', 'only items up to this day, where the way can tell')
    .option('--depth <number>', 'at most so many items or pages')
    .option('--api', 'by the interface of the account’s platform (see docs/capture.md)')
    .option('--mapping <name>', 'by an interface that answers with JSON, read by this mapping (see “map save”)')
    .option(
      '--credential-file <file>',
      'a file with the log-in for it (otherwise MUNIMENT_CREDENTIAL, or what the app keeps)',
    )
    .option('--attorney <name>', 'who of the City Attorney’s allows it, where the account is not public')
    .option(
      '--sign-with <file>',
      'a private key that the package is signed with: ECDSA, as PEM (of P-384, which other programs check)',
    )
    .addHelpText(
      'after',
      example(
        'muniment capture https://www.example.gov/news/feed.xml --account AlderBayNews',
        'muniment capture AlderBayNews --json',
        'muniment capture https://www.example.gov/news --account AlderBayNews --page --kinds linked --terms site-1',
        'muniment capture https://www.example.gov/api/posts --account AlderBayNews --mapping "City posts"',
        'muniment capture AlderBayNews --every weekly',
        'muniment capture --due',
        'muniment capture youtube:AlderBay --api --credential-file key.txt',
      ),
    )
    .action(runner.inVault(Input, run))
  program
    .command('captures')
    .description('Lists captures, newest first, or shows one with everything that it says of itself.')
    .argument('[CAPTURE]', 'the number of a capture')
    .option('--account <handle>', 'only those of this account')
    .addHelpText('after', example('muniment captures --account AlderBayNews', 'muniment captures 3 --json'))
    .action(
      runner.inVault(Listed, async (context, { CAPTURE: id, account }) =>
        id === undefined ? list(context, account) : show(context, id),
      ),
    )
}) satisfies CommandFile

async function run(context: Context, input: Input): Promise<Answer> {
  if (input.due) return captureDue(context, input.signWith)
  const { vault, surroundings } = context
  const order = await orderOf(context, input)
  if (input.every !== undefined) await vault.ask(captureSchedule, { ...order, every: input.every })
  const credential = givenCredential(surroundings, input.credentialFile)
  if (credential !== null) await vault.credential(order.account, credential, false)
  const value = await vault.run(captureRun, { ...order, signWith: await signKey(context, input.signWith) })
  return { value, lines: resultLines(value), unexplained: !isWhole(value) }
}

/** The key that a package is signed with, as the vault may read it; null for none. A grant is for one capture. */
async function signKey({ vault }: Context, file: string | undefined) {
  return file === undefined ? null : vault.grant(file, 'read')
}

/** Everything that is due. One that fails keeps none of the others. */
async function captureDue(context: Context, signWith: string | undefined): Promise<Answer> {
  const { vault, surroundings, say } = context
  const states = await vault.ask(captureSchedules, { now: surroundings.clock() })
  const handles = new Map((await vault.ask(accountList, {})).map(({ id, handle }) => [id, handle]))
  const value: Result[] = []
  const lines: string[] = []
  let refused = false
  for (const { schedule } of states.filter(({ due }) => due)) {
    const { account, way, scope, attorney, terms } = schedule
    try {
      const order = { account, way, scope, attorney, terms, signWith: await signKey(context, signWith) }
      const result = await vault.run(captureRun, order)
      value.push(result)
      lines.push(`@${handles.get(account) ?? account}`, ...resultLines(result).map((line) => `  ${line}`))
    } catch (error) {
      if (!(error instanceof MunimentError) || error.code === 'CANCELLED') throw error
      refused = true
      say(`@${handles.get(account) ?? account}: ${error.message}`)
    }
  }
  return {
    value,
    lines: lines.length > 0 || refused ? lines : ['Nothing is due.'],
    unexplained: refused || !value.every(isWhole),
  }
}

type Result = z.output<typeof captureRun.output>

function resultLines({ capture, sentence, accession }: Result): string[] {
  return [
    `Capture ${capture}: ${sentence}`,
    accession === null ? 'No answer came, so nothing was kept.' : `Received as accession ${accession}.`,
  ]
}

function isWhole({ outcome, unexplained }: Result): boolean {
  return unexplained === 0 && (outcome === 'complete' || outcome === 'unchanged')
}

/** What is to be captured, with what the account's last capture knows already. */
async function orderOf({ vault }: Context, { TARGET: target, ...input }: Input): Promise<CaptureOrder> {
  if (target === undefined) {
    throw new UsageError('Name an account or an address, or say --due.')
  }
  const url = /^https?:/i.test(target) ? URL.parse(target) : null
  const captures = await vault.ask(captureList, {})
  const named = input.account ?? (url === null ? target : undefined)
  const [known] = named === undefined ? [] : await accountIds(vault, [named])
  const mapping = input.mapping === undefined ? undefined : await savedMapping(vault, input.mapping)
  const asked =
    input.way ??
    (mapping !== undefined ? CaptureWayName.parse('api/json') : undefined) ??
    (input.api && known !== undefined ? await apiWayOf(vault, known) : undefined)
  const before = captures.find((one) =>
    known === undefined
      ? one.scope.address === url?.href
      : one.account === known && (asked === undefined || one.way === asked),
  )
  const account = known ?? before?.account
  if (account === undefined) {
    throw new MunimentError(
      'ACCOUNT_UNKNOWN',
      'Nothing was captured from this address before. Nothing was done; say with --account whose it is.',
    )
  }
  const address = url?.href ?? before?.scope.address ?? defaultAddress(asked)
  if (address === undefined) {
    throw new MunimentError(
      'CAPTURE_REFUSED',
      `${target} was not captured before. Nothing was done; name the address: muniment capture ADDRESS --account ${target}`,
    )
  }
  const earlier = before?.scope.address === address ? before.scope : null
  const read = mapping ?? (asked === undefined || asked === 'api/json' ? earlier?.mapping : undefined)
  const scope = CaptureScope.parse({
    address,
    kinds: input.kinds ?? earlier?.kinds ?? [],
    from: input.from ?? earlier?.from ?? null,
    to: input.to ?? earlier?.to ?? null,
    depth: input.depth ?? earlier?.depth ?? null,
    signedIn: input.signedIn || (earlier?.signedIn ?? false),
    closed: input.closed || (earlier?.closed ?? false),
    ...(read === undefined ? {} : { mapping: { name: read.name, version: read.version } }),
  })
  const way = input.page ? CaptureWayName.parse('page') : (asked ?? before?.way ?? CaptureWayName.parse('feed'))
  return { account, way, scope, attorney: input.attorney ?? null, terms: input.terms ?? null }
}

async function list({ vault }: Context, named: string | undefined): Promise<Answer> {
  const [account = null] = named === undefined ? [] : await accountIds(vault, [named])
  const captures = await vault.ask(captureList, { account })
  const handles = new Map((await vault.ask(accountList, {})).map(({ id, handle }) => [id, handle]))
  const lines = table(captures, [
    { title: 'No.', value: ({ id }) => String(id), side: 'right' },
    { title: 'Began', value: ({ startedAt }) => when(startedAt, vault.about.zone) },
    { title: 'Account', value: (one) => handles.get(one.account) ?? String(one.account) },
    { title: 'Way', value: ({ way }) => way },
    { title: 'Outcome', value: ({ outcome, state }) => outcome ?? state },
    { title: 'Items', value: ({ items }) => count(items), side: 'right' },
    { title: 'In words', value: ({ sentence }) => sentence, most: 80 },
  ])
  return { value: captures, lines: lines.length > 0 ? lines : ['Nothing has been captured yet: “muniment capture”.'] }
}

async function show({ vault }: Context, id: CaptureId): Promise<Answer> {
  const value = await vault.ask(captureShow, { capture: id })
  return {
    value,
    lines: [...captureLines(value.capture, vault.about.zone), ...(value.facts === null ? [] : factLines(value.facts))],
  }
}

function captureLines(capture: Capture, zone: string): string[] {
  const {
    stop,
    accession,
    scope: { mapping },
  } = capture
  return [
    `Capture ${capture.id} of ${capture.scope.address} (${capture.way}), ${when(capture.startedAt, zone)}`,
    capture.sentence || capture.state,
    ...(mapping === undefined ? [] : [`Read by the mapping “${mapping.name}”, version ${mapping.version}.`]),
    ...(stop === null ? [] : [`It was to reach: ${stop.what}. ${stop.met ? 'It did.' : 'It did not.'}`]),
    ...(stop?.since == null ? [] : [reachSentence(stop.since, capture.endedAt, zone)]),
    `${counted(capture.items, 'record')} seen${accession === null ? '' : `; received as accession ${accession}`}.`,
  ]
}

function factLines(facts: CaptureFacts): string[] {
  const { way, login, operator, counts, servers, limits } = facts
  return [
    `Captured by ${operator.person ?? operator.osUser} on ${operator.machine} with ${facts.browser ?? facts.software}.`,
    ...(login === null || !way.startsWith('api/') ? [] : [loginLine(login)]),
    `${counted(counts.exchanges, 'answer')}, ${bytes(counts.bytes)}${counts.truncated > 0 ? `; ${count(counts.truncated)} cut off` : ''}.`,
    ...servers.map(({ host, addresses, certificates: [own], clockAhead }) =>
      [
        `${host} at ${addresses.join(', ')}`,
        own === undefined ? 'without a certificate' : `certificate ${own.sha256.slice(0, 16)}… of ${own.issuer}`,
        ...(clockAhead === null ? [] : [`its clock ${clockAhead} s from this one`]),
      ].join('; '),
    ),
    ...limits.map(({ sentence }) => sentence),
  ]
}

function loginLine({ parts, user }: CaptureLogin): string {
  if (parts.length === 0) return 'It was made without a log-in.'
  return `It was made with a log-in${user === null ? '' : ` as ${user}`}.`
}

function reachSentence(since: Instant, endedAt: Instant | null, zone: string): string {
  return endedAt !== null && since > endedAt
    ? 'What it shows is not all, and in which order it runs cannot be told: of no item does it say that it is no longer shown.'
    : `Items from before ${when(since, zone)} are out of its range.`
}
