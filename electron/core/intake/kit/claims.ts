// Owns what a platform claims of an export, and how sure that makes anybody.
import type { Peek, Survey } from './peek.ts'
import type { About, Claim, PlatformSpec } from './spec.ts'

export type Claims = ReadonlyMap<Peek, Claim>

/** What each file is, by the platform's word. */
export function claimsOf<State>(seen: Survey, spec: Pick<PlatformSpec<State>, 'claim'>): Claims {
  const claims = new Map<Peek, Claim>()
  for (const peek of seen.peeks) {
    const claim = spec.claim(peek, seen)
    if (claim !== null) claims.set(peek, claim)
  }
  return claims
}

/** Every type of file counts once, by its weightiest: many files of one kind say no more than one. */
export function confidenceOf(claims: Claims): number {
  const weights = new Map<string, number>()
  for (const { type, weight } of claims.values()) weights.set(type, Math.max(weights.get(type) ?? 0, weight))
  const doubt = [...weights.values()].reduce((left, weight) => left * (1 - Math.min(weight, 0.99)), 1)
  return Math.min(0.99, Math.round((1 - doubt) * 100) / 100)
}

/** The signs by which it was recognised, in sentences. */
export function evidenceOf(claims: Claims, title: string, { ownerHandle, ownerName }: About): string[] {
  const first = new Map<string, { readonly name: string; readonly weight: number; count: number }>()
  for (const [{ name }, { type, weight }] of claims) {
    const known = first.get(type)
    if (known === undefined) first.set(type, { name, weight, count: 1 })
    else known.count += 1
  }
  const signs = [...first]
    .sort(([, one], [, other]) => other.weight - one.weight)
    .slice(0, 5)
    .map(([type, { name, count }]) =>
      count === 1
        ? `${name} has the form of ${title}’s “${type}”.`
        : `${count} files have the form of ${title}’s “${type}”: ${name}, for one.`,
    )
  const owner = ownerHandle ?? ownerName
  return owner === null ? signs : [...signs, `The account is ${owner}.`]
}
