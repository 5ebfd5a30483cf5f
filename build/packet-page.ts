// Scripts that run in a page of their own, each bundled into one text: that of a packet, which carries it inline, and that by which a captured page
// is scrolled and opened. The same sources give the same text.
import { resolve } from 'node:path'
import { build, type Plugin } from 'vite'

const QUERY = '?packet-page'
const bundled = new Map<string, Promise<string>>()

/** Gives whoever imports a file with `?packet-page` the text of its bundle; what it exports is found under `packetPage`. */
export function packetPage(): Plugin {
  return {
    name: 'packet-page',
    enforce: 'pre',
    load: async (id) => {
      if (!id.endsWith(QUERY)) return null
      const entry = id.slice(0, -QUERY.length)
      const text = bundled.get(entry) ?? pageScript(entry)
      bundled.set(entry, text)
      return `export default ${JSON.stringify(await text)}`
    },
  }
}

/** The text of one such script. @param entry the file that exports what it can do */
export async function pageScript(entry: string): Promise<string> {
  const root = resolve(import.meta.dirname, '..')
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: 'packetPage' },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const chunks = output && 'output' in output ? output.output : []
  const [chunk] = chunks
  if (chunks.length !== 1 || chunk?.type !== 'chunk')
    throw new Error('The script of the packet’s page is not one file.')
  if (/<\/script|<!--/i.test(chunk.code)) throw new Error('The script of the packet’s page would end its own element.')
  return chunk.code
}
