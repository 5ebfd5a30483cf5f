// What an entry of the ledger names, as pairs that can be read.

import { PersonId } from '../../../shared/domain/id.ts'
import { workTitle } from '../../locale/work.ts'

interface LedgerDetails {
  /** The id of the person who acted; empty where the vault itself went on with a job. */
  readonly actor: string
  readonly details: readonly (readonly [name: string, value: string])[]
}

/** Who acted by the name in the register, or null where the vault itself did. */
export function actorOf(payload: unknown, people: ReadonlyMap<PersonId, { readonly name: string }>): string | null {
  const id = PersonId.safeParse(detailsOf(payload).actor).data
  return id === undefined ? null : (people.get(id)?.name ?? id)
}

/** What an entry names, in one line. */
export function detailWords(payload: unknown): string {
  const { details } = detailsOf(payload)
  return details.map(([name, value]) => (name === 'kind' ? value : `${name} ${value}`)).join(' · ')
}

/** The pairs of a payload, notes taken apart, the kind of a job first and in words; what is empty is left out. */
function detailsOf(payload: unknown): LedgerDetails {
  const pairs = pairsOf(payload)
  const actor = pairs.find(([name]) => name === 'actor')?.[1] ?? ''
  const kind = pairs
    .filter(([name]) => name === 'kind')
    .map(([name, value]) => [name, workTitle({ kind: value, label: '' })] as const)
  return { actor, details: [...kind, ...pairs.filter(([name]) => name !== 'actor' && name !== 'kind')] }
}

function pairsOf(payload: unknown): (readonly [string, string])[] {
  if (typeof payload !== 'object' || payload === null) return []
  return Object.entries(payload).flatMap(([name, value]): (readonly [string, string])[] => {
    if (name === 'notes' && Array.isArray(value)) return value.flatMap(pairsOf)
    const words = wordsOf(value)
    return words === '' ? [] : [[nameOf(name), words]]
  })
}

/** `ruleSet` as `rule set`. */
function nameOf(key: string): string {
  return key.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}
