// A WordPress site as its REST reference has it: posts, what is kept of each edit, autosaves; editors are shown more than others.
import type { IncomingHttpHeaders } from 'node:http'
import type { Asked, Reply } from './replay.ts'

interface Saved {
  readonly id: number
  readonly time: string
  readonly words: string
  readonly author: number
  readonly isAutosave: boolean
}
interface Post {
  readonly id: number
  date: string
  status: 'draft' | 'publish'
  words: string
  readonly saved: Saved[]
}

/** Whether a request says who asks. */
const isEditor = ({ authorization }: IncomingHttpHeaders) => authorization?.startsWith('Basic ') === true

/** Times are those of a day, `10:00`. */
export class Site {
  tags: readonly string[] = []
  readonly #posts = new Map<number, Post>()
  #revisions = 1000

  /** Saves a draft. */
  save(id: number, time: string, words: string): void {
    this.#put(id, time, words, 'draft', 1)
  }
  publish(id: number, time: string, words: string): void {
    this.#put(id, time, words, 'publish', 1)
  }
  edit(id: number, time: string, words: string, author = 1): void {
    this.#put(id, time, words, this.#posts.get(id)?.status ?? 'publish', author)
  }
  autosave(id: number, time: string, words: string): void {
    const made = { id: ++this.#revisions, time, words, author: 1, isAutosave: true }
    this.#posts.get(id)?.saved.push(made)
  }

  answer({ url, headers }: Asked): Reply | undefined {
    const [route, query] = [url.searchParams.get('rest_route') ?? '', url.searchParams]
    if (route === '/wp/v2/types')
      return { json: { post: { slug: 'post', rest_base: 'posts', rest_namespace: 'wp/v2' } } }
    const [, of] = /^\/wp\/v2\/posts\/(\d+)\/revisions$/.exec(route) ?? []
    const editor = isEditor(headers)
    if (of !== undefined && !editor) return { status: 401, json: { code: 'rest_cannot_read', message: 'Sorry.' } }
    if (of !== undefined)
      return paged(
        (this.#posts.get(Number(of))?.saved ?? []).map((one) =>
          query.get('_fields') === null ? revision(one, Number(of)) : { id: one.id, parent: Number(of) },
        ),
        query,
      )
    if (route !== '/wp/v2/posts') return undefined
    const shown = [...this.#posts.values()].filter(({ status }) => editor || status === 'publish')
    return paged(
      shown.map((post) => this.#item(post, query.get('_fields'))),
      query,
    )
  }

  #put(id: number, time: string, words: string, status: Post['status'], author: number): void {
    const post = this.#posts.get(id) ?? { id, date: time, status, words, saved: [] }
    // A draft has no date of its own until it is published.
    if (post.status === 'draft') post.date = time
    Object.assign(post, { status, words })
    post.saved.push({ id: ++this.#revisions, time, words, author, isAutosave: false })
    this.#posts.set(id, post)
  }

  #item({ id, date, status, words, saved }: Post, fields: string | null): unknown {
    const _links = { 'version-history': [{ count: saved.length, href: '' }] }
    if (fields === 'id') return { id }
    if (fields === 'id,_links') return { id, _links }
    const terms = this.tags.map((name) => ({ taxonomy: 'post_tag', name }))
    const _embedded = { author: [{ id: 1, slug: 'clerk' }], 'wp:term': [terms] }
    const at = `2026-10-01T${padded(date)}:00`
    const modified_gmt = `2026-10-01T${padded(saved.findLast(({ isAutosave }) => !isAutosave)?.time ?? date)}:00`
    return { id, type: 'post', status, date: at, date_gmt: at, modified_gmt, ...worded(id, words), _links, _embedded }
  }
}

const padded = (time: string) =>
  time
    .split(':')
    .map((part) => part.padStart(2, '0'))
    .join(':')
const both = (raw: string) => ({ raw, rendered: `<p>${raw}</p>` })
const worded = (id: number, words: string) => ({
  title: both(`Notice ${id}`),
  content: both(words),
  excerpt: both(''),
})

function revision({ id, time, words, author, isAutosave }: Saved, parent: number): unknown {
  const at = `2026-10-01T${padded(time)}:00`
  const slug = `${parent}-${isAutosave ? 'autosave' : 'revision'}-v1`
  return { id, parent, author, slug, date: at, date_gmt: at, modified: at, modified_gmt: at, ...worded(parent, words) }
}

function paged(all: readonly unknown[], query: URLSearchParams): Reply {
  const [page, per] = [Number(query.get('page')), Number(query.get('per_page'))]
  const headers = { 'x-wp-totalpages': String(Math.max(1, Math.ceil(all.length / per))) }
  return { headers, json: all.slice((page - 1) * per, page * per) }
}
