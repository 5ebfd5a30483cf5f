// Words that must not stand in the code: the clock and chance where the work must be repeatable, and whatever weakens the window.
import { withoutComments } from './code-text.ts'
import { isWithin } from './layers.ts'
import type { Source } from './sources.ts'

interface Ban {
  readonly word: RegExp
  readonly within: readonly string[]
  /** Folders or files that may use it all the same. */
  readonly except?: readonly string[]
  readonly because: string
}

const pure = ['shared', 'electron/core']
const shipped = ['shared', 'electron', 'renderer', 'build', 'electron.vite.config.ts']

const keptSettings = 'webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures'

/** The bans; each pattern is held against code without its comments. */
const bans: readonly Ban[] = [
  {
    word: /\bDate\.now\b|\bnew Date\(\s*\)|(?<!new |\.)\bDate\(\s*\)|\bTemporal\.Now\b|\bnew TZDate\(\s*\)/,
    within: pure,
    because: 'the clock is passed in',
  },
  {
    word: /\b(isToday|isTomorrow|isYesterday|isPast|isFuture|isThis\w+|startOfToday|endOfToday|formatDistanceToNow\w*)\b/,
    within: pure,
    because: 'these functions of date-fns read the clock',
  },
  {
    word: /\bMath\.random\b|\brandom(Bytes|UUID|Int|FillSync|Fill)\b|\bgetRandomValues\b|\bnanoid\b/,
    within: pure,
    because: 'randomness is passed in',
  },
  {
    word: /(?<![\w.])fetch\(|\bXMLHttpRequest\b|\bnew (WebSocket|EventSource)\b/,
    within: pure,
    except: ['electron/core/capture'],
    because: 'only a capture reaches the network',
  },
  {
    // As a name or a whole string; a sentence that ends with the word may stand.
    word: new RegExp(`\\b(${keptSettings})\\b(?!['"\`])|['"\`](${keptSettings})\\b`),
    within: shipped,
    because: 'Electron’s security checklist, items 6, 8, 9, 10: these settings keep their defaults',
  },
  {
    word: /\b(nodeIntegration\w*|webviewTag)['"]?\s*:(?!\s*false)|\b(sandbox|contextIsolation)['"]?\s*:(?!\s*true)/,
    within: shipped,
    because: 'Electron’s security checklist, items 2, 3, 4, 11: the window is isolated, sandboxed and without Node',
  },
  {
    // Asking whether a switch was given is no harm; giving it is.
    word: /(--|appendSwitch\(\s*['"`])(no-sandbox|disable-web-security|ignore-certificate-errors)\b|\bsetCertificateVerifyProc\b/,
    within: shipped,
    because: 'only tests, which run as root, may start Electron without its sandbox',
  },
  {
    word: /\bloadFile\(|['"`]file:/,
    within: ['electron/main', 'electron/preload', 'renderer'],
    because: 'Electron’s security checklist, item 18: the window knows app: alone',
  },
  {
    word: /\beval\(|\bnew Function\b|\bdangerouslySetInnerHTML\b|\.(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write/,
    within: shipped,
    because: 'captured text must never become script or markup',
  },
]

/** Breaches of the bans, each as `path:line → word: reason`. */
export function bannedWords(files: readonly Source[]): string[] {
  return files.flatMap((file) => {
    const held = bans.filter(({ within, except = [] }) => isIn(file.path, within) && !isIn(file.path, except))
    if (held.length === 0) return []
    return withoutComments(file)
      .split('\n')
      .flatMap((line, index) =>
        held.flatMap(({ word, because }) => {
          const found = word.exec(line)?.[0]
          return found === undefined ? [] : [`${file.path}:${index + 1} → ${found}: ${because}`]
        }),
      )
  })
}

function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => isWithin(path, folder))
}
