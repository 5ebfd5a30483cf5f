// Owns what is known of repositories before they are read: whose they are, whether they are whole, whether their signatures hold.
import type { Claims } from '../../kit/claims.ts'
import { once } from '../../kit/once.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { textOf } from '../../kit/value.ts'
import type { BlueskyState } from './reader.ts'
import { lookThrough, type Repo } from './repo.ts'
import { handleOf, isDidDocument, signatureOf } from './signature.ts'

/** The repositories of an export, each looked through once. */
const reposOf = once(async (survey: Survey, claims: Claims, signal: AbortSignal): Promise<readonly Repo[]> => {
  const repos: Repo[] = []
  for (const [peek, { type }] of claims) {
    if (type === 'repository') repos.push(await lookThrough(survey.tree, peek, signal))
  }
  return repos
})

/** What must be known while the blocks are read. */
export async function blueskyState(survey: Survey, claims: Claims, signal: AbortSignal): Promise<BlueskyState> {
  const repos = await reposOf(survey, claims, signal)
  const handles = new Map<string, string>()
  for (const { json } of survey.peeks) {
    const handle = isDidDocument(json) ? handleOf(json) : null
    if (isDidDocument(json) && handle !== null) handles.set(textOf(json.id), handle)
  }
  return { repos: new Map(repos.map((repo) => [repo.file, repo])), handles }
}

/** What the export says of itself. */
export async function aboutRepos(survey: Survey, claims: Claims, signal: AbortSignal): Promise<About> {
  const repos = await reposOf(survey, claims, signal)
  const { handles } = await blueskyState(survey, claims, signal)
  const findings = await Promise.all(repos.map((repo) => findingsOf(repo, survey.peeks)))
  const [first] = repos
  const did = first?.commit?.did ?? null
  return {
    layout: 'repository',
    ownerHandle: did === null ? null : (handles.get(did) ?? null),
    ownerNativeId: did,
    ownerName: first?.profileName ?? null,
    generatedAt: null,
    findings: findings.flat(),
  }
}

async function findingsOf(
  { file, commit, missing, altered }: Repo,
  peeks: readonly Peek[],
): Promise<NonNullable<About['findings']>> {
  const found: { readonly code: string; readonly file: string; readonly sentence: string }[] = []
  const tell = (code: string, sentence: string) => found.push({ code, file, sentence })
  if (commit === null) {
    tell(
      'no-commit',
      'This file holds no commit: it is no whole repository, and none of its blocks can be told to be a record.',
    )
    return found
  }
  if (missing.length > 0) {
    const [one] = missing
    tell(
      'blocks-missing',
      `The repository’s tree lists ${missing.length} blocks that this file does not hold, ${one} for one. The rest was read; ask for the export again.`,
    )
  }
  if (altered > 0) {
    tell(
      'tree-altered',
      `${altered} parts of the repository’s tree or commit are not what their digests say. What they list was read and cannot be relied upon.`,
    )
  }
  const document = peeks.map(({ json }) => json).find((json) => isDidDocument(json, commit.did))
  const signature = isDidDocument(document) ? await signatureOf(commit, document) : 'not verified'
  if (signature === 'wrong') {
    tell(
      'signature-wrong',
      'The repository’s signature does not agree with the key in the DID document beside it: one of them was changed, or the key was.',
    )
  }
  if (signature === 'not verified') {
    const why =
      document === undefined
        ? 'no DID document of the account lies beside it'
        : 'the key in the DID document beside it is of a kind that cannot be checked here'
    tell(
      'signature-not-verified',
      `The repository’s signature was not verified: ${why}. Its blocks were checked against their digests.`,
    )
  }
  return found
}
