// A static site on loopback: a page that leads to so many others, each with a picture and posts of which half come with scrolling.
import { createServer } from 'node:http'

/** Posts of a page. */
export const POSTS = 20

/** Starts one; `/city` leads to `/city/0` and so on. */
export async function pageSite(pages: number): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const picture = Buffer.alloc(60_000, 7)
  const post = (page: number, n: number) =>
    `<article><h2>Notice ${n} of page ${page}</h2><p>${'The pool opens at nine. '.repeat(20)}</p></article>`
  const posts = (page: number, from: number) =>
    Array.from({ length: POSTS / 2 }, (_, n) => post(page, from + n)).join('')
  const links = Array.from({ length: pages }, (_, n) => `<a href="/city/${n}">${n}</a>`).join(' ')
  const script = `let more = true; addEventListener('scroll', async () => {
    if (!more) return
    more = false
    document.body.insertAdjacentHTML('beforeend', await (await fetch(location.pathname + '/more')).text())
  })`
  const server = createServer(({ url = '/' }, answer) => {
    const [, page, more] = /^\/city\/(\d+)(\/more)?$/.exec(url) ?? []
    if (url === '/picture.webp') return answer.writeHead(200, { 'Content-Type': 'image/webp' }).end(picture)
    answer.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (more !== undefined) return answer.end(posts(Number(page), POSTS / 2))
    const head = '<!doctype html><html lang="en"><title>City</title><link rel="icon" href="data:,"><body>'
    if (page === undefined) return answer.end(`${head}${url === '/city' ? links : ''}`)
    return answer.end(`${head}<img src="/picture.webp" alt="">${posts(Number(page), 0)}<script>${script}</script>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>((done) => server.close(() => done()))
  }
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, close }
}
