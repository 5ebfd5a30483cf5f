// Discourse: the topics of a forum or of a category, with every post in them.
// https://docs.discourse.org/#tag/Topics
import { z } from 'zod'
import { type Answer, type Api, type ApiOrder, type Ask, asking, type Following, followed } from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'discourse'
/** Posts that are asked for at once. */
const AT_ONCE = 20

const Topics = z.object({
  topic_list: z.object({
    more_topics_url: z.string().optional(),
    topics: z.array(z.object({ id: z.number() }).loose()),
  }),
})
const Topic = z.object({
  id: z.number(),
  post_stream: z.object({
    posts: z.array(z.object({ id: z.number() }).loose()),
    stream: z.array(z.number()).default([]),
  }),
})
const Posts = z.object({ post_stream: z.object({ posts: z.array(z.object({ id: z.number() }).loose()) }) })

const api: Api = {
  name: 'discourse',
  title: 'Discourse',
  goal: 'Every post of every topic that the forum shows to this log-in',
  begin: ({ address }) => [
    ask(
      asking(/\/c\//.test(address) ? `${address}/l/latest.json` : `${address}/latest.json`, {
        order: 'created',
        ascending: 'true',
        page: 0,
      }),
      'topics',
      true,
    ),
  ],
  follow,
  authorise: ({ url }, secret) => {
    const [key, user] = [secret('key'), secret('user')]
    return {
      url,
      headers: key === null ? [] : [['Api-Key', key], ...(user === null ? [] : [['Api-Username', user] as const])],
    }
  },
}

/** @param counted whether its pages are counted off, and shift while somebody deletes */
const ask = (url: string, list: string, counted = false): Ask => ({
  ...{ url, list, reader: READER, essential: true },
  ...(counted ? { check: url } : {}),
})

function follow(answer: Answer, _order: ApiOrder): Following {
  const { origin, pathname, searchParams } = new URL(answer.ask.url)
  if (/\/t\/\d+\.json$/.test(pathname))
    return followed(answer, Topic, ({ id, post_stream: { posts, stream } }) => {
      const have = new Set(posts.map((post) => post.id))
      const left = stream.filter((post) => !have.has(post))
      const groups = Array.from({ length: Math.ceil(left.length / AT_ONCE) }, (_, nth) =>
        left.slice(nth * AT_ONCE, (nth + 1) * AT_ONCE),
      )
      return {
        ids: [...have].map(String),
        asks: groups.map((group) => {
          const url = new URL(`${origin}${pathname.replace(/\/t\/.*$/, '')}/t/${id}/posts.json`)
          for (const post of group) url.searchParams.append('post_ids[]', String(post))
          return ask(url.href, `posts ${group[0]} of ${id}`)
        }),
      }
    })
  if (/\/posts\.json$/.test(pathname))
    return followed(answer, Posts, ({ post_stream: { posts } }) => ({
      ids: posts.map(({ id }) => String(id)),
      asks: [],
    }))
  return followed(answer, Topics, ({ topic_list: { topics, more_topics_url: more } }) => {
    const base = pathname.replace(/\/(?:c\/.*|latest\.json)$/, '')
    const next =
      more === undefined || topics.length === 0
        ? []
        : [ask(asking(answer.ask.url, { page: Number(searchParams.get('page')) + 1 }), 'topics', true)]
    return {
      ids: topics.map(({ id }) => String(id)),
      asks: [...topics.map(({ id }) => ask(`${origin}${base}/t/${id}.json`, `topic ${id}`)), ...next],
    }
  })
}

export default apiWay(api)
