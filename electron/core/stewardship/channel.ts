// Where accounts stand, and what a step needs before it is written down (AI 599, III).
import { MunimentError } from '../../../shared/contract/error.ts'
import type { ChannelState, ChannelStep } from '../../../shared/domain/account/channel.ts'
import { missingItems, needsDocument, nextStates } from '../../../shared/domain/account/channel.ts'
import { PIECES } from '../../../shared/domain/account/reminder.ts'
import { addDays, readableDay } from '../../../shared/domain/calendar/day.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { type Instant, type LocalDate, localDate, startOfDay } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { knownAccount } from '../vault/known-account.ts'
import { type NewStep, requestOf, stepsOf } from '../vault/repository/account/channel.ts'
import { lastExportOf } from '../vault/repository/account/reminder.ts'
import { listCaptures } from '../vault/repository/capture/capture.ts'
import { attachmentsOn } from '../vault/repository/record/attachment.ts'

/** The newest step that stands; null before the first. */
export function standing(steps: readonly ChannelStep[]): ChannelStep | null {
  return steps.find(({ takenBack }) => takenBack === null) ?? null
}

/** The refusal of a step; for the caller to throw. */
export function refusedStep(why: string): MunimentError {
  return new MunimentError('CHANNEL_REFUSED', `${why} Nothing was changed.`)
}

const DONE: Readonly<Record<ChannelState, string>> = {
  draft: 'is a draft',
  requested: 'is asked for',
  approved: 'is approved',
  refused: 'was refused',
  active: 'is in use',
  dormant: 'is at rest',
  dissolved: 'was given up',
}

/**
 * Refuses what cannot be: a step that does not follow, a day that has not come, a paper that is not there, a last export that is missing.
 * @param now decides which days have come
 * @throws MunimentError ACCOUNT_UNKNOWN, CHANNEL_REFUSED
 */
export function refuseStep(db: Driver, step: NewStep, now: Instant, zone: string): void {
  const account = knownAccount(db, step.account)
  const last = standing(stepsOf(db, step.account))
  const name = `@${account.handle}`
  if (!nextStates(last?.state ?? null).includes(step.state)) {
    const stands = last === null ? 'has no step yet' : DONE[last.state]
    throw refusedStep(`${name} ${stands}: from there no step leads to “${step.state}”.`)
  }
  const today = localDate(now, zone)
  if (step.on > today) throw refusedStep(`${readableDay(step.on)} has not come yet.`)
  if (last !== null && step.on < last.on)
    throw refusedStep(`The step before it was on ${readableDay(last.on)}; this one cannot be earlier.`)
  if (step.state === 'requested') refuseIncomplete(db, step.account, name)
  refuseWithoutPaper(db, step)
  if (step.state === 'dissolved') refuseWithoutExport(db, step, name, zone)
}

function refuseIncomplete(db: Driver, account: AccountId, name: string): void {
  const missing = missingItems(requestOf(db, account))
  if (missing.length === 0) return
  const numbers = missing.map((item) => ITEM_NUMBERS[item]).join(', ')
  throw refusedStep(`The request for ${name} leaves out item ${numbers}, which AI 599 asks for.`)
}

const ITEM_NUMBERS = {
  purpose: 'i',
  guidelines: 'ii',
  management: 'iii',
  opportunities: 'iv',
  design: 'v',
  username: 'vi',
}

function refuseWithoutPaper(db: Driver, { account, state, document, attachment }: NewStep): void {
  if (attachment !== null) {
    const files = attachmentsOn(db, { kind: 'account', id: String(account) })
    const file = files.find(({ id, takenBack }) => id === attachment && takenBack === null)
    if (file === undefined) throw refusedStep(`File ${attachment} is not attached to this account.`)
  } else if (needsDocument(state) && document === '')
    throw refusedStep(
      'This step is made in writing: attach the paper to the account and name it, or say where it lies.',
    )
}

/** The last capture and the last export must show the account as it was on its last day, or somebody says why there is none. */
function refuseWithoutExport(
  db: Driver,
  { account, on, lastUsed, withoutExport }: NewStep,
  name: string,
  zone: string,
): void {
  if (lastUsed === null) throw refusedStep(`Say on which day ${name} was used last.`)
  if (lastUsed > on) throw refusedStep(`${name} cannot have been used after it was given up.`)
  if (withoutExport !== '') return
  refuseWithoutCapture(db, account, lastUsed, name, zone)
  const last = lastExportOf(db, account, PIECES)
  if (last !== null && last >= endOfDay(lastUsed, zone)) return
  const has =
    last === null ? 'no export of it' : `as its newest export the state of ${readableDay(localDate(last, zone))}`
  throw refusedStep(
    `The vault holds ${has}, and ${name} was used until ${readableDay(lastUsed)}. Import its last export first, or say why none can be had.`,
  )
}

/** What the public saw on its last day is in no export: a capture that reached its end has it, where the account was ever captured. */
function refuseWithoutCapture(db: Driver, account: AccountId, lastUsed: LocalDate, name: string, zone: string): void {
  const captures = listCaptures(db, account)
  const whole = captures.find(({ outcome }) => outcome === 'complete' || outcome === 'unchanged')
  if (captures.length === 0 || (whole !== undefined && whole.startedAt >= startOfDay(lastUsed, zone))) return
  const has = whole === undefined ? 'no whole capture of it' : `one of ${readableDay(localDate(whole.startedAt, zone))}`
  throw refusedStep(
    `${name} is captured, and the vault holds ${has}; it was used until ${readableDay(lastUsed)}. Capture it once more first, or say why that cannot be done.`,
  )
}

function endOfDay(day: LocalDate, zone: string): Instant {
  return startOfDay(addDays(day, 1), zone)
}
