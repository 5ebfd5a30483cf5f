// No clock, no chance, no weakened window: the words for them do not stand in the code.
import { describe, expect, test } from 'vitest'
import { withoutComments } from './code-text.ts'
import { codeFiles } from './sources.ts'
import { bannedWords } from './words.ts'

const opensLinks = /\bopenExternal\b/

describe('words', () => {
  test('nothing in the code reads a clock, draws at random or weakens the window', () => {
    expect(bannedWords(codeFiles)).toEqual([])
  })

  test('one file at most opens a link in the browser', () => {
    const files = codeFiles.filter((file) => /^(electron|renderer|shared)\//.test(file.path))
    expect(files.filter((file) => opensLinks.test(withoutComments(file))).length).toBeLessThanOrEqual(1)
  })
})

describe('the check of words itself', () => {
  const refused: readonly (readonly [path: string, text: string])[] = [
    ['shared/domain/a.ts', 'const now = Date.now()'],
    ['shared/domain/a.ts', 'const clock = Date.now'],
    ['electron/core/a.ts', 'const now = new Date( )'],
    ['electron/core/a.ts', 'const now = Date()'],
    ['electron/core/a.ts', 'if (isPast(day)) stop()'],
    ['electron/core/a.ts', 'const id = crypto.randomUUID()'],
    ['electron/core/a.ts', "import { randomBytes } from 'node:crypto'"],
    ['shared/text/a.ts', 'const x = Math.random()'],
    ['electron/core/intake/a.ts', "await fetch('https://example.org')"],
    ['electron/main/window.ts', 'const preferences = { webSecurity: false }'],
    ['electron/main/window.ts', "const preferences = { 'experimentalFeatures': on }"],
    ['electron/main/window.ts', "const preferences = { enableBlinkFeatures: 'Serial' }"],
    ['electron/main/window.ts', 'const preferences = { nodeIntegration: true }'],
    ['electron/main/window.ts', 'const preferences = { nodeIntegrationInWorker: debug }'],
    ['electron/main/window.ts', 'const preferences = { webviewTag: true }'],
    ['electron/main/window.ts', 'const preferences = { contextIsolation: secure }'],
    ['electron/main/window.ts', 'const preferences = { sandbox: false }'],
    ['electron/main/app.ts', "app.commandLine.appendSwitch('no-sandbox')"],
    ['electron/main/window.ts', "window.loadFile('index.html')"],
    ['build/start.ts', "spawn(electron, ['--no-sandbox'])"],
    ['renderer/ui/a.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['renderer/ui/a.tsx', 'node.innerHTML = text'],
  ]

  test.each(refused)('refuses in %s: %s', (path, text) => {
    expect(bannedWords([{ path, text }])).toHaveLength(1)
  })

  const permitted: readonly (readonly [path: string, text: string])[] = [
    ['shared/domain/a.ts', '/** Takes what Date.now() gives. */\nconst a = new Date(0) // Math.random'],
    ['shared/domain/a.ts', 'const a = value.toDate()'],
    ['renderer/ui/a.tsx', 'const a = <p>{/* webSecurity */}Text // of a paragraph</p>'],
    ['electron/main/policy.ts', "if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()"],
    ['electron/main/policy.ts', "const list = ['Do not disable webSecurity']"],
    ['electron/main/policy.ts', 'const preferences = { nodeIntegration: false, sandbox: true, webviewTag: false }'],
    ['electron/host/index.ts', 'const clock = Date.now'],
    ['electron/core/capture/a.ts', 'await fetch(address)'],
    ['test/e2e/a.ts', "launch(['--no-sandbox'])"],
  ]

  test.each(permitted)('allows in %s: %s', (path, text) => {
    expect(bannedWords([{ path, text }])).toEqual([])
  })

  test('blanks out comments and nothing else', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source under test
    const text = 'a/* b */(`c // d ${e /* f */}`) // g\nconst h = /\\/\\/i/ // j\nconst k = <p>l // m{/* n */}</p>'
    const code = withoutComments({ path: 'x.tsx', text })
    expect(code.replaceAll(/ +/g, ' ')).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a source under test
      'a (`c // d ${e }`) \nconst h = /\\/\\/i/ \nconst k = <p>l // m{ }</p>',
    )
  })
})
