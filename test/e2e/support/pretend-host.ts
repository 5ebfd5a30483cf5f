// A vault process for tests of the shell alone: it speaks the shell's messages and keeps a folder of files as its vault. A file named
// `<digest>.<type with + for />` is leased under that type, whatever its bytes are; a file named `fail` tells how it shall end.
import { existsSync, readdirSync, readFileSync, statSync, watch } from 'node:fs'
import { basename, join } from 'node:path'

const shell = process.parentPort
let folder = ''

interface Task {
  readonly type: string
  readonly folder?: string
  readonly path?: string
  readonly digest?: string
}

function perform(task: Task): object {
  if (task.type === 'close') return { type: 'closed' }
  if (task.type === 'grant')
    return { type: 'granted', granted: { grant: 'granted-1', name: basename(task.path ?? '') } }
  if (task.type === 'lease') return { type: 'leased', lease: leaseOf(task.digest ?? '') }
  folder = task.folder ?? ''
  if (existsSync(join(folder, 'fail-at-once'))) process.exit(70)
  watch(folder, (_event, name) => act(name ?? ''))
  const warnings = [Object.keys(process.env).sort().join(' ')]
  return { type: 'opened', vaultId: 'pretended', practice: false, warnings, reading: null, moved: false }
}

/** Files that appear are orders: `revoke-<digest>`, `defect`. */
function act(name: string): void {
  const digest = /^revoke-([0-9a-f]{64})$/.exec(name)?.[1]
  if (digest !== undefined) shell.postMessage({ type: 'revoked', digest })
  if (name !== 'defect') return
  shell.postMessage({ type: 'failing', sentence: 'A defect that the test asked for.' })
  setImmediate(() => process.exit(70))
}

function leaseOf(digest: string): object | null {
  const name = readdirSync(folder).find((file) => file.startsWith(digest))
  if (name === undefined) return null
  const file = join(folder, name)
  const mime = name.slice(digest.length + 1).replace('+', '/')
  // Padding before and after proves that a lease never shows its neighbours.
  const padding = Number(readFileSync(join(folder, 'padding'), 'utf8'))
  return { file, key: null, offset: padding, length: statSync(file).size - 2 * padding, mime }
}

shell.on('message', (event) => {
  const { type, id, task } = event.data
  if (type === 'port') for (const port of event.ports) port.start()
  else shell.postMessage({ ...perform(task), id })
})
