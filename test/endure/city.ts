// A vault of a City with one account and a small export of it, for the large ring.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from '../bench/open.ts'
import { type SmallOptions, smallExport } from '../fixtures/x/small.ts'

const Job = z.object({ state: z.string(), problem: z.unknown() })
const clerk = PersonId.parse('clerk')

/** Makes it in a folder, its export with so many posts, and what else is said of it. `call` asks as its clerk, `ended` waits for a job that must succeed. */
export async function cityIn(folder: string, tweets: number, more: SmallOptions = {}) {
  const archive = await openBuilt(join(folder, 'City.muniment'), true)
  const call = (operation: string, input: unknown) =>
    archive.call(operation, input, {
      command: CommandId.parse(randomUUID()),
      actor: clerk,
      signal: new AbortController().signal,
    })
  const ended = async (answer: unknown) => {
    const { job } = z.object({ job: z.string() }).parse(answer)
    for (;;) {
      const shown = Job.parse(await call('job.show', { id: job }))
      if (shown.state === 'succeeded') return
      if (shown.state !== 'running' && shown.state !== 'queued') throw new Error(JSON.stringify(shown.problem))
      await sleep(20)
    }
  }
  await call('person.add', { id: clerk, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
  const handle = 'AlderBayCity'
  const draft = { platform: 'x', handle, name: '', department: '', liaison: '', nativeId: null }
  const { id: account } = z.object({ id: z.number() }).parse(await call('account.add', draft))
  const { path } = await smallExport(folder, { tweets, ...more })
  const sources = [archive.grant(path, 'read').grant]
  await ended(await call('intake.import', { sources, account, platform: null }))
  return { archive, call, ended, account, handle }
}
