// Work on the list of log-ins: what is secret comes from files and is held in memory alone.
import { z } from 'zod'
import {
  type LoginStanding,
  loginKeep,
  loginList,
  loginOpen,
  loginReseal,
  loginReveal,
  loginSeal,
} from '../../shared/contract/login.ts'
import { accountList } from '../../shared/contract/people.ts'
import { Login } from '../../shared/domain/account/login.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import { readableInstant } from '../../shared/domain/time.ts'
import { amount } from '../../shared/text/amount.ts'
import type { Answer, Context } from './command.ts'
import { UsageError } from './failure.ts'
import { accountIds } from './input/accounts.ts'
import { readText } from './input/file.ts'
import { table } from './text/table.ts'

export const Keep = z.object({ ACCOUNT: z.string().min(1), loginFile: z.string().min(1), list: z.string().min(1) })
const Opening = { list: z.string().min(1), key: z.string().min(1), passphraseFile: z.string().min(1) }
export const Show = z.object({ ACCOUNT: z.string().min(1), reason: z.string().trim().min(1), ...Opening })
export const Reseal = z.object(Opening)

/** The account that is meant, with what is known of its log-in. @throws MunimentError ACCOUNT_UNKNOWN */
export async function loginOf(
  { vault, surroundings }: Context,
  named: string,
): Promise<{ readonly account: AccountId; readonly standing: LoginStanding | undefined }> {
  const [account] = await accountIds(vault, [named])
  if (account === undefined) throw new UsageError('Say the account.')
  const { accounts } = await vault.ask(loginList, { now: surroundings.clock() })
  return { account, standing: accounts.find((one) => one.account === account) }
}

/** Lists who answers for each log-in, and what is due. */
export async function listLogins({ vault, surroundings }: Context): Promise<Answer> {
  const { zone } = vault.about
  const register = new Map((await vault.ask(accountList, {})).map((one) => [one.id, one]))
  const known = await vault.ask(loginList, { now: surroundings.clock() })
  const named = ({ account }: LoginStanding) => {
    const one = register.get(account)
    return one === undefined ? String(account) : `${one.platform}:${one.handle}`
  }
  const lines = table(known.accounts, [
    { title: 'Account', value: named },
    { title: 'Answers for it', value: ({ duty }) => duty?.owner ?? '', most: 30 },
    { title: 'Second factor', value: ({ duty }) => duty?.secondFactor ?? '', most: 24 },
    { title: 'Handed in', value: ({ changedAt }) => (changedAt === null ? 'never' : readableInstant(changedAt, zone)) },
    { title: 'To be changed', value: dueWords },
    { title: 'Shown', value: ({ reveals }) => (reveals.length === 0 ? '' : amount(reveals.length, 'time')) },
  ])
  const [one, other] = known.officers
  const sealed =
    one === undefined || other === undefined
      ? 'No officers are named to whom log-ins are sealed: “muniment logins officers”.'
      : `Sealed to ${one.name} and ${other.name}.`
  return { value: known, lines: [...lines, sealed] }
}

function dueWords({ rotationDue, overdue, toReseal }: LoginStanding): string {
  const due = rotationDue === null ? '' : overdue ? `${rotationDue}, overdue` : rotationDue
  return [due, toReseal ? 'to be sealed again' : ''].filter((words) => words !== '').join('; ')
}

/** Seals a log-in and puts it into the list. */
export async function keepLogin(
  context: Context,
  { ACCOUNT, loginFile, list }: z.output<typeof Keep>,
): Promise<Answer> {
  const { vault, surroundings } = context
  const { account } = await loginOf(context, ACCOUNT)
  const login = loginIn(readText(surroundings.folder, loginFile), loginFile)
  const { sealed } = await vault.ask(loginSeal, { account, login })
  const to = await vault.grant(list, 'write')
  const { entries } = await vault.run(loginKeep, { to, kind: 'changed', entries: [{ account, sealed }] })
  const lines = [
    `${list} holds ${amount(entries, 'log-in')}. Delete ${loginFile}, and keep a copy of the list elsewhere.`,
  ]
  return { value: { account, entries }, lines }
}

/** Shows a log-in, after it was written down. */
export async function showLogin(context: Context, asked: z.output<typeof Show>): Promise<Answer> {
  const { vault, surroundings } = context
  const { account } = await loginOf(context, asked.ACCOUNT)
  const opening = { list: await vault.grant(asked.list, 'read'), ...readKey(context, asked) }
  const { reveal } = await vault.ask(loginReveal, { account, reason: asked.reason })
  const { login, changedAt } = await vault.ask(loginOpen, { account, reveal, ...opening })
  const lines = [`User: ${login.user}`, `Password: ${login.password}`]
  if (login.more !== '') lines.push(login.more)
  context.say(`Handed in on ${readableInstant(changedAt, vault.about.zone)}. That it was shown is in the ledger.`)
  return { value: { account, ...login, changedAt, at: surroundings.clock() }, lines }
}

/** Seals the list to the officers of now. */
export async function resealLogins(context: Context, asked: z.output<typeof Reseal>): Promise<Answer> {
  const { vault } = context
  const list = await vault.grant(asked.list, 'read')
  const { entries, unopened } = await vault.ask(loginReseal, { list, ...readKey(context, asked) })
  if (entries.length > 0) {
    const to = await vault.grant(asked.list, 'write')
    await vault.run(loginKeep, { to, kind: 'resealed', entries })
  }
  const lines = [`${amount(entries.length, 'log-in')} sealed to the officers named now.`]
  if (unopened.length > 0) {
    lines.push(
      `This key does not open ${amount(unopened.length, 'log-in')} (accounts ${unopened.join(', ')}): they stay as they are. Use the other officer’s key.`,
    )
  }
  return {
    value: { resealed: entries.map(({ account }) => account), unopened },
    lines,
    unexplained: unopened.length > 0,
  }
}

function readKey(
  { surroundings: { folder } }: Context,
  asked: { readonly key: string; readonly passphraseFile: string },
) {
  return { key: readText(folder, asked.key), passphrase: readSecret(folder, asked.passphraseFile) }
}

/** A secret in a file; a line end after it is none of it. */
export function readSecret(folder: string, file: string): string {
  return readText(folder, file).replace(/\r?\n$/, '')
}

const PARTS = ['user', 'password', 'more'] as const

/** @throws UsageError without a word of the file, which holds the log-in */
function loginIn(text: string, name: string): Login {
  const lines = text.split(/\r?\n/)
  const said = Object.fromEntries(
    PARTS.flatMap((part) => {
      const line = lines.find((one) => one.toLowerCase().startsWith(`${part}:`))
      return line === undefined ? [] : [[part, line.slice(part.length + 1).trim()]]
    }),
  )
  const parsed = Login.safeParse(said)
  if (parsed.success) return parsed.data
  throw new UsageError(`${name} holds no log-in: it has a line “user: …” and a line “password: …”. Nothing was kept.`)
}
