// The built files of the window: listed once at the start, and nothing outside the list is ever served.
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { pageHeaders } from './policy.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Path of an address (`/assets/index.js`) → the file and its type. */
export type PageFiles = ReadonlyMap<string, { readonly file: string; readonly type: string }>

/**
 * Lists what a built window consists of.
 * @throws the file system's error when there is no such folder
 */
export async function listPageFiles(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, { file: string; type: string }>()
  for (const entry of entries) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, file).split(sep).join('/')}`, { file, type })
  }
  return files
}

/** Answers a request for a file of the window: 404 for whatever is not in the list, character for character. */
export async function servePageFile(files: PageFiles, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const found = request.method === 'GET' && search === '' ? files.get(pathname) : undefined
  if (found === undefined) return new Response(null, { status: 404, headers: pageHeaders })
  const body = new Uint8Array(await readFile(found.file))
  return new Response(body, { headers: { ...pageHeaders, 'Content-Type': found.type } })
}
