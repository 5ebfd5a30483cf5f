// Debian's MediaWiki on SQLite behind PHP's own web server: as a wiki, and as an interface that answers with JSON.
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MappingRules } from '../../shared/domain/intake/mapping.ts'
import { answers, ended, freePort, installed, type RealServer, runToEnd, start, until } from './server.ts'

const PROGRAM = '/usr/share/mediawiki'
const PASSWORD = 'planted-wiki-password-71'

/** Whether it can be started here. */
export const hasMediawiki = () => installed('php') && runs()

function runs(): boolean {
  try {
    runToEnd('php', ['-r', `exit(file_exists('${PROGRAM}/api.php') && class_exists('SQLite3') ? 0 : 1);`])
    return true
  } catch {
    return false
  }
}

/** Starts a wiki of its own in a folder. @param what whether it is captured as a wiki, or as JSON that is read by a mapping */
export async function startMediawiki(folder: string, what: 'wiki' | 'mapped'): Promise<RealServer> {
  mkdirSync(join(folder, 'db'), { recursive: true })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const install = ['--dbtype', 'sqlite', '--dbpath', join(folder, 'db'), '--dbname', 'wiki', '--pass', PASSWORD]
  const names = ['--scriptpath', '', '--server', address, '--confpath', folder, 'Alder Bay Wiki', 'Clerk']
  runToEnd('php', [`${PROGRAM}/maintenance/install.php`, ...install, ...names])
  // Nothing that is checked waits for a wiki's chores (counts, links, feeds), which take longer than an edit.
  appendFileSync(join(folder, 'LocalSettings.php'), '\n$wgJobRunRate = 0;\n')
  const env = { MW_CONFIG_FILE: join(folder, 'LocalSettings.php'), PHP_CLI_SERVER_WORKERS: '3' }
  const child = start('php', ['-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', PROGRAM], env)
  await until(() => answers(`${address}/api.php?action=query&format=json`), 'the wiki')
  const api = await signedIn(`${address}/api.php`)
  const titles = new Map<string, string>()
  let written = 0
  const own: RealServer = {
    address,
    way: 'api/mediawiki',
    platform: 'mediawiki',
    handle: 'alderbaywiki',
    credential: { user: 'Clerk', password: PASSWORD },
    kinds: ['pages', 'deleted', 'log'],
    mapping: null,
    secrets: [PASSWORD],
    remembers: true,
    tells: true,
    // SQLite has one writer.
    atOnce: 1,
    write: async (text) => {
      const title = `Notice ${++written}`
      const { edit } = Edited.parse(await api({ action: 'edit', title, text, createonly: '1' }))
      titles.set(String(edit.pageid), title)
      return String(edit.pageid)
    },
    edit: async (id, text) => void Edited.parse(await api({ action: 'edit', title: titles.get(id) ?? '', text })),
    remove: async (id) =>
      void Deleted.parse(await api({ action: 'delete', title: titles.get(id) ?? '', reason: 'test' })),
    picture: null,
    feed: null,
    hide: null,
    stop: () => ended(child),
  }
  if (what === 'wiki') return own
  // What anybody is shown of each page, seven at a time: its words as they are now. A page that was deleted is not listed, and an edit taken back is none.
  const list = `${address}/api.php?${new URLSearchParams(LISTED)}`
  const asAnybody = { way: 'api/json', platform: 'other', credential: null, kinds: [], remembers: false, tells: false }
  return { ...own, ...asAnybody, address: list, mapping: PAGES }
}

const LISTED = {
  ...{ action: 'query', format: 'json', formatversion: '2', generator: 'allpages', gaplimit: '7' },
  ...{ prop: 'revisions', rvprop: 'ids|timestamp|user|comment|content', rvslots: 'main' },
}

const PAGES = MappingRules.parse({
  platform: 'mediawiki',
  kind: { is: 'page' },
  sheet: null,
  list: 'query.pages',
  header: true,
  fields: { id: 'pageid', title: 'title', text: 'revisions[0].slots.main.content', author: 'revisions[0].user' },
  time: { column: 'revisions[0].timestamp', format: 'year-first', zone: 'UTC' },
  counts: [],
  details: [],
  asking: { paging: { by: 'cursor', column: 'continue', parameter: null } },
})

const Edited = z.object({ edit: z.object({ result: z.literal('Success'), pageid: z.number() }).loose() })
const Deleted = z.object({ delete: z.object({ title: z.string() }).loose() })
const Tokens = z.object({
  query: z.object({ tokens: z.object({ logintoken: z.string().optional(), csrftoken: z.string().optional() }) }),
})

async function signedIn(api: string): Promise<(form: Readonly<Record<string, string>>) => Promise<unknown>> {
  const jar = new Map<string, string>()
  const call = async (form: Readonly<Record<string, string>>, post: boolean): Promise<unknown> => {
    const body = new URLSearchParams({ format: 'json', formatversion: '2', ...form })
    const headers = { cookie: [...jar].map((pair) => pair.join('=')).join('; ') }
    const response = await fetch(post ? api : `${api}?${body}`, post ? { method: 'POST', body, headers } : { headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    return response.json()
  }
  const login = Tokens.parse(await call({ action: 'query', meta: 'tokens', type: 'login' }, false))
  await call(
    { action: 'login', lgname: 'Clerk', lgpassword: PASSWORD, lgtoken: login.query.tokens.logintoken ?? '' },
    true,
  )
  const csrf = Tokens.parse(await call({ action: 'query', meta: 'tokens' }, false)).query.tokens.csrftoken ?? ''
  return (form) => call({ ...form, token: csrf }, true)
}
