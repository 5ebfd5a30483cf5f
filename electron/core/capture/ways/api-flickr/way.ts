// Flickr: the pictures and films of an account, and the comments below them.
// https://www.flickr.com/services/api/flickr.people.getPhotos.html, flickr.photos.comments.getList.html
import { z } from 'zod'
import { byTokenOrKey } from '../../api/bearer.ts'
import {
  ACCOUNT,
  type Answer,
  type Api,
  type ApiOrder,
  type Ask,
  asking,
  type Following,
  fileAsk,
  followed,
} from '../../api/define.ts'
import { apiWay } from '../../api/run.ts'

const READER = 'flickr'
const EXTRAS =
  'description,license,date_upload,date_taken,owner_name,last_update,geo,tags,views,media,path_alias,url_o,url_l,url_k'

const User = z.object({ user: z.object({ nsid: z.string() }).loose() })
const Photos = z.object({
  photos: z.object({
    page: z.number(),
    pages: z.number(),
    photo: z.array(
      z
        .object({
          id: z.string(),
          url_o: z.string().optional(),
          url_k: z.string().optional(),
          url_l: z.string().optional(),
        })
        .loose(),
    ),
  }),
})
const Comments = z.object({ comments: z.object({ photo_id: z.string() }).loose() })
const Failed = z.object({ stat: z.literal('fail'), code: z.number(), message: z.string() })

const api: Api = {
  name: 'flickr',
  title: 'Flickr',
  goal: 'Every picture and film of the account, with the comments below it',
  begin: (order) =>
    order.nativeId === null
      ? [call(order, 'flickr.people.findByUsername', { username: order.handle }, ACCOUNT)]
      : [photos(order, order.nativeId)],
  follow,
  trouble: ({ json }) => {
    const failed = Failed.safeParse(json)
    if (!failed.success) return null
    const { code, message } = failed.data
    const sentence = `Flickr says: ${message}.`
    if (code === 1) return { is: 'gone', sentence }
    if (code === 105) return { is: 'rate', sentence }
    return code >= 96 && code <= 100 ? { is: 'log-in', sentence } : { is: 'status', sentence }
  },
  authorise: byTokenOrKey('api_key'),
}

function call(
  { address }: ApiOrder,
  method: string,
  query: Readonly<Record<string, string | number | null>>,
  list: string,
): Ask {
  const url = asking(`${address}/services/rest/`, { method, format: 'json', nojsoncallback: 1, ...query })
  return { url, list, reader: READER, essential: true }
}

function photos(order: ApiOrder, user: string): Ask {
  const seconds = (at: number | null) => (at === null ? null : Math.floor(at / 1000))
  const period = { min_upload_date: seconds(order.from), max_upload_date: seconds(order.to) }
  const query = { user_id: user, per_page: 500, page: 1, ...period }
  const made = call(order, 'flickr.people.getPhotos', { ...query, extras: EXTRAS }, 'pictures')
  return { ...made, check: call(order, 'flickr.people.getPhotos', query, 'pictures').url }
}

function follow(answer: Answer, order: ApiOrder): Following {
  const method = new URL(answer.ask.url).searchParams.get('method')
  if (method === 'flickr.people.findByUsername')
    return followed(answer, User, ({ user }) => ({ ids: [], asks: [photos(order, user.nsid)] }))
  if (method === 'flickr.photos.comments.getList') return followed(answer, Comments, () => ({ ids: [], asks: [] }))
  return followed(answer, Photos, ({ photos: { page, pages, photo } }) => {
    const { ask } = answer
    const turned = (address: string) => asking(address, { page: page + 1 })
    const comments = order.wants('comments')
      ? photo.map(({ id }) => call(order, 'flickr.photos.comments.getList', { photo_id: id }, `comments on ${id}`))
      : []
    const files = order.wants('media')
      ? photo.flatMap(({ url_o: o, url_k: k, url_l: l }) => fileAsk(o ?? k ?? l ?? ''))
      : []
    const next =
      page < pages
        ? [{ ...ask, url: turned(ask.url), ...(ask.check === undefined ? {} : { check: turned(ask.check) }) }]
        : []
    return { ids: photo.map(({ id }) => id), asks: [...comments, ...files, ...next] }
  })
}

export default apiWay(api)
