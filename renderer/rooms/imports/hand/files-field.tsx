// What shows an entry: pictures, PDFs and mails, dropped, chosen, or pasted anywhere on the page.
import { useCallback, useEffect, useRef } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useAction } from '../../../client/action.ts'
import { en } from '../../../locale/en/hand.ts'
import { translator } from '../../../locale/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { useDrop } from '../../../ui/use-drop.ts'
import { type ShownFile, takeFile } from './shown-files.ts'

const t = translator(en)
const pasteKeys = navigator.userAgent.includes('Mac') ? '⌘V' : 'Ctrl+V'

interface Props {
  readonly files: readonly ShownFile[]
  readonly onFiles: (change: (files: readonly ShownFile[]) => readonly ShownFile[]) => void
}

/** The field. */
export function FilesField({ files, onFiles }: Props) {
  const count = useRef(0)
  const taking = useAction(async (given: readonly File[]) => {
    for (const file of given) {
      count.current += 1
      const taken = await takeFile(file, count.current)
      onFiles((before) => [...before, taken])
    }
  })
  const { go } = taking
  usePastedFiles(go)
  const { over, heard } = useDrop((files) => void go(files))
  return (
    <section aria-label={t('files')} className={`files-field ${over ? 'over' : ''}`} {...heard}>
      <div className="file-line">
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={['image/*', 'application/pdf', '.eml', '.msg']}
          onSelect={(list) => void go([...(list ?? [])])}
        >
          <Button icon="file" busy={taking.busy}>
            {t('choose')}
          </Button>
        </FileTrigger>
        <span className="hint">{t('filesHint', { keys: pasteKeys })}</span>
      </div>
      <RefusalNotice refusal={taking.refusal} />
      <p role="status" className="visually-hidden">
        {files.length > 0 && t('added', { count: files.length })}
      </p>
      {files.length > 0 && (
        <ul className="shown-files">
          {files.map((file) => (
            <li key={file.key}>
              {file.picture === null ? <Icon name="file" /> : <img src={file.picture} alt="" />}
              <bdi>{file.name}</bdi>
              <IconButton
                icon="close"
                label={t('remove', { name: file.name })}
                onPress={() => {
                  if (file.picture !== null) URL.revokeObjectURL(file.picture)
                  onFiles((before) => before.filter(({ key }) => key !== file.key))
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Hears of files that are pasted anywhere on the page; words go where the cursor is. */
function usePastedFiles(take: (files: readonly File[]) => unknown): void {
  const latest = useRef(take)
  latest.current = take
  const paste = useCallback((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return
    event.preventDefault()
    latest.current(files)
  }, [])
  useEffect(() => {
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [paste])
}
