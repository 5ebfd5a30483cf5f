// Filling a practice vault: what a clerk would do in a first week, by the same operations, as the people of a fictional city.
import { join } from 'node:path'
import { holdPlace } from '../../../shared/contract/hold.ts'
import type { Making } from '../../../shared/contract/host.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { accountAdd, personAdd } from '../../../shared/contract/people.ts'
import { requestOpen } from '../../../shared/contract/request.ts'
import { seriesAnswer } from '../../../shared/contract/retention.ts'
import { classifyRules, rulesSave, scheduleImport } from '../../../shared/contract/schedule.ts'
import { addDays } from '../../../shared/domain/calendar/day.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { type Instant, localDate } from '../../../shared/domain/time.ts'
import type { Archive } from '../archive.ts'
import { callsAs } from './calls.ts'
import type { Pack } from './pack.ts'

interface Means {
  readonly clock: () => Instant
  readonly random: (bytes: number) => Uint8Array
}

/**
 * Fills an empty practice vault.
 * @param folder where the sample exports lie
 * @throws MunimentError as the operations refuse
 */
export async function fillPractice(
  archive: Archive,
  pack: Pack,
  folder: string,
  means: Means,
  told: (step: Making) => void,
): Promise<void> {
  const { run, job } = callsAs(archive, pack.actor, means.random)
  const accounts = new Map<string, AccountId>()
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {
      for (const person of pack.people) await run(personAdd, person)
      for (const account of pack.accounts) accounts.set(account.handle, (await run(accountAdd, account)).id)
    },
    async () => {
      const { grant } = archive.grant(join(folder, pack.exports.first), 'read')
      await job(intakeImport, { sources: [grant], account: known(accounts, pack.exports.account), platform: null })
    },
    () => run(scheduleImport, pack.schedule),
    async () => {
      for (const answer of pack.answers) await run(seriesAnswer, answer)
    },
    async () => {
      await run(rulesSave, { rules: pack.rules })
      await job(classifyRules, {})
    },
    () => {
      const { paper, words, search, ...hold } = pack.hold
      const scope = { search, accounts: [], from: null, to: null, recordIds: [] }
      const document = { name: paper, bytes: Buffer.from(words).toString('base64') }
      return run(holdPlace, { ...hold, scope, document })
    },
    () => {
      const { receivedBefore, accounts: handles, ...request } = pack.request
      const receivedOn = addDays(localDate(means.clock(), pack.zone), -receivedBefore)
      return run(requestOpen, { ...request, receivedOn, accounts: handles.map((handle) => known(accounts, handle)) })
    },
  ]
  for (const [place, step] of steps.entries()) {
    told({ step: place + 1, steps: steps.length })
    await step()
  }
}

function known(accounts: ReadonlyMap<string, AccountId>, handle: string): AccountId {
  const id = accounts.get(handle)
  if (id === undefined) throw new Error(`practice.json names no account ${handle}`)
  return id
}
