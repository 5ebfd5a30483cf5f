// The many records of one key, as empty posts without a date are: kept in memory, so that each further item costs a look-up and not a reading of them all.
import { type Candidate, ordinalOf } from '../vault/record/candidates.ts'
import type { Given } from './identity-settled.ts'

/** So many records of one key are a crowd. */
export const CROWD = 64

/** The records of one key. */
export interface Crowd {
  /**
   * The record that an item is, from now on one that was seen: one with the content that was not met in this file; else one that was not seen
   * since earlier accessions, of which it is another state; else the next of the key.
   * @param file which one is read: in another, what was met in the last one may be met again
   * @param digest of its content, hexadecimal
   */
  take(file: number, digest: string, isFree: (one: { readonly nativeId: string }) => boolean): string
}

interface Member {
  readonly nativeId: string
  readonly rank: number
  readonly digests: Set<string>
  seen: boolean
}

/** Those with one content, of which the first ones were met in this file. */
interface Alike {
  members: Member[]
  next: number
}

/** Records under a former key come after those of today's. */
const FORMER = 2 ** 40

/**
 * @param known as the vault holds them, in their order
 * @param here what items before became that may not be in the vault yet
 * @param accession the one being received: what it has seen already is no earlier state of something else
 */
export function crowdOf(key: string, known: readonly Candidate[], here: readonly Given[], accession: number): Crowd {
  const members = new Map<string, Member>()
  const byDigest = new Map<string, Alike>()
  let last = 0
  let reading: number | null = null

  const memberOf = (nativeId: string): Member => {
    const known = members.get(nativeId)
    if (known !== undefined) return known
    const isOwn = nativeId === key || nativeId.startsWith(`${key}~`)
    const ordinal = ordinalOf(nativeId, key)
    last = Math.max(last, ordinal)
    const member = { nativeId, rank: isOwn ? ordinal : FORMER + members.size, digests: new Set<string>(), seen: false }
    members.set(nativeId, member)
    return member
  }
  const say = (member: Member, digest: string) => {
    if (member.digests.has(digest)) return
    member.digests.add(digest)
    const alike = byDigest.get(digest)
    if (alike === undefined) byDigest.set(digest, { members: [member], next: 0 })
    else alike.members.push(member)
  }
  const give = (nativeId: string, digest: string): string => {
    const member = memberOf(nativeId)
    member.seen = true
    say(member, digest)
    return nativeId
  }
  const inOrder = () => {
    for (const alike of byDigest.values()) {
      alike.members.sort((one, other) => one.rank - other.rank)
      alike.next = 0
    }
  }
  for (const { nativeId, digests, seen } of known) {
    const member = memberOf(nativeId)
    member.seen = seen >= accession
    for (const digest of digests) say(member, digest)
  }
  for (const { nativeId, digest } of here) give(nativeId, digest)
  const earlier = [...members.values()].filter(({ seen }) => !seen).sort((one, other) => other.rank - one.rank)

  /** What was met in this file stays met until the next: nobody is looked at twice. */
  const sameAs = (digest: string, isFree: (one: Member) => boolean): Member | undefined => {
    const alike = byDigest.get(digest)
    if (alike === undefined) return undefined
    while (alike.next < alike.members.length) {
      const one = alike.members[alike.next]
      if (one !== undefined && isFree(one)) return one
      alike.next += 1
    }
    return undefined
  }
  const ofEarlier = (): Member | undefined => {
    while (earlier.at(-1)?.seen === true) earlier.pop()
    return earlier.at(-1)
  }

  return {
    take: (file, digest, isFree) => {
      if (file !== reading) inOrder()
      reading = file
      return give((sameAs(digest, isFree) ?? ofEarlier())?.nativeId ?? `${key}~${last + 1}`, digest)
    },
  }
}
