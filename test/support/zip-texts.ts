// Every file of a packet as words: a PDF by its text layer, anything else by its bytes.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'

/** The texts of a ZIP's files, by name. Bytes are read as Latin 1 and as UTF-8, so that no word hides in an encoding. */
export async function zipTexts(path: string): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'muniment-packet-'))
  try {
    execFileSync('unzip', ['-q', path, '-d', folder])
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    )
    const texts = new Map<string, string>()
    for (const name of names) {
      const bytes = readFileSync(join(folder, name))
      const drawn = name.endsWith('.pdf')
        ? (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
        : ''
      texts.set(name, [name, drawn, bytes.toString('utf8'), bytes.toString('latin1')].join('\n'))
    }
    return texts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
