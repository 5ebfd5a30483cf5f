// The layers of the house and the arrows between them: which layer may import which.

/** Folders (or single files) that are layers; the longest that fits a path is its layer. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'shared/text': ['shared/text'],
  'shared/law': ['shared/law', 'shared/domain', 'shared/text'],
  // What checks a packet: it runs in the packet's own page, too.
  'shared/packet': ['shared/packet', 'shared/text'],
  'shared/domain': ['shared/domain', 'shared/law', 'shared/text'],
  'shared/contract': ['shared'],

  'electron/preload': ['electron/preload', 'shared/contract/name.ts'],
  // The capture browser: Electron in a process of its own, with a network and without a vault.
  'electron/browser': ['electron/browser', 'shared'],
  // What runs in a captured page, in a world of its own.
  'electron/browser/in-page': ['electron/browser/in-page', 'shared/contract/browser.ts'],
  // The form of files under a vault's passphrase: core writes it, and the shell reads ranges of it under leases.
  'electron/sealed': ['electron/sealed'],
  'electron/main': ['electron/main', 'electron/browser', 'electron/sealed', 'shared'],
  'electron/host': ['electron/host', 'electron/core', 'shared'],
  'electron/cli': ['electron/cli', 'electron/core', 'shared'],

  'electron/core/vault': ['electron/core/{vault,job}', 'electron/sealed', 'shared'],
  'electron/core/job': ['electron/core/{vault,job}', 'shared'],
  'electron/core/search': ['electron/core/{vault,job,search}', 'shared'],
  'electron/core/typeset': ['electron/core/{vault,job,typeset}', 'shared'],
  'electron/core/workbook': ['electron/core/workbook', 'shared'],
  // JSON taken apart as it streams, without losing digits.
  'electron/core/json': ['electron/core/json', 'shared'],
  'electron/core/mail': ['electron/core/mail', 'shared'],
  'electron/core/intake': ['electron/core/{vault,job,search,typeset,workbook,json,mail,intake}', 'shared'],
  'electron/core/correction': ['electron/core/{vault,job,search,correction}', 'shared'],
  'electron/core/capture': ['electron/core/{vault,job,search,typeset,json,capture}', 'shared'],
  // A capture taken in: the jobs that capture and then import.
  'electron/core/snapshot': ['electron/core/{vault,job,search,capture,intake,snapshot}', 'shared'],
  'electron/core/retention': ['electron/core/{vault,job,search,typeset,workbook,mail,retention}', 'shared'],
  'electron/core/disclosure': ['electron/core/{vault,job,search,typeset,workbook,disclosure}', 'shared'],
  // The script of a packet's page: it runs in the requester's browser and knows nothing else of the house.
  'electron/core/disclosure/page': ['electron/core/disclosure/page', 'shared/packet', 'shared/text'],
  'electron/core/stewardship': ['electron/core/{vault,job,search,typeset,workbook,stewardship}', 'shared'],
  // The worker threads run the operations of every capability, found by folder; none of those knows its thread.
  'electron/core/worker': [
    'electron/core/{vault,job,search,typeset,intake,correction,capture,snapshot,retention,disclosure,stewardship,worker}',
    'shared',
  ],
  // archive.ts, and what serves it to other processes.
  'electron/core': ['electron/core', 'electron/sealed', 'shared'],

  'renderer/style': ['renderer/style'],
  'renderer/locale': ['renderer/locale', 'shared'],
  'renderer/ui': ['renderer/{ui,locale,style}', 'shared/text'],
  'renderer/client': ['renderer/{client,locale}', 'shared'],
  'renderer/workspace': ['renderer/{workspace,client}', 'shared'],
  // What several rooms show of a record.
  'renderer/record': ['renderer/{record,ui,client,workspace,locale,style}', 'shared'],
  // How lists of any room leave it.
  'renderer/list': ['renderer/{list,ui,client,locale}', 'shared'],
  // Notes and files, on whatever a room shows.
  'renderer/papers': ['renderer/{papers,ui,client,locale,style}', 'shared'],
  // Long work that a room began.
  'renderer/work': ['renderer/{work,ui,client,workspace,locale}', 'shared'],
  // The log-in with which this desk sees an account's pages.
  'renderer/sign-in': ['renderer/{sign-in,ui,client,locale}', 'shared'],
  'renderer/rooms': ['renderer/{record,list,papers,work,sign-in,ui,client,workspace,locale,style,rooms}', 'shared'],
  'renderer/app': ['renderer', 'shared'],
  'renderer/main.tsx': ['renderer', 'shared'],

  'test/fixtures': ['test/fixtures', 'shared'],
  test: ['test', 'shared', 'electron', 'renderer', 'build', 'electron.vite.config.ts'],
  build: ['build', 'shared', 'test/fixtures'],
  '.ci': ['.ci'],
  'electron.vite.config.ts': ['build'],
}

/** Folders whose own folders never import one another. */
const strangers = ['electron/core/intake/platforms', 'renderer/rooms']

const layers = Object.keys(allowed).sort((a, b) => b.length - a.length)
const arrows = new Map(layers.map((layer) => [layer, (allowed[layer] ?? []).flatMap(expandBraces)]))

/** The layer of a path, or undefined for a path outside the house. */
export function layerOf(path: string): string | undefined {
  return layers.find((layer) => isWithin(path, layer))
}

/** Whether a file may import another, by the arrows alone; both are paths from the root. */
export function mayImport(from: string, to: string): boolean {
  const layer = layerOf(from)
  if (layer === undefined || layerOf(to) === undefined) return false
  const known = arrows.get(layer) ?? []
  return known.some((target) => isWithin(to, target)) && !strangers.some((folder) => areStrangers(folder, from, to))
}

/** Whether a path is the folder (or file), or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function areStrangers(folder: string, from: string, to: string): boolean {
  const [own, other] = [from, to].map((path) => isWithin(path, folder) && path.slice(folder.length + 1).split('/'))
  // A file beside the folders belongs to all of them.
  return Boolean(own && other && own.length > 1 && other.length > 1 && own[0] !== other[0])
}

function expandBraces(path: string): string[] {
  const match = /^(.*)\{(.*)\}(.*)$/.exec(path)
  if (!match) return [path]
  const [, before = '', names = '', after = ''] = match
  return names.split(',').map((name) => `${before}${name}${after}`)
}
