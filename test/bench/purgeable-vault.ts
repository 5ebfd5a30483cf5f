// A vault of the built archive with posts that an approved plan lets go; for what measures or kills executions.
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { jobShow } from '../../shared/contract/job.ts'
import { accountAdd, personAdd } from '../../shared/contract/people.ts'
import { PlatformName } from '../../shared/domain/account/account.ts'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { Instant, localDate } from '../../shared/domain/time.ts'
import { approveByPages, drawPlan, importPosts, type Purgeable, putInSeries } from '../support/purgeable.ts'
import { openBuilt } from './open.ts'

/** Makes it. @param vault its folder, which is not there yet. @param folder for the export */
export async function purgeableVault(
  vault: string,
  folder: string,
  numbers: readonly number[],
  pictures: boolean,
): Promise<void> {
  mkdirSync(vault)
  const archive = await openBuilt(vault, true)
  const made = await asClerk(archive)
  await importPosts(made, folder, numbers, pictures)
  await putInSeries(made)
  const today = localDate(Instant.parse(Date.now()), archive.about.zone)
  await approveByPages(made, await drawPlan(made, today), today)
  await archive.close()
}

type Built = Awaited<ReturnType<typeof openBuilt>>

/** An archive as tests use it, with its clerk and an account. @param handle of the account, which is not there yet */
export async function asClerk(archive: Built, handle = 'AlderBayCity'): Promise<Purgeable> {
  const { call, run } = spokenTo(archive)
  await call(personAdd, { id: 'clerk', name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
  const draft = { handle, name: '', department: '', liaison: '', nativeId: null }
  const { id: account } = await call(accountAdd, { ...draft, platform: PlatformName.parse('x') })
  return { archive, account, call, run }
}

/** How the clerk speaks to an archive in which both are known. */
export function spokenTo(archive: Built): Pick<Purgeable, 'call' | 'run'> {
  const context = () => ({
    ...{ command: CommandId.parse(randomUUID()), actor: PersonId.parse('clerk') },
    signal: new AbortController().signal,
  })
  const call: Purgeable['call'] = async (operation, input) =>
    operation.output.parse(await archive.call(operation.name, input, context()))
  const run: Purgeable['run'] = async (operation, input) => {
    const { job } = z.object({ job: z.string() }).parse(await archive.call(operation.name, input, context()))
    for (;;) {
      const { state, result, problem } = await call(jobShow, { id: job })
      if (state === 'succeeded') return operation.output.parse(result)
      if (state !== 'queued' && state !== 'running') throw new Error(`${operation.name}: ${problem?.sentence ?? state}`)
      await sleep(30)
    }
  }
  return { call, run }
}
