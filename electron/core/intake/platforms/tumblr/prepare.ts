// Owns reading Tumblr's XML once before: posts that have pages beside it, and who is who in conversations.
import type { Element } from 'domhandler'
import { MemberError } from '../../archive/archive.ts'
import { charsetOf, decoderFor } from '../../kit/charset.ts'
import type { Claims } from '../../kit/claims.ts'
import { decodeNodes, elementsIn } from '../../kit/markup.ts'
import { markupTree } from '../../kit/markup-tree.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import { blogsOfPosts } from './about.ts'
import { postNumber } from './claim.ts'
import { blogOf, digestOf, postTime, stateOf } from './post.ts'
import type { TumblrState, Twin } from './state.ts'
import { type Talk, type Threads, talksIn, threadsOf } from './talk.ts'

/** What must be known before the first file is read. */
export async function tumblrState(survey: Survey, claims: Claims, signal: AbortSignal): Promise<TumblrState> {
  const ofType = (type: string) => survey.peeks.filter((peek) => claims.get(peek)?.type === type)
  const pages = new Set(ofType('pages').map(({ name }) => postNumber(name)))
  const twins = new Map<string, Twin>()
  for (const peek of pages.size === 0 ? [] : ofType('posts')) {
    await eachElement(survey, peek, 'post', signal, (element) => {
      for (const post of elementsIn(element, ({ name }) => name === 'post')) {
        const { id = '', state = '' } = post.attribs
        if (!pages.has(id)) continue
        const content = { post: digestOf(post) }
        twins.set(id, { time: postTime(post.attribs), author: blogOf(post), state: stateOf(state), content })
      }
    })
  }
  const threads = new Map<string, Threads>()
  const blogs = blogsOfPosts(survey, claims)
  for (const peek of ofType('messages')) {
    const talks: Talk[] = []
    await eachElement(survey, peek, 'conversation', signal, (element) => talks.push(...talksIn(element)))
    threads.set(peek.name, threadsOf(talks, blogs))
  }
  return { twins, threads }
}

/** Hands over every element of a name; of a damaged file those before the damage. */
async function eachElement(
  { tree }: Survey,
  { member, head }: Peek,
  name: string,
  signal: AbortSignal,
  take: (element: Element) => void,
): Promise<void> {
  const decode = decoderFor(charsetOf(head))
  const markup = markupTree(true, (element) => element.name === name)
  const takeAll = () => {
    for (const { element } of markup.take()) {
      decodeNodes(element, decode, true)
      take(element)
    }
  }
  try {
    for await (const chunk of tree.set.read(member, signal)) {
      markup.write(chunk.toString('latin1'))
      takeAll()
    }
    markup.end()
    takeAll()
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
}
