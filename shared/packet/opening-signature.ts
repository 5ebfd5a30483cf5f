// The attorney's signature under an opening: what is signed, and whether it holds.
import { z } from 'zod/mini'
import { Hex } from './manifest.ts'
import { bytesOf, type Tools } from './tools.ts'

/** `publicKey`: the 32 bytes of an Ed25519 key (RFC 8032); `signature`: its 64 bytes over the statement in UTF-8. */
export const OpeningSignature = z.object({
  statement: z.string(),
  publicKey: Hex,
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
})
export type OpeningSignature = z.infer<typeof OpeningSignature>

/** What an opening says of itself, as far as it is signed. */
export interface SignedPart {
  readonly production: number
  readonly number: string
  readonly root: string
  readonly openedBy: { readonly name: string; readonly title: string }
  readonly openedAt: string
  readonly reason: string
  readonly fields: readonly { readonly field: string }[]
}

/** The words that are signed. Values need not stand in them: the root binds the City to each. */
export function openingStatement({ production, number, root, openedBy, openedAt, reason, fields }: SignedPart): string {
  return [
    'I open what a packet of public records keeps back.',
    `Production: ${production}`,
    `Root over the packet’s commitments: ${root}`,
    `Record: ${number}`,
    `Fields: ${fields.map(({ field }) => field).join(', ')}`,
    `Opened at: ${openedAt}`,
    `Reason: ${JSON.stringify(reason)}`,
    `By: ${JSON.stringify(openedBy.name)}, ${JSON.stringify(openedBy.title)}`,
    '',
  ].join('\n')
}

/**
 * Whether a signature is of its key and over what the opening says.
 * @returns `unchecked` where this place knows no Ed25519: an old browser
 */
export async function judgeSignature(
  tools: Pick<Tools, 'utf8' | 'isSignedBy'>,
  opening: SignedPart,
  { statement, publicKey, signature }: OpeningSignature,
): Promise<'holds' | 'broken' | 'unchecked'> {
  if (statement !== openingStatement(opening)) return 'broken'
  const holds = await tools.isSignedBy(bytesOf(publicKey), tools.utf8(statement), bytesOf(signature))
  return holds === null ? 'unchecked' : holds ? 'holds' : 'broken'
}
