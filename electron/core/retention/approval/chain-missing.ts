// What is missing of the chain, and whether what is recorded of it proves what it says.
import { join } from 'node:path'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import {
  type ApprovalState,
  type ApprovalSubject,
  approvalStatement,
  approvalWords,
} from '../../../../shared/domain/disposition/approval.ts'
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import { existsSync } from '../../vault/cipher/fs.ts'
import { isSignedBy } from '../../vault/key/seal.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import type { StoredApproval } from '../../vault/repository/disposition/approval.ts'

/** A sentence for each office of the chain that has not approved. */
export function chainMissing(roles: readonly ApprovalState[]): string[] {
  return roles.flatMap(({ role, state, approval, lapsesOn }) => {
    const { office } = approvalWords[role]
    if (state === 'missing') return [`${office} has not approved yet.`]
    if (state === 'reported') {
      return [
        `${office}: ${approval?.name ?? ''} is only reported to have approved. A name executes nothing: it needs the signature, or the signed page.`,
      ]
    }
    if (state === 'lapsed')
      return [`${office}: the approval lapsed on ${lapsesOn === null ? '' : readableDay(lapsesOn)}.`]
    return []
  })
}

/** One person approves for one office alone, unless the office's settings say otherwise. */
export function namesTwice(roles: readonly ApprovalState[]): string[] {
  const standing = roles.flatMap(({ state, approval }) => (state === 'approved' && approval !== null ? [approval] : []))
  return standing.flatMap((one, place) => {
    const earlier = standing.slice(0, place).find((other) => sameWho(one.name, other.name))
    if (earlier === undefined) return []
    const offices = `${approvalWords[earlier.role].office} and ${approvalWords[one.role].office}`
    return [`${one.name} approved as ${offices}: two persons are needed, unless the office’s settings say otherwise.`]
  })
}

function sameWho(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return plain(one) === plain(other)
}

/** Signatures by keys that nobody has confirmed with their holders are recorded and do not count. */
export function unconfirmedKeys(roles: readonly ApprovalState[], stored: readonly StoredApproval[]): string[] {
  const counted = new Set(roles.map(({ approval }) => approval?.id))
  return stored.flatMap(({ approval: { id, way, name, role }, keyCounts }) =>
    way !== 'signed' || keyCounts || !counted.has(id)
      ? []
      : [
          `The key of ${name} (${approvalWords[role].office}) is not confirmed: it counts once the holder and a second person stand behind it.`,
        ],
  )
}

/** What is recorded is held against the plan again: signatures over exactly these words, pages that are there. */
export function forgedApprovals(
  folder: string,
  { city, vaultId, digest: plan, asOf, custody }: PlanFile,
  stored: readonly StoredApproval[],
): string[] {
  const bound = custody === undefined ? {} : { custody }
  return stored.flatMap(({ approval, statement, signature, publicKey }) => {
    const { role, name, title, signedOn, heldPackages, way, document } = approval
    const subject: ApprovalSubject = { city, vaultId, plan, asOf, role, name, title, signedOn, heldPackages, ...bound }
    if (statement === approvalStatement(subject)) {
      if (way === 'reported') return []
      if (way === 'attached' && document !== null && existsSync(join(folder, objectPath(document)))) return []
      if (way === 'signed' && signature && publicKey && isSignedBy(publicKey, statement, signature)) return []
    }
    return [`The approval of ${name} (${approvalWords[role].office}) is not of this plan, or was changed since.`]
  })
}
