// Says that the words of an immediate disclosure request stand in a text; whether it is one, the clerk decides.
import { immediateWords } from '../../../shared/domain/request/immediate.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { Notice } from '../../ui/notice.tsx'

const t = translator(en)

/** The hint, where there is something to say. */
export function ImmediateHint({ text, contact }: { readonly text: string; readonly contact: string }) {
  const words = immediateWords(text)
  if (words === null) return null
  return (
    <Notice tone="info">
      <p>{t(words.onTop ? 'words.top' : 'words.line', { line: words.line })}</p>
      {words.contact === null && contact.trim() === '' && <p>{t('words.noContact')}</p>}
    </Notice>
  )
}
