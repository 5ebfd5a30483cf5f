// Leave to use files outside the vault: an id that means nothing anywhere else, never a path.
import { basename } from 'node:path'
import { z } from 'zod'
import type { Granted } from '../../../shared/contract/message.ts'
import { GrantId } from '../../../shared/domain/id.ts'
import type { GrantTable } from './protocol.ts'

export interface GrantBook {
  give(path: string, mode: 'read' | 'write'): Granted
  /** Every grant of this opening, for the worker that is about to use one. */
  table(): GrantTable
  /** The names of the files that an input names by grant, for a job's label. */
  describe(input: unknown): string
}

/** Grants last until the vault is closed. */
export function grantBook(random: (bytes: number) => Uint8Array): GrantBook {
  const granted: Record<string, GrantTable[string]> = {}
  return {
    give: (path, mode) => {
      const grant = GrantId.parse(Buffer.from(random(16)).toString('hex'))
      const name = basename(path)
      granted[grant] = { path, name, mode }
      return { grant, name }
    },
    table: () => granted,
    describe: (input) =>
      strings(input)
        .flatMap((text) => granted[text]?.name ?? [])
        .join(', '),
  }
}

const Accepted = z.array(z.strictObject({ path: z.string(), name: z.string() }))

/** What a clerk accepts from the inbox leaves the reader as paths, and the vault process as grants. */
export function grantAccepted(operation: string, value: unknown, give: GrantBook['give']): unknown {
  if (operation !== 'inbox.accept') return value
  return Accepted.parse(value).map(({ path }) => give(path, 'read'))
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(strings)
}
