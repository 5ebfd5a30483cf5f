// The native dialogs answered in the clerk's place.
import type { ElectronApplication } from 'playwright-core'

/** Answers every dialog that asks for files with these paths, or as if the clerk had cancelled (none). */
export async function answerDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      const canceled = chosen.length === 0
      const offered: unknown[] = []
      Reflect.set(globalThis, 'offered', offered)
      dialog.showOpenDialog = async () => ({ canceled, filePaths: chosen })
      Reflect.set(dialog, 'showSaveDialog', async (_window: unknown, options: { defaultPath?: string }) => {
        offered.push(options.defaultPath)
        return { canceled, filePath: chosen[0] ?? '' }
      })
    },
    [...paths],
  )
}

/** The paths that save dialogs proposed since they were last answered. */
export function proposedPaths(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'offered'))
}
