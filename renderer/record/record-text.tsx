// The words of a record.
import type { SearchTerm } from '../../shared/text/tokens.ts'
import { en } from '../locale/en/records.ts'
import { translator } from '../locale/t.ts'
import { Clipped } from '../ui/clipped.tsx'
import { PlainText } from '../ui/plain-text.tsx'

const t = translator(en)
const MOST = 4000

interface Props {
  readonly text: string
  readonly terms?: readonly SearchTerm[]
}

/** Text as stored, its line breaks kept; a very long one is clipped. */
export function RecordText({ text, terms }: Props) {
  if (text === '') return <p className="record-text soft">{t('noText')}</p>
  return (
    <div className="record-text" dir="auto">
      <Clipped
        text={text}
        most={MOST}
        more={t('showAll', { count: text.length })}
        draw={(shown) => <PlainText text={shown} {...(terms ? { terms } : {})} />}
      />
    </div>
  )
}
