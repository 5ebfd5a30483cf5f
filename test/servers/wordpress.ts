// Debian's WordPress on MariaDB behind Apache: comments below one post are written, edited, held back and deleted.
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MappingRules } from '../../shared/domain/intake/mapping.ts'
import { answers, askJson, ended, freePort, installed, type RealServer, runToEnd, start, until } from './server.ts'

const PROGRAM = '/usr/share/wordpress'
const MODULES = '/usr/lib/apache2/modules'
const PASSWORD = 'planted-wordpress-password-72'

/** Whether it can be started here. */
export const hasWordpress = () =>
  installed('php', 'mariadbd', 'mariadb-install-db', 'apache2') &&
  installed(`ls ${PROGRAM}/wp-load.php`.replace('ls ', ''))

const Item = z.object({ id: z.number() }).loose()

/** A site, with what its interface offers besides. */
export interface Wordpress extends RealServer {
  /** Asks its interface as the site's clerk. @param path behind `/wp/v2/` */
  call(method: string, path: string, body?: unknown): Promise<unknown>
}

/** Starts a site of its own in a folder. @param what whether the items are comments, posts, or posts as JSON that is read by a mapping */
export async function startWordpress(folder: string, what: 'comments' | 'posts' | 'mapped'): Promise<Wordpress> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const socket = join(folder, 'db.sock')
  const data = join(folder, 'data')
  runToEnd('mariadb-install-db', [
    '--no-defaults',
    '--user=root',
    `--datadir=${data}`,
    '--skip-test-db',
    '--auth-root-authentication-method=socket',
  ])
  const bounds = ['--skip-networking', '--innodb-buffer-pool-size=32M', '--innodb-flush-log-at-trx-commit=0']
  const db = start('mariadbd', [
    '--no-defaults',
    '--user=root',
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'db.pid')}`,
    ...bounds,
  ])
  const sql = (words: string) => runToEnd('mariadb', ['--no-defaults', '-S', socket, '-u', 'root', '-e', words])
  await until(() => sql('select 1') !== '', 'the database')
  sql(`create database wp; create user wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost`)
  chmodSync(socket, 0o777)
  cpSync(PROGRAM, join(folder, 'site'), { recursive: true, dereference: true, force: true, errorOnExist: false })
  writeFileSync(join(folder, 'site', 'wp-config.php'), configOf(address, socket))
  writeFileSync(join(folder, 'install.php'), INSTALL)
  const made = Made.parse(JSON.parse(runToEnd('php', [join(folder, 'install.php'), PASSWORD])))
  writeFileSync(join(folder, 'httpd.conf'), apacheOf(folder, port))
  const web = start('apache2', ['-f', join(folder, 'httpd.conf'), '-D', 'FOREGROUND'])
  await until(() => answers(`${address}/?rest_route=/wp/v2/types`), 'the site')
  const headers = {
    authorization: `Basic ${Buffer.from(`clerk:${made.app}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const call = (method: string, path: string, body?: unknown) =>
    askJson(`${address}/?rest_route=/wp/v2/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const number = (id: string) => id.replace('comment ', '')
  const isPosts = what !== 'comments'
  const base = isPosts ? 'posts' : 'comments'
  const post = Item.parse(
    await call('POST', 'posts', { title: 'Below this', content: 'Say what you think.', status: 'publish' }),
  ).id
  const own: Wordpress = {
    call,
    address,
    way: 'api/wordpress',
    platform: 'wordpress',
    handle: 'alderbaynews',
    credential: { user: 'clerk', password: made.app },
    kinds: isPosts ? ['posts', 'pages'] : ['comments'],
    mapping: null,
    secrets: [PASSWORD, made.app, Buffer.from(`clerk:${made.app}`).toString('base64')],
    remembers: false,
    tells: false,
    atOnce: 4,
    picture: null,
    feed: isPosts ? `${address}/?feed=rss2` : null,
    write: async (text) => {
      const body = isPosts
        ? { title: text.slice(0, 20), content: text, status: 'publish' }
        : { post, content: text, status: 'approved' }
      const { id } = Item.parse(await call('POST', base, body))
      return isPosts ? String(id) : `comment ${id}`
    },
    edit: async (id, text) => void (await call('POST', `${base}/${number(id)}`, { content: text })),
    hide: async (id) => void (await call('POST', `${base}/${number(id)}`, { status: isPosts ? 'private' : 'hold' })),
    remove: async (id) => void (await call('DELETE', `${base}/${number(id)}&force=true`)),
    stop: async () => {
      await ended(web)
      await ended(db)
    },
  }
  if (what !== 'mapped') return own
  // What anybody is shown, a page of seven at a time: a private post is then no longer shown, and nothing says why.
  const list = `${address}/?rest_route=/wp/v2/posts&per_page=7&orderby=id&order=asc`
  const asAnybody = { way: 'api/json', platform: 'other', credential: null, kinds: [], feed: null, hide: null } as const
  return { ...own, ...asAnybody, address: list, mapping: POSTS }
}

const POSTS = MappingRules.parse({
  platform: 'wordpress',
  kind: { is: 'post' },
  sheet: null,
  list: null,
  header: true,
  fields: { id: 'id', title: 'title.rendered', text: 'content.rendered', url: 'link' },
  time: { column: 'date_gmt', format: 'year-first', zone: 'UTC' },
  counts: [],
  details: [{ name: 'status', column: 'status' }],
  asking: { paging: { by: 'page', parameter: 'page', first: 1 }, total: { head: 'X-WP-Total' } },
})

const Made = z.object({ app: z.string() })

function configOf(address: string, socket: string): string {
  const keys = [
    'AUTH_KEY',
    'SECURE_AUTH_KEY',
    'LOGGED_IN_KEY',
    'NONCE_KEY',
    'AUTH_SALT',
    'SECURE_AUTH_SALT',
    'LOGGED_IN_SALT',
    'NONCE_SALT',
  ]
  const said = {
    DB_NAME: 'wp',
    DB_USER: 'wp',
    DB_PASSWORD: 'wp',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    // Application passwords work without TLS on a local site alone.
    WP_ENVIRONMENT_TYPE: 'local',
    WP_HOME: address,
    WP_SITEURL: address,
    ...Object.fromEntries(keys.map((key) => [key, `${key} of the test`])),
  }
  const lines = Object.entries(said).map(([name, value]) => `define('${name}', '${value}');`)
  return `<?php\n${lines.join('\n')}\ndefine('DISABLE_WP_CRON', true);\ndefine('WP_HTTP_BLOCK_EXTERNAL', true);\n$table_prefix = 'wp_';\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n`
}

const INSTALL = `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require __DIR__ . '/site/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() { return true; }
$made = wp_install('Alder Bay News', 'clerk', 'clerk@example.test', true, '', $argv[1]);
// A test writes faster than a person.
add_option('comment_flood_test', 1);
update_option('comment_moderation', 0);
update_option('comment_previously_approved', 0);
[$app] = WP_Application_Passwords::create_new_application_password($made['user_id'], ['name' => 'test']);
echo json_encode(['app' => $app]);
`

function apacheOf(folder: string, port: number): string {
  const modules = ['mpm_prefork', 'authz_core', 'dir', 'mime', 'setenvif'].map(
    (name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`,
  )
  return `ServerRoot ${folder}
PidFile ${join(folder, 'httpd.pid')}
Listen 127.0.0.1:${port}
ServerName 127.0.0.1
${modules.join('\n')}
LoadModule php_module ${MODULES}/libphp8.2.so
TypesConfig /dev/null
User www-data
Group www-data
ErrorLog ${join(folder, 'error.log')}
StartServers 2
MaxRequestWorkers 4
DocumentRoot ${join(folder, 'site')}
DirectoryIndex index.php
SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1
<Directory ${join(folder, 'site')}>
Require all granted
</Directory>
<FilesMatch "\\.php$">
SetHandler application/x-httpd-php
</FilesMatch>
`
}
