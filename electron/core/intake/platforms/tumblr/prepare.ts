// Owns reading Tumblr's XML once before: posts that have pages beside it, and who is who in conversations.
import type { Claims } from '../../kit/claims.ts'
import { eachElement } from '../../kit/each-element.ts'
import { elementsIn } from '../../kit/markup.ts'
import type { Survey } from '../../kit/peek.ts'
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
