// LibreOffice, where it is installed: documents of Office become PDFs.
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

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

/**
 * Converts a document; null where no LibreOffice is installed or it cannot read the document.
 * @param ending by which it tells what the document is, such as `docx`
 */
export async function officeToPdf(bytes: Uint8Array, ending: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'muniment-office-'))
  try {
    const source = join(folder, `document.${/^[a-z0-9]{1,5}$/.test(ending) ? ending : 'bin'}`)
    await writeFile(source, bytes, { mode: 0o600 })
    // A profile of its own: no macro, no recent documents, no other instance.
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
    await rm(folder, { recursive: true, force: true })
  }
}
