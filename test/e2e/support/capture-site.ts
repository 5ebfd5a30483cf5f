// A real site on loopback: posts that come with scrolling, comments that come with pressing, and everything that servers and pages do wrong.
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { faults, page, tooMany, WRONG } from './capture-site-faults.ts'

/** What the site plants, and no stored byte may hold. */
export const PLANTED = [
  'sid-7f3c9b1e5a2d8064',
  'csrf-a81d40c2b7e6f935',
  'bearer-0c5e7a93d1f8b246',
  'login-5e90ab7714cd23f8',
  'correct-horse-battery-19',
  'handed-9d2c61f0e47ab583',
  'escaped-41b7d09c6ea2f835',
] as const
/** The operator, as the site greets them: none of it is the account's. */
export const OPERATOR = 'Pat Planted'

export interface CaptureSite {
  readonly origin: string
  /** What was answered whole: path and SHA-256 of the content before it was packed. */
  readonly answered: readonly { readonly path: string; readonly digest: string }[]
  /** Paths whose answers were begun and go on and on. */
  readonly begun: readonly string[]
  /** What `/board` shows: marks of its posts, `''` for one without, and their words. */
  readonly board: [mark: string, words: string][]
  /** What pages said that they found or were let do. */
  readonly reports: readonly string[]
  close(): Promise<void>
}

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const LOTS = 4
const EACH = 5

