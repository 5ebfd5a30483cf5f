// How much of what is wrong is told: no more than a person can read, and how much more there is.
import type { VerifyFinding } from '../../../../shared/contract/vault.ts'
import { finding } from './check.ts'

const KEPT = 1000

/** Gathers findings: the first thousand, and in a last one how many were left out. */
export function limitedFindings(kept = KEPT): { add(one: VerifyFinding): void; all(): VerifyFinding[] } {
  const findings: VerifyFinding[] = []
  let left = 0
  return {
    add: (one) => {
      if (findings.length < kept) findings.push(one)
      else left += 1
    },
    all: () => (left === 0 ? findings : [...findings, finding('V099', `${left} more`)]),
  }
}
