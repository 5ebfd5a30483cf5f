// Bluesky, captured: the account's repository as its server keeps it, and what others answered below its posts (docs/formats/bluesky.md).
import type { AnswerItem, CapturedReader, StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import { failed, passedOver } from '../kit/draft.ts'
import { CONTEXT, jsonAnswers, parsed } from '../kit/json-answer.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { isObject, type JsonObject, listOf, objectsOf, textOf } from '../kit/value.ts'
import { blocksIn, CarError } from '../platforms/bluesky/car.ts'
import { blockOutcomes } from '../platforms/bluesky/reader.ts'
import { recordOutcome } from '../platforms/bluesky/record.ts'
import { lookAt } from '../platforms/bluesky/repo.ts'
import { signedBy, whatServersSay } from '../platforms/bluesky/signed-by.ts'

/** Deeper answers were not asked for. */
const DEEPEST = 200
const OWN = passedOver('The account’s own post in a view of its answers: it is read from the repository.')
const GONE = passedOver('An answer that the platform says is gone, or is shown to nobody here.')

const views = jsonAnswers({
  name: 'bluesky',
  lists: () => false,
  make: () => CONTEXT,
  rest: (value, answer) => (isObject(value.thread) ? threadOutcomes(value, answer) : CONTEXT),
})

export default {
  name: 'bluesky',
  read: (answer) => (isRepository(answer.url) ? repository(answer) : views.read(answer)),
  shows: ({ url, bytes }) => blobsListed(url, bytes),
  streamed: (answer) => (isRepository(answer.url) ? null : (views.streamed?.(answer) ?? null)),
  // The account's own name, and the key that signs its repository, stand in other answers than the repository.
  notes: function* ({ url, bytes }) {
    const value = isRepository(url) ? null : parsed(bytes)
    if (!isObject(value)) return
    yield* whatServersSay(value)
    if (textOf(value.did) === '' || textOf(value.handle) === '') return
    yield [`handle of ${textOf(value.did)}`, textOf(value.handle)]
  },
} satisfies CapturedReader

const isRepository = (url: string) => new URL(url).pathname.endsWith('/com.atproto.sync.getRepo')

/** Each block is an item at its place. */
async function* repository(answer: StoredAnswer): AsyncGenerator<AnswerItem> {
  const { bytes, media, url, noted } = answer
  try {
    const blocks = blocksIn(bytes)
    const repo = lookAt(blocks, bytes, '')
    const did = repo.commit?.did ?? new URL(url).searchParams.get('did') ?? ''
    const handle = noted(`handle of ${did}`)
    const blobs = capturedBlobs(media, url, did)
    const commit = await signedBy(repo, did, answer)
    const handles = new Map(handle === null ? [] : [[did, handle]])
    for (const block of blocks) {
      const cid = block.cid?.toString() ?? ''
      const paths = repo.paths.get(cid) ?? []
      for (const [place, outcome] of blockOutcomes(block, repo, handles, blobs, commit).entries())
        yield { pointer: `/${paths[place] ?? cid}`, start: block.start, bytes: block.bytes, outcome }
    }
  } catch (error) {
    if (!(error instanceof CarError)) throw error
    const outcome = failed('repository-damaged', error.message.replace(/\.$/, ''))
    yield { pointer: '/', start: 0, bytes: new Uint8Array(), outcome }
  }
}

/** Where a server gives a blob out; as `api/bluesky` asks for it. */
function blobAddress(at: string, did: string, cid: string): string {
  const address = new URL('/xrpc/com.atproto.sync.getBlob', at)
  address.searchParams.set('did', did)
  address.searchParams.set('cid', cid)
  return address.href
}

/** The blobs that a server says an account has. */
function blobsListed(url: string, bytes: Buffer): readonly string[] {
  const asked = new URL(url)
  if (!asked.pathname.endsWith('/com.atproto.sync.listBlobs')) return []
  const value = parsed(bytes)
  const did = asked.searchParams.get('did') ?? ''
  return (isObject(value) ? listOf(value.cids) : []).map((cid) => blobAddress(url, did, textOf(cid)))
}

/** Posts name a blob by its digest; the capture has it under its address. */
function capturedBlobs(media: MediaFinder, url: string, did: string): MediaFinder {
  return {
    ...media,
    startingWith: () => [],
    file: (named) => ({ ...media.file({ ...named, uri: blobAddress(url, did, named.uri) }), names: [named.uri] }),
  }
}

/** What others said below a post; what its author hid there (`threadgate`) is said to be hidden. */
function threadOutcomes(value: JsonObject, answer: StoredAnswer): readonly Outcome[] {
  const gate = isObject(value.threadgate) ? value.threadgate : {}
  const gateRecord = isObject(gate.record) ? gate.record : {}
  const hidden = new Set(listOf(gateRecord.hiddenReplies).map(textOf))
  const owner = didOf(new URL(answer.url).searchParams.get('uri') ?? '')
  return isObject(value.thread) ? below(value.thread, { owner, hidden, answer }, 0) : []
}

interface Around {
  readonly owner: string
  readonly hidden: ReadonlySet<string>
  readonly answer: StoredAnswer
}

function below(node: JsonObject, around: Around, depth: number): readonly Outcome[] {
  if (depth > DEEPEST) return []
  if (!isObject(node.post)) return [GONE]
  return [postOutcome(node.post, around), ...objectsOf(node.replies).flatMap((one) => below(one, around, depth + 1))]
}

function postOutcome(post: JsonObject, { owner, hidden, answer }: Around): Outcome {
  const uri = textOf(post.uri)
  const did = didOf(uri)
  if (did === owner) return OWN
  const author = (isObject(post.author) ? textOf(post.author.handle) : '') || did
  const path = uri.slice(`at://${did}/`.length)
  const made = recordOutcome(post.record, { did, path, cid: textOf(post.cid), author, media: answer.media })
  const labels = objectsOf(post.labels).map(({ val }) => textOf(val))
  const isHidden = hidden.has(uri) || labels.some((label) => label === '!hide' || label === '!takedown')
  if (made.type !== 'record' || !isHidden) return made
  const { draft } = made
  const hiddenHow = 'Hidden below the post by its author, or by a label of the platform.'
  return {
    type: 'record',
    draft: {
      ...draft,
      details: { ...draft.details, hidden: true, hiddenHow },
      content: { said: draft.content, hidden: true },
    },
  }
}

const didOf = (uri: string) => /^at:\/\/([^/]+)/.exec(uri)?.[1] ?? ''