/** Starts the site. */
export async function captureSite(): Promise<CaptureSite> {
  const answered: { path: string; digest: string }[] = []
  const begun: string[] = []
  const reports: string[] = []
  const board: CaptureSite['board'] = []
  const limited = new Set<string>()
  // The second link of the chain is answered when it is asked for again, and not before.
  const held = new Set<string>()
  const server = createServer((asked, answer) => {
    const { pathname, searchParams } = new URL(asked.url ?? '/', 'http://site')
    const say = (type: string, text: string | Buffer, status = 200) => {
      const bytes = Buffer.from(text)
      const packed = /gzip/.test(asked.headers['accept-encoding'] ?? '') && !type.startsWith('image/')
      answered.push({ path: asked.url ?? '', digest: createHash('sha256').update(bytes).digest('hex') })
      const cookie = { 'Set-Cookie': `sid=${PLANTED[0]}; HttpOnly; Path=/` }
      answer.writeHead(status, { 'Content-Type': type, ...cookie, ...(packed ? { 'Content-Encoding': 'gzip' } : {}) })
      answer.end(packed ? gzipSync(bytes) : bytes)
    }
    if (pathname === '/chain') return say('text/html', page('Chain', chain([1, 2])))
    if (pathname === '/chain/2' && !held.has('2')) return void held.add('2')
    if (pathname.startsWith('/chain/')) return say('text/html', page('Link', chain([])))
    if (pathname === '/members') return say('text/html; charset=utf-8', members(asked))
    if (pathname === '/enter') return void enter(asked, answer)
    if (pathname === '/robots.txt') return say('text/plain', ROBOTS)
    if (pathname === '/limited' && !limited.delete('next')) return tooMany(answer, '1', () => limited.add('next'))
    if (pathname === '/limited') return say('text/html', page('Limited', '<article>After waiting</article>'))
    if (pathname === '/unhurried') return say('text/html', listPage('/unhurried/more', 'lot < 2', TALL))
    if (pathname === '/unhurried/more') return void setTimeout(() => say('text/html', TALL), UNHURRIED_MS)
    if (pathname === '/guarded') return say('text/html', listPage('/guarded/more', 'lot < 2', TALL))
    if (pathname === '/guarded/more') return say('text/plain', 'not for you', 403)
    if (pathname === '/unscripted')
      return say('text/html', page('Unscripted', `${TALL}<script src="/broken"></script>`))
    if (pathname === '/unkept') return say('text/html', page('Unkept', posts(0)))
    if (pathname === '/old') return say('text/html; charset=utf-8', oldPage())
    if (pathname === '/older') return say('text/html; charset=utf-8', dated(Number(searchParams.get('lot'))))
    if (pathname === '/city') return say('text/html; charset=utf-8', cityPage(asked))
    if (pathname === '/city/about') return say('text/html', page('About', '<article>About the city</article>'))
    if (pathname === '/style.css') return say('text/css', STYLE)
    if (pathname === '/script.js') return say('text/javascript', script)
    if (pathname === '/more') return say('text/html; charset=utf-8', posts(Number(searchParams.get('lot'))))
    if (pathname === '/comments') return say('application/json', comments(Number(searchParams.get('post'))))
    if (pathname === '/session') return say('application/json', JSON.stringify({ access_token: PLANTED[2] }))
    if (pathname === '/picture.png') return say('image/png', PICTURE)
    if (pathname === '/report') {
      reports.push(searchParams.get('says') ?? '')
      return say('text/plain', 'heard')
    }
    if (pathname === '/window') return say('text/html', page('Window', windowed))
    if (pathname === '/board') return say('text/html', page('Board', board.map(boardPost).join('')))
    if (pathname === '/wrong')
      return say('text/html', page('Wrong', TALL + WRONG.map((at) => `<a href="${at}">x</a>`).join('')))
    const fault = faults[pathname.replace(/^\/wrong(?=\/)/, '')]
    if (fault === undefined) return say('text/plain', 'not here', 404)
    begun.push(pathname)
    fault(answer, server)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: originOf(server),
    answered,
    begun,
    board,
    reports,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Where a server listens. */
function originOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.')
  return `http://127.0.0.1:${address.port}`
}

/** How the page's heading looks, where its stylesheet came. */
export const HEADING = 'rgb(0, 84, 60)'
const STYLE = `h1 { color: ${HEADING} }`

/** The page sends back the cookie that it was asked with, as many do. */
function cityPage(asked: IncomingMessage): string {
  const echoed = `<!-- ${asked.headers.cookie ?? ''} ${PLANTED[1]} -->`
  return page(
    'City of Alder Bay',
    `<meta name="csrf-token" content="${PLANTED[1]}"><link rel="stylesheet" href="/style.css"><h1>Alder Bay</h1><img src="/picture.png" alt="The bay">
    <a href="/city/about">About</a> <a href="/elsewhere">Elsewhere</a>
    <!-- answered to ${PLANTED[2]} --><form data-csrf="${PLANTED[5]}" data-state="{&quot;jwt&quot;:&quot;${PLANTED[6]}&quot;}"></form>
    <a href="/elsewhere?sid=${PLANTED[5]}">Elsewhere</a><div id="list">${posts(0)}</div><script src="/script.js"></script>${asked.headers.cookie === undefined ? '' : echoed}`,
  )
}

function chain(links: readonly number[]): string {
  return `<article>A link of the chain</article>${links.map((n) => `<a href="/chain/${n}">${n}</a>`).join(' ')}`
}

const ROBOTS = 'User-agent: *\nDisallow: /city\n'
const MEMBER = PLANTED[3]

/** What members see, greeted by name; everybody else is asked for a log-in, with an answer of success as many sites do. */
function members(asked: IncomingMessage): string {
  const cookies = asked.headers.cookie ?? ''
  if (!cookies.includes(MEMBER))
    return page(
      'Log in',
      '<form method="post" action="/enter"><input name="user"><input name="pass" type="password"></form>',
    )
  return page(
    'Members of Alder Bay',
    `<div id="wpadminbar">Howdy, ${OPERATOR} <a href="/mine">3 notices for ${OPERATOR}</a></div>
    <article>For members alone: the gate code is changed</article><script>const session = { "session_token": "${MEMBER}" }</script>`,
  )
}

/** Lets in whoever knows the password, until the window is closed as far as the site knows. */
async function enter(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  let sent = ''
  for await (const chunk of asked) sent += String(chunk)
  const known = new URLSearchParams(sent).get('pass') === PLANTED[4]
  const kept = known ? { 'Set-Cookie': `member=${MEMBER}; HttpOnly; Path=/` } : {}
  answer.writeHead(302, { Location: '/members', ...kept }).end()
}

const boardPost = ([mark, words]: CaptureSite['board'][number]) =>
  `<article${mark === '' ? '' : ` id="${mark}"`}>${words}</article>`

/** A list of twelve that holds no more than the four in view, as long lists on closed platforms do. */
const windowed = `<div id="list" style="height: ${12 * 400}px"></div><script>
  const draw = () => {
    const first = Math.min(8, Math.max(0, Math.floor(scrollY / 400)))
    list.style.paddingTop = first * 400 + 'px'
    list.replaceChildren(...Array.from({ length: 4 }, (_, n) => {
      const post = document.createElement('article')
      post.style.height = '400px'
      post.innerHTML = 'Windowed notice ' + (first + n) + ' <a href="/window/' + (first + n) + '"><time datetime="2026-11-30">1d</time></a>'
      return post
    }))
  }
  list.style.boxSizing = 'border-box'
  draw()
  addEventListener('scroll', draw)</script>`

/** Longer than a page is quiet for at its end. */
const UNHURRIED_MS = 4000

const TALL = '<article style="height: 1200px">Taller than the window</article>'

/** A list that grows with scrolling. @param goesOn the condition under which more is asked for */
function listPage(more: string, goesOn: string, first: string): string {
  return page(
    'List',
    `<div id="list">${first}</div><script>
    let lot = 1, busy = false
    addEventListener('scroll', async () => {
      if (busy || !(${goesOn}) || innerHeight + scrollY < document.body.scrollHeight - 50) return
      busy = true
      list.insertAdjacentHTML('beforeend', await (await fetch('${more}?lot=' + lot++)).text())
      busy = false
    })</script>`,
  )
}

/** A list without an end whose posts are a day older each. */
const oldPage = () => listPage('/older', 'true', dated(0))

function dated(lot: number): string {
  const one = (n: number) => {
    const day = new Date(Date.UTC(2026, 9, 30) - n * 86_400_000).toISOString()
    return `<article style="height: 300px"><time datetime="${day}">${day}</time> Entry ${n}</article>`
  }
  return Array.from({ length: EACH }, (_, n) => one(lot * EACH + n)).join('')
}

function posts(lot: number): string {
  const one = (n: number) => `<article class="post" itemscope itemtype="https://schema.org/SocialMediaPosting">
    <h2 itemprop="headline">Notice ${n}</h2><p itemprop="text">Señal número ${n}</p>
    <button type="button" data-post="${n}">View 2 more comments</button></article>`
  return Array.from({ length: EACH }, (_, n) => one(lot * EACH + n)).join('')
}

function comments(post: number): string {
  return JSON.stringify([1, 2].map((n) => `Comment ${n} on notice ${post}`))
}

/** Loads with scrolling and pressing, and tries what it may not. */
const script = `
let lot = 1, busy = false
const csrf = document.querySelector('meta[name="csrf-token"]').content
const session = fetch('/session').then((answer) => answer.json())
addEventListener('scroll', async () => {
  if (busy || lot >= ${LOTS} || innerHeight + scrollY < document.body.scrollHeight - 50) return
  busy = true
  list.insertAdjacentHTML('beforeend', await (await fetch('/more?lot=' + lot++, { headers: { 'X-CSRF-Token': csrf, Authorization: 'Bearer ' + (await session).access_token } })).text())
  busy = false
})
addEventListener('click', async ({ target }) => {
  if (target.dataset.post === undefined) return
  const told = await (await fetch('/comments?post=' + target.dataset.post + '&access_token=' + (await session).access_token)).json()
  target.outerHTML = told.map((text) => '<article class="comment">' + text + '</article>').join('')
})
const tried = [
  innerWidth,
  typeof require, typeof process, typeof module,
  window.open('https://other.example/') === null ? 'no window' : 'window',
]
Promise.all([
  navigator.mediaDevices?.getUserMedia({ video: true }).then(() => 'camera', (error) => error.name) ?? 'NotAllowedError',
  Notification.requestPermission(),
  fetch('http://10.1.2.3/secret').then(() => 'reached', () => 'not reached'),
  fetch('http://localhost:1/secret').then(() => 'reached', () => 'not reached'),
]).then((found) => fetch('/report?says=' + [...tried, ...found].join(',')))
const file = document.createElement('a')
file.href = 'data:application/octet-stream,x'; file.download = 'x.bin'; file.click()
setTimeout(() => { location.href = '/elsewhere' }, 300)
`
