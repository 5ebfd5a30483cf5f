// LibreOffice, where it is installed: documents of Office become PDFs.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { isOfficeEnding } from '../../../../shared/domain/office-document.ts'
import { destroyFiles } from '../../vault/cipher/open-folder.ts'

const run = promisify(execFile)
/** Longer than the largest document takes. */
const MOST_TIME = 180_000
/** Where it is on the path, or, on Windows and macOS, where it installs itself. */
const PLACES = [
  'soffice',
  'libreoffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
]

/** Nothing in a document runs, and nothing that it points to is fetched: whoever sent it would learn that it is read. */
const SETTINGS: readonly (readonly [string, string, string])[] = [
  ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['Writer/Content/Update', 'Link', '0'],
  ['Calc/Content/Update', 'Link', '1'],
]

/** The settings as a profile of LibreOffice keeps them (registrymodifications.xcu). */
function settingsFile(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>\n`
}

/**
 * Converts a document; null where no LibreOffice is installed, it cannot read the document, or the ending is of none that it reads.
 * @param ending by which it tells what the document is, such as `docx`
 */
export async function officeToPdf(bytes: Uint8Array, ending: string, signal: AbortSignal): Promise<Uint8Array | null> {
  // Of others it would guess: what it makes of them is no picture of the original.
  if (!isOfficeEnding(ending)) return null
  const folder = await mkdtemp(join(tmpdir(), 'muniment-office-'))
  try {
    const source = join(folder, `document.${ending}`)
    await writeFile(source, bytes, { mode: 0o600 })
    // A profile of its own: no recent documents, no other instance.
    await mkdir(join(folder, 'profile', 'user'), { recursive: true })
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), settingsFile())
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const options = ['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', join(folder, 'out'), source]
    for (const program of PLACES) {
      try {
        await run(program, [profile, ...options], { timeout: MOST_TIME, signal, windowsHide: true })
        break
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return null
      }
    }
    const [made] = await readdir(join(folder, 'out')).catch(() => [])
    return made === undefined ? null : await readFile(join(folder, 'out', made))
  } finally {
    destroyFiles(folder)
    await rm(folder, { recursive: true, force: true })
  }
}
