// What the shell remembers on this desk between two runs: the vaults used last, and where the window stood.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'

const Bounds = z.strictObject({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
export type Bounds = z.infer<typeof Bounds>

const Settings = z.strictObject({ recent: z.array(z.string().min(1).max(4096)).max(10), bounds: Bounds.nullable() })
export type Settings = z.infer<typeof Settings>

const nothing: Settings = { recent: [], bounds: null }

export interface SettingsFile {
  current(): Settings
  /** Changes what is remembered and writes it; a disk that can't be written is no reason to stop a clerk. */
  change(part: Partial<Settings>): Promise<void>
  /** Waits for what is being written. */
  written(): Promise<void>
}

/** @param path a JSON file; where it is missing or unreadable, nothing is remembered */
export async function openSettings(path: string): Promise<SettingsFile> {
  let current = await read(path)
  let written: Promise<void> = Promise.resolve()
  return {
    current: () => current,
    written: () => written,
    change(part) {
      current = { ...current, ...part }
      written = written.then(() => write(path, current)).catch(() => undefined)
      return written
    },
  }
}

/** The recent vaults after one more was opened: newest first, each once, at most ten. */
export function withRecent(recent: readonly string[], folder: string): string[] {
  return [folder, ...recent.filter((other) => other !== folder)].slice(0, 10)
}

async function read(path: string): Promise<Settings> {
  try {
    return Settings.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return nothing
  }
}

async function write(path: string, settings: Settings): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(settings, null, 2))
  await rename(`${path}.new`, path)
}
