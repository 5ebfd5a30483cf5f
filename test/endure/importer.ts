// A process that imports archives into a vault one after the other, taking up an interrupted import, until all are in it or it is killed.
// Usage: node importer.ts VAULT ARCHIVE...
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId } from '../../shared/domain/id.ts'
import { openBuilt } from '../bench/open.ts'

const [vault = '', ...sources] = process.argv.slice(2)
const archive = await openBuilt(vault, !existsSync(join(vault, 'vault.json')))
const context = () => ({ command: CommandId.parse(randomUUID()), actor: null, signal: new AbortController().signal })
const Jobs = z.array(
  z.object({ id: z.string(), kind: z.string(), state: z.string(), resumable: z.boolean(), problem: z.unknown() }),
)
const Accounts = z.array(z.object({ id: z.number() }))

async function account(): Promise<number> {
  const [known] = Accounts.parse(await archive.call('account.list', {}, context()))
  if (known) return known.id
  const draft = { platform: 'x', handle: 'AlderBayCity', name: '', department: '', liaison: '', nativeId: null }
  return z.object({ id: z.number() }).parse(await archive.call('account.add', draft, context())).id
}

async function imports() {
  const jobs = Jobs.parse(await archive.call('job.list', { limit: 200 }, context()))
  return jobs.filter((job) => job.kind === 'intake.import')
}

async function importAnew(source: string): Promise<void> {
  const sources = [archive.grant(source, 'read').grant]
  await archive.call('intake.import', { sources, account: await account(), platform: null }, context())
}

async function ended(): Promise<Awaited<ReturnType<typeof imports>>> {
  for (;;) {
    const all = await imports()
    if (all.every(({ state }) => state !== 'running' && state !== 'queued')) return all
    await sleep(50)
  }
}

/** Imports what is missing; gives up when an import of this process does not succeed. Returns whether all are in the vault. */
async function importAll(): Promise<boolean> {
  for (let begun = 0; ; ) {
    const all = await ended()
    const done = all.filter(({ state }) => state === 'succeeded').length
    const source = sources[done]
    if (source === undefined) return true
    if (done < begun) return false
    begun = done + 1
    // Killed before its package was written down, an import left nothing: it is begun anew.
    const interrupted = all.find((job) => job.resumable)
    if (interrupted) await archive.call('job.resume', { id: interrupted.id }, context())
    else await importAnew(source)
  }
}

const whole = await importAll()
await archive.close()
process.exit(whole ? 0 : 1)
