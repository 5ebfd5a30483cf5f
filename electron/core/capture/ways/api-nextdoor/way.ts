// Nextdoor, for agencies: the agency's own posts with their comments. Its reference is open to partners alone; what is here follows the published parts.
// https://developer.nextdoor.com/reference
import { z } from 'zod'
import { byToken } from '../../api/bearer.ts'
import {
  ACCOUNT,
  type Answer,
  type Api,
  type ApiOrder,
  type Ask,
  asking,
  type Following,
  followed,
  onward,
  withNext,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'nextdoor'
const Profile = z
  .object({ secure_profile_id: z.string().optional(), id: z.union([z.string(), z.number()]).optional() })
  .loose()
const Profiles = z.union([
  z.array(Profile),
  z.object({ profiles: z.array(Profile) }).transform(({ profiles }) => profiles),
])
const Post = z.object({ id: z.union([z.string(), z.number()]).optional(), guid: z.string().optional() }).loose()
const Posts = z.union([
  z.array(Post).transform((posts) => ({ posts, next: null, cursor: null })),
  z
    .object({
      posts: z.array(Post).optional(),
      results: z.array(Post).optional(),
      next: z.string().nullable().default(null),
      next_cursor: z.string().nullable().default(null),
    })
    .refine(({ posts, results }) => (posts ?? results) !== undefined)
    .transform(({ posts, results, next, next_cursor: cursor }) => ({ posts: posts ?? results ?? [], next, cursor })),
])

const api: Api = {
  name: 'nextdoor',
  title: 'Nextdoor for agencies',
  goal: 'Every post of the agency that its interface gives, with the comments in it',
  begin: ({ address }) => [{ url: `${address}/me/profiles/`, list: ACCOUNT, reader: READER, essential: true }],
  follow: (answer, order) =>
    answer.ask.list === ACCOUNT
      ? followed(answer, Profiles, (profiles) => ({
          ids: [],
          asks: profiles.map((profile) => posts(order, profile)),
          ...(profiles.length === 0 ? { cut: 'Nextdoor names no agency that this log-in may see.' } : {}),
        }))
      : followed(answer, Posts, (page) => lead(answer, page)),
  authorise: byToken,
}

function posts({ address }: ApiOrder, profile: z.output<typeof Profile>): Ask {
  const id = profile.secure_profile_id ?? String(profile.id ?? '')
  return {
    url: asking(`${address}/post/`, { secure_profile_id: id }),
    list: `posts of ${id}`,
    reader: READER,
    essential: true,
  }
}

function lead({ ask }: Answer, { posts: found, next, cursor }: z.output<typeof Posts>): Following {
  const named = next ?? (cursor === null ? null : asking(ask.url, { cursor }))
  return { ids: found.map(({ id, guid }) => String(guid ?? id ?? '')), ...withNext([], onward(ask, named)) }
}

export default apiWay(api)
