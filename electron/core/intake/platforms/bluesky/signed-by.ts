// Owns saying of a captured repository who signed it: its commit's signature, held against the key that the account's DID documents name.
import type { StoredAnswer } from '../../captured-reader.ts'
import type { Outcome } from '../../draft.ts'
import { passedOver } from '../../kit/draft.ts'
import { isObject, type JsonObject, textOf } from '../../kit/value.ts'
import type { Repo } from './repo.ts'
import { isDidDocument, keyOf, signatureOf } from './signature.ts'

const registeredNote = (did: string) => `registered document of ${did}`
const ownNote = (did: string) => `document of ${did} as its server has it`

/** Notes of the DID documents in an answer: one that is registered, or the one that a server names beside the account. */
export function* whatServersSay(value: JsonObject): Generator<readonly [key: string, value: string]> {
  if (isDidDocument(value)) yield [registeredNote(textOf(value.id)), JSON.stringify(value)]
  const did = textOf(value.did)
  if (did !== '' && isDidDocument(value.didDoc, did)) yield [ownNote(did), JSON.stringify(value.didDoc)]
}

/** What the commit of a repository is; tells of what is wrong with it. */
export async function signedBy(
  { commit, missing, altered }: Repo,
  did: string,
  answer: StoredAnswer,
): Promise<Outcome> {
  const { noted, odd } = answer
  const [registered, own] = [documentIn(noted(registeredNote(did))), documentIn(noted(ownNote(did)))]
  const document = registered ?? own
  const whose = registered === null ? 'the account’s server names' : 'is registered for the account'
  if (commit === null)
    odd(
      'no-commit',
      'The repository holds no commit: nobody signed it, and none of its blocks is known to be a record.',
    )
  if (missing.length > 0)
    odd(
      'blocks-missing',
      `The repository’s tree lists ${missing.length} blocks that it does not hold, ${missing[0]} for one.`,
    )
  if (altered > 0)
    odd(
      'tree-altered',
      `${altered} parts of the repository’s tree or commit are not what their digests say. What they list was read and cannot be relied upon.`,
    )
  if (registered !== null && own !== null && keyOf(registered) !== keyOf(own))
    odd('did-documents-differ', 'The key that is registered for the account is another than its server names.')
  const signature = commit === null || document === null ? 'not verified' : await signatureOf(commit, document)
  if (signature === 'wrong')
    odd(
      'signature-wrong',
      `The repository’s signature does not agree with the key that ${whose}: one of them was changed.`,
    )
  if (signature === 'not verified' && commit !== null)
    odd(
      'signature-not-verified',
      'The repository’s signature was not verified: no key of a kind that can be checked was told. Its blocks were checked against their digests.',
    )
  return SAID[signature](whose)
}

const SAID = {
  verified: (whose: string) =>
    passedOver(
      `The commit, which signs the repository as a whole. Its signature was verified by the key that ${whose}.`,
    ),
  wrong: (whose: string) =>
    passedOver(`The commit of the repository. Its signature does not agree with the key that ${whose}.`),
  'not verified': () =>
    passedOver('The commit, which signs the repository as a whole. Its signature was not verified.'),
} as const

function documentIn(note: string | null): JsonObject | null {
  const value: unknown = note === null ? null : JSON.parse(note)
  return isObject(value) ? value : null
}
