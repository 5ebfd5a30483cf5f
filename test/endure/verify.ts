// Opens a vault and verifies it, as a clerk would after a crash.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { CommandId } from '../../shared/domain/id.ts'
import { openBuilt } from '../bench/open.ts'

const Finding = z.object({ code: z.string(), sentence: z.string() })
const Shown = z.object({ state: z.string(), result: z.unknown(), problem: z.unknown() })

/** What the vault's own verification finds; a vault that was not made yet has nothing to find. */
export async function verifyVault(vault: string): Promise<z.infer<typeof Finding>[]> {
  if (!existsSync(join(vault, 'vault.json'))) return []
  const archive = await openBuilt(vault, false)
  try {
    return await verifyOpen(archive)
  } finally {
    await archive.close()
  }
}

/** The same of a vault that is open. */
export async function verifyOpen(
  archive: Pick<Awaited<ReturnType<typeof openBuilt>>, 'call'>,
): Promise<z.infer<typeof Finding>[]> {
  const context = () => ({
    command: CommandId.parse(randomUUID()),
    actor: null,
    signal: new AbortController().signal,
  })
  const { job } = z.object({ job: z.string() }).parse(await archive.call('vault.verify', {}, context()))
  for (;;) {
    const shown = Shown.parse(await archive.call('job.show', { id: job }, context()))
    if (shown.state === 'succeeded') return z.object({ findings: z.array(Finding) }).parse(shown.result).findings
    if (shown.state !== 'running' && shown.state !== 'queued')
      return [{ code: 'V000', sentence: `The verification ended ${shown.state}: ${JSON.stringify(shown.problem)}` }]
    await sleep(30)
  }
}
