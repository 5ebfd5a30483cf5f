// All checks in their order, each told of as it goes on.
import type { VerifyReport } from '../../../../shared/contract/vault.ts'
import { checkRoots } from './accessions.ts'
import { checkCatalog, checkLog } from './catalog.ts'
import type { CheckContext } from './check.ts'
import { checkFragments } from './fragments.ts'
import { limitedFindings } from './limit.ts'
import { checkObjects, checkStrays } from './objects.ts'
import { checkPackages } from './packages.ts'
import { checkRecords } from './records.ts'

const CHECKS = [
  checkCatalog,
  checkLog,
  checkPackages,
  checkObjects,
  checkStrays,
  checkRecords,
  checkFragments,
  checkRoots,
]

/**
 * Reads everything again.
 * @param report called with the check's name and how many of how many things were read; `total` is null until it is known
 * @throws the signal's reason when aborted; what is wrong with the vault is a finding
 */
export async function verifyVault(
  vault: Omit<CheckContext, 'counted' | 'noted' | 'total'>,
  report: (check: string, done: number, total: number | null) => void,
): Promise<VerifyReport> {
  const findings = limitedFindings()
  const checked: Record<string, number> = {}
  for (const check of CHECKS) {
    let done = 0
    let all: number | null = null
    const counted = () => report(check.name, ++done, all)
    const noted = (name: string) => {
      checked[name] = (checked[name] ?? 0) + 1
    }
    const total = (count: number) => {
      all = count
      report(check.name, done, all)
    }
    for await (const one of check.run({ ...vault, counted, noted, total })) findings.add(one)
    checked[check.name] = done
  }
  return { checked, findings: findings.all() }
}
