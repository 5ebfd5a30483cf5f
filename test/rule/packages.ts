// Every npm package and the layers that may import it. A package that is not here fails the test: whoever adds one decides where it belongs.

/** Run from the command line or needed by types alone; no file imports them. */
const tools = [
  '@biomejs/biome',
  '@types/archiver',
  '@types/node',
  '@types/nspell',
  '@types/pdfkit',
  '@types/react',
  '@types/react-dom',
  '@types/tar-stream',
  '@types/yauzl',
  'knip',
  'node',
]

const layersOf: Readonly<Record<string, readonly string[]>> = {
  zod: [
    'shared',
    'electron/browser',
    'electron/core',
    'electron/host',
    'electron/cli',
    'electron/main',
    'renderer/client',
    'test',
  ],
  '@date-fns/tz': ['shared', 'electron/core', 'test'],
  'libphonenumber-js': ['shared', 'test'],

  htmlparser2: ['electron/core/intake', 'electron/core/capture', 'electron/core/disclosure', 'test'],
  domhandler: ['electron/core/intake', 'electron/core/capture', 'test'],
  'css-select': ['electron/core/capture'],
  'robots-parser': ['electron/core/capture'],
  entities: ['electron/core/intake', 'electron/core/vault/verify', 'test'],
  'postal-mime': ['electron/core/mail', 'test'],
  '@kenjiuno/msgreader': ['electron/core/mail', 'test'],
  'partial-json': ['electron/core/intake', 'test'],
  '@atproto/crypto': ['electron/core/intake'],
  '@ipld/dag-cbor': ['electron/core/intake', 'test'],
  multiformats: ['electron/core/intake', 'test'],
  'tar-stream': ['electron/core/intake', 'electron/core/vault/sealed-copy', 'test'],
  warcio: ['electron/core/intake', 'electron/core/capture', 'test'],
  'read-excel-file': ['electron/core/workbook', 'test'],
  'write-excel-file': ['electron/core/workbook'],

  // SHA-256 that grows, for the packet's own page: a browser's own cannot.
  '@noble/hashes': ['electron/core/disclosure/page'],

  'better-sqlite3-multiple-ciphers': ['electron/core/vault', 'build/schema.ts', 'test'],
  yauzl: [
    'electron/core/vault/sealed-copy',
    'electron/core/intake',
    'electron/core/workbook',
    'electron/core/disclosure',
    'build',
    'test',
  ],
  docx: ['electron/core/disclosure'],
  archiver: ['electron/core/disclosure', 'electron/core/capture', 'electron/core/vault/sealed-copy', 'test'],
  'csv-parse': [
    'electron/core/disclosure',
    'electron/core/intake',
    'electron/core/retention',
    'electron/core/stewardship',
    'test',
  ],
  'csv-stringify': ['electron/core/disclosure', 'electron/core/retention', 'test'],
  'age-encryption': ['electron/core/vault/key', 'electron/core/stewardship', 'test'],
  '@hyzyla/pdfium': ['electron/core/disclosure', 'test'],
  sharp: ['electron/core/disclosure', 'electron/core/intake', 'electron/core/retention', 'test'],
  unpdf: ['electron/core/disclosure', 'test'],
  pdfkit: ['electron/core/typeset', 'test'],
  fontkit: ['electron/core/typeset', 'test'],
  'bidi-js': ['electron/core/typeset', 'test'],
  linebreak: ['electron/core/typeset', 'test'],
  '@expo-google-fonts/noto-emoji': ['electron/core/typeset'],
  '@expo-google-fonts/noto-sans': ['electron/core/typeset'],
  '@expo-google-fonts/noto-sans-arabic': ['electron/core/typeset'],
  '@expo-google-fonts/noto-sans-jp': ['electron/core/typeset'],
  '@expo-google-fonts/noto-sans-kr': ['electron/core/typeset'],
  '@expo-google-fonts/noto-sans-sc': ['electron/core/typeset'],
  '@expo-google-fonts/noto-sans-hebrew': ['electron/core/typeset'],
  '@expo-google-fonts/noto-sans-thai': ['electron/core/typeset'],

  commander: ['electron/cli'],
  nspell: ['electron/main'],
  'dictionary-en': ['electron/main'],
  electron: ['electron/main', 'electron/preload', 'electron/browser', 'build/default-app.js', 'test'],

  react: ['renderer', 'test'],
  'react-dom': ['renderer', 'test'],
  'react-aria-components': ['renderer', 'test'],
  '@tanstack/react-virtual': ['renderer/ui'],
  dexie: ['renderer/workspace', 'test'],
  'dexie-react-hooks': ['renderer/workspace'],

  'electron-vite': ['electron.vite.config.ts', 'build'],
  '@vitejs/plugin-react': ['electron.vite.config.ts'],
  vite: ['build', 'test'],
  vitest: ['test'],
  'fast-check': ['test'],
  'playwright-core': ['test'],
  '@axe-core/playwright': ['test'],
  typescript: ['test/rule'],
}

/** Layers that may use Node's own modules; the others run where there is none, or must be pure. */
export const nodeLayers = [
  'electron/core',
  'electron/host',
  'electron/cli',
  'electron/main',
  'electron/browser',
  'electron/sealed',
  'test',
  'build',
  '.ci',
  'electron.vite.config.ts',
]

/** Modules of Node that reach the network, other programs or the interpreter: offline means that nothing else shipped has them. */
export const guardedBuiltins: Readonly<Record<string, readonly string[]>> = {
  // LibreOffice and ffmpeg, where they are installed, convert the files of records for a review.
  // A capture of pages starts the browser that it drives; the report by the calendar asks the system’s scheduler; the
  // operating system is asked whether its disk is encrypted.
  child_process: [
    'electron/core/vault/place',
    'electron/core/disclosure/file-pages',
    'electron/core/capture/ways/page',
    'electron/cli/scheduler',
    'build',
    'test',
  ],
  cluster: ['test'],
  dgram: ['test'],
  dns: ['electron/core/capture', 'test'],
  http: ['electron/core/capture', 'test'],
  http2: ['test'],
  https: ['electron/core/capture', 'test'],
  inspector: ['test'],
  net: ['electron/browser', 'electron/core', 'electron/cli', 'electron/host', 'test'],
  sqlite: ['test'],
  tls: ['electron/core/capture', 'test'],
  vm: ['test'],
}

/** All packages of the table. */
export const knownPackages: readonly string[] = [...tools, ...Object.keys(layersOf)]

/** The layers that may import a package; undefined when nobody has decided where it belongs. */
export function layersOfPackage(name: string): readonly string[] | undefined {
  return layersOf[name] ?? (tools.includes(name) ? [] : undefined)
}

/** The package that a bare specifier names: `@a/b/c` → `@a/b`, `a/b` → `a`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
