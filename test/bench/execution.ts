// How fast an approved plan is carried out, proof and certificate and all. Run: npm run bench -- execution [RECORDS]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { purgeableVault } from './purgeable-vault.ts'

/** Executes a plan over so many records, in a process of its own. */
export async function benchExecution(folder: string, records: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const own = mkdtempSync(join(folder, 'execution-'))
  const vault = join(own, 'bench.muniment')
  await purgeableVault(
    vault,
    own,
    Array.from({ length: records }, (_, at) => at + 1),
    false,
  )
  const began = performance.now()
  const executor = resolve(import.meta.dirname, '../endure/executor.ts')
  const { status } = spawnSync(process.execPath, [executor, vault], { stdio: 'inherit' })
  const seconds = (performance.now() - began) / 1000
  if (status !== 0) throw new Error('the execution did not end well')
  console.log(`execution of ${records} records: ${seconds.toFixed(1)} s, ${Math.round(records / seconds)} records/s`)
  rmSync(own, { recursive: true, force: true })
}
