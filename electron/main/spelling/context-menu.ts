// The menu of the right button and the menu key, where something is written or marked: spelling first, then cut, copy and paste.
import { type BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Speller } from './speller.ts'

interface Acts {
  replace(word: string): void
  learn(word: string): void
}

/** Gives a window its menu. */
export function serveContextMenu(window: BrowserWindow, speller: Speller): void {
  const contents = window.webContents
  contents.on('context-menu', (_event, params) => {
    const { misspelledWord: word } = params
    const popup = (suggestions: readonly string[]) => {
      const entries = menuEntries(params, suggestions, {
        replace: (chosen) => contents.replaceMisspelling(chosen),
        learn: (learned) => void speller.learn(learned).then(() => contents.replaceMisspelling(learned)),
      })
      if (entries.length > 0 && !window.isDestroyed()) Menu.buildFromTemplate(entries).popup({ window })
    }
    if (word === '' || !params.isEditable) popup([])
    else void speller.suggest(word).then(popup)
  })
}

/** What the menu offers; nothing where nothing is written or marked. */
function menuEntries(
  {
    misspelledWord,
    isEditable,
    selectionText,
  }: Pick<ContextMenuParams, 'misspelledWord' | 'isEditable' | 'selectionText'>,
  suggestions: readonly string[],
  acts: Acts,
): MenuItemConstructorOptions[] {
  const spelling: MenuItemConstructorOptions[] =
    isEditable && misspelledWord !== ''
      ? [
          ...suggestions.map((word) => ({ label: word, click: () => acts.replace(word) })),
          ...(suggestions.length === 0 ? [{ label: 'No suggestion', enabled: false }] : []),
          { type: 'separator' },
          { label: 'Add to the dictionary', click: () => acts.learn(misspelledWord) },
          { type: 'separator' },
        ]
      : []
  if (isEditable) return [...spelling, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
  return selectionText.trim() === '' ? [] : [{ role: 'copy' }]
}
