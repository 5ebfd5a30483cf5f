// How fast an approved plan is carried out, proof and certificate and all, beside a bare delete of the same records in the same run.
// Run: npm run bench -- execution [RECORDS]
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { measure } from './measure.ts'
import { purgeableVault } from './purgeable-vault.ts'

const Took = z.object({ seconds: z.number(), cpu: z.number() })
const Executed = z.object({ destroyed: z.number(), stages: z.record(z.string(), Took), rssMB: z.number() })

/** Executes a plan over so many records, in a process of its own; and deletes the same records in a copy of the catalog. */
export async function benchExecution(folder: string, records: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const own = mkdtempSync(join(folder, 'execution-'))
  const [vault, copy] = [join(own, 'bench.muniment'), join(own, 'bare.sqlite')]
  try {
    await purgeableVault(
      vault,
      own,
      Array.from({ length: records }, (_, at) => at + 1),
      false,
    )
    copyFileSync(join(vault, 'catalog.sqlite'), copy)
    const bare = Took.parse(await measure(join(import.meta.dirname, 'bare-delete.ts'), copy))
    const { destroyed, stages, rssMB } = Executed.parse(await measure(join(import.meta.dirname, 'executing.ts'), vault))
    const whole = { seconds: 0, cpu: 0 }
    for (const [stage, took] of Object.entries(stages)) {
      whole.seconds += took.seconds
      whole.cpu += took.cpu
      console.log(`  ${stage.padEnd(36)} ${inWords(took, destroyed)}`)
    }
    console.log(`execution of ${destroyed} records: ${inWords(whole, destroyed)}, ${rssMB} MB`)
    console.log(`a bare delete of the same records:  ${inWords(bare, destroyed)}`)
    const times = (one: number, other: number) => (one / other).toFixed(1)
    console.log(`ratio: ${times(whole.seconds, bare.seconds)}, of processor time ${times(whole.cpu, bare.cpu)}`)
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

function inWords({ seconds, cpu }: z.infer<typeof Took>, records: number): string {
  const rate = (one: number) => `${one.toFixed(1)} s, ${Math.round(records / one).toLocaleString('en-US')} records/s`
  return `${rate(seconds)}; of processor time ${rate(cpu)}`
}
