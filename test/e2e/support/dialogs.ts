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

export interface Warned {
  readonly message: string
  readonly detail: string
}

/** Answers the save dialogs with one path after another, as if cancelled when there is none left, and each warning with the button named. */
export async function answerInTurn(
  app: ElectronApplication,
  answers: { readonly paths: readonly string[]; readonly buttons: readonly string[] },
): Promise<void> {
  await app.evaluate(
    ({ dialog }, { paths, buttons }) => {
      const [places, presses] = [[...paths], [...buttons]]
      const warned: unknown[] = []
      Reflect.set(globalThis, 'warned', warned)
      Reflect.set(dialog, 'showSaveDialog', async () => {
        const filePath = places.shift() ?? ''
        return { canceled: filePath === '', filePath }
      })
      Reflect.set(dialog, 'showMessageBox', async (_window: unknown, options: Electron.MessageBoxOptions) => {
        warned.push({ message: options.message, detail: options.detail })
        return { response: options.buttons?.indexOf(presses.shift() ?? '') ?? -1, checkboxChecked: false }
      })
    },
    { paths: [...answers.paths], buttons: [...answers.buttons] },
  )
}

/** The warnings that were shown since they were last answered. */
export function warningsShown(app: ElectronApplication): Promise<Warned[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'warned'))
}

/** The paths that save dialogs proposed since they were last answered. */
export function proposedPaths(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'offered'))
}
