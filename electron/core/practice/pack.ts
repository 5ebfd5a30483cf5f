// What a practice vault is filled with, as the app carries it along (build/practice.ts makes it).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { seriesAnswer } from '../../../shared/contract/retention.ts'
import { scheduleImport } from '../../../shared/contract/schedule.ts'
import { AccountDraft } from '../../../shared/domain/account/account.ts'
import { Rules } from '../../../shared/domain/classify/rule.ts'
import { HoldBasis } from '../../../shared/domain/disposition/hold.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { Person } from '../../../shared/domain/people/person.ts'
import { PublicRequest } from '../../../shared/domain/request/request.ts'
import { Zone } from '../../../shared/domain/time.ts'

const Words = z.string().min(1)

const Pack = z.object({
  city: Words,
  zone: Zone,
  actor: PersonId,
  people: z.array(Person),
  accounts: z.array(AccountDraft),
  /** Names of the two sample exports, and the handle of the account that they are of. */
  exports: z.object({ first: Words, later: Words, account: Words }),
  schedule: scheduleImport.input,
  /** What the series were said to hold. */
  answers: z.array(seriesAnswer.input),
  rules: Rules,
  hold: z.object({ label: Words, search: Words, basis: HoldBasis, orderedBy: Words, paper: Words, words: Words }),
  /** `receivedBefore`: days before the vault is filled; `accounts`: by their handles. */
  request: PublicRequest.pick({
    id: true,
    channel: true,
    requester: true,
    text: true,
    immediateDisclosure: true,
    from: true,
    to: true,
    search: true,
  }).extend({ receivedBefore: z.int().positive(), accounts: z.array(Words) }),
})
export type Pack = z.infer<typeof Pack>

/** Reads it. @param folder where the app keeps it */
export function readPack(folder: string): Pack {
  return Pack.parse(JSON.parse(readFileSync(join(folder, 'practice.json'), 'utf8')))
}

/** The sample exports in the order in which they are taken in: absolute paths. */
export function sampleExports(folder: string): { readonly first: string; readonly later: string } {
  const { exports } = readPack(folder)
  return { first: join(folder, exports.first), later: join(folder, exports.later) }
}
