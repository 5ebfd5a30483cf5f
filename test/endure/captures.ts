// Random histories on a real feed server, as many as asked: what a comparison says is what the server did, and nothing is falsely gone.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { Comparison } from '../../shared/domain/capture/comparison.ts'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { openBuilt } from '../bench/open.ts'
import { playHistories } from '../support/capture-history.ts'
import { feedServer } from '../support/feed-server.ts'

const clerk = PersonId.parse('clerk')
/** Histories of one account; then another begins. */
const CHAIN = 25

const Job = z.object({ state: z.string(), problem: z.unknown(), result: z.unknown() })
const Result = z.object({ capture: z.number() })

/** Plays histories. Returns how many things were told wrongly. */
export async function endureCaptures(count: number, seed: number, report: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-captures-'))
  const archive = await openBuilt(join(folder, 'City.muniment'), true)
  const signal = new AbortController().signal
  const call = (operation: string, input: unknown) =>
    archive.call(operation, input, { command: CommandId.parse(randomUUID()), actor: clerk, signal })
  let wrong = 0
  let done = 0
  try {
    await call('person.add', { id: clerk, name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
    for (let chain = 0; done < count; chain++) {
      const city = await feedServer()
      const draft = {
        platform: 'podcast',
        handle: `chain-${chain}`,
        name: '',
        department: '',
        liaison: '',
        nativeId: null,
      }
      const { id: account } = z.object({ id: z.number() }).parse(await call('account.add', draft))
      const path = chain % 3 === 0 ? '/atom.xml' : chain % 3 === 1 ? '/feed.json' : '/rss.xml'
      const capture = async () => {
        const scope = { address: `${city.origin}${path}` }
        const { job } = z.object({ job: z.string() }).parse(await call('capture.run', { account, way: 'feed', scope }))
        for (;;) {
          const shown = Job.parse(await call('job.show', { id: job }))
          if (shown.state === 'succeeded') return Result.parse(shown.result).capture
          if (shown.state !== 'running' && shown.state !== 'queued') throw new Error(JSON.stringify(shown.problem))
          await sleep(10)
        }
      }
      const compare = async (one: number, other: number) =>
        Comparison.parse(await call('capture.compare', { one, other }))
      const steps = Math.min(CHAIN, count - done)
      const found = await playHistories({ city, capture, compare, seed: seed + chain, steps })
      await city.close()
      for (const line of found) report(line)
      wrong += found.length
      done += steps
      if (chain % 4 === 3) report(`${done} histories, ${wrong} things told wrongly`)
    }
  } finally {
    await archive.close()
    rmSync(folder, { recursive: true, force: true })
  }
  report(`${done} histories on real feed servers, ${wrong} things told otherwise than the servers know`)
  return wrong
}
