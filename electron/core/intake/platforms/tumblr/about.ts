// Owns whose export of Tumblr it is, and which pages its own list names and it does not hold.
import { MemberError } from '../../archive/archive.ts'
import type { Claims } from '../../kit/claims.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { About } from '../../kit/spec.ts'
import { isObject, objectsOf, textOf, unwrapped } from '../../kit/value.ts'
import { postNumber } from './claim.ts'
import { elementsAt } from './head.ts'

const LAYOUTS = ['posts', 'pages', 'messages', 'posts json', 'post json', 'account'] as const

/** The blog by the name under which its posts stand. */
export async function aboutTumblr(survey: Survey, claims: Claims, signal: AbortSignal): Promise<About> {
  const ofType = (type: string) => survey.peeks.filter((peek) => claims.get(peek)?.type === type)
  const blogs = blogsOfPosts(survey, claims)
  if (blogs.size === 0) for (const { json } of ofType('account')) for (const name of ownBlogs(json)) blogs.add(name)
  const [first] = blogs
  const types = new Set([...claims.values()].map(({ type }) => type))
  const several = `The posts are of ${blogs.size} blogs: ${[...blogs].join(', ')}. Each keeps the name of its blog; import each blog under its own account if they should stand apart.`
  return {
    layout: LAYOUTS.filter((type) => types.has(type)).join(' + ') || 'unknown',
    ownerHandle: first ?? null,
    ownerNativeId: null,
    ownerName: null,
    generatedAt: null,
    absent: ofType('posts').length > 0 ? [] : await pagesMissing(survey, ofType('index'), signal),
    findings:
      blogs.size > 1 && ofType('account').length === 0
        ? [{ code: 'several-blogs', file: null, sentence: several }]
        : [],
  }
}

/** The blogs that the beginnings of files of posts name. */
export function blogsOfPosts({ peeks }: Survey, claims: Claims): Set<string> {
  const names = peeks.flatMap((peek) => {
    const type = claims.get(peek)?.type
    if (type === 'posts') return blogsIn(peek.text)
    return type === 'posts json' || type === 'post json' ? blogsInJson(peek.json) : []
  })
  return new Set(names)
}

function blogsIn(text: string): readonly string[] {
  const names = [
    ...elementsAt(text, 'post').map(({ tumblelog }) => tumblelog),
    ...elementsAt(text, 'tumblelog').map(({ name }) => name),
  ]
  return names.filter((name) => name !== undefined && name !== '').map(String)
}

function blogsInJson(json: unknown): readonly string[] {
  const answer = isObject(json) ? unwrapped(json, 'response') : {}
  const posts = [json, answer.posts].flatMap(objectsOf)
  const own = isObject(json) && 'blog_name' in json ? [json] : []
  return [...own, ...posts].map(({ blog_name: name }) => textOf(name)).filter((name) => name !== '')
}

/** The blogs of an account, as its own data names them. */
export function ownBlogs(json: unknown): readonly string[] {
  const items = isObject(json) ? [json] : objectsOf(json)
  return items
    .map((one) => unwrapped(one, 'data'))
    .flatMap(({ blog_names: names }) => objectsOf(names))
    .map(({ current_blog_name: name }) => textOf(name))
    .filter((name) => name !== '')
}

const MOST_LISTED = 50

/** Pages that the list of posts links to and that are not there. */
async function pagesMissing(
  survey: Survey,
  indexes: readonly Peek[],
  signal: AbortSignal,
): Promise<NonNullable<About['absent']>> {
  const held = new Set([...survey.tree.byName.keys()].map(postNumber))
  const missing = new Set<string>()
  for (const { member } of indexes) {
    let rest = ''
    // A damaged list names what it named before the damage; its own line tells of that.
    await whereReadable(async () => {
      for await (const chunk of survey.tree.set.read(member, signal)) {
        const text = rest + chunk.toString('latin1')
        for (const [, page = ''] of text.matchAll(/href=["'](?:[^"']*\/)?(html\/\d{5,}\.html?)["']/g)) {
          if (!held.has(postNumber(page))) missing.add(page)
        }
        rest = text.slice(-400)
      }
    })
  }
  if (missing.size <= MOST_LISTED) return [...missing].map((file) => ({ type: 'pages', file, claimed: 1 }))
  return [{ type: 'pages', file: `${missing.size} pages of posts`, claimed: missing.size }]
}

async function whereReadable(read: () => Promise<void>): Promise<void> {
  try {
    await read()
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
  }
}
