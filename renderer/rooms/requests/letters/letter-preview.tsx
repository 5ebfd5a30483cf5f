// The words of a letter as the requester will read them, and as text for the portal's message box.
import { useState } from 'react'
import { translationHead } from '../../../../shared/domain/request/letter.ts'
import { en } from '../../../locale/en/letters.ts'
import { translator } from '../../../locale/t.ts'
import { formatDay } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import type { ShownLetter } from './shown.ts'

const t = translator(en)

/** The preview. */
export function LetterPreview({ shown: { letter, words, text, translations } }: { readonly shown: ShownLetter }) {
  const [plain, setPlain] = useState(false)
  const [city, ...head] = words.head
  return (
    <div className="letter-preview">
      <div>
        <Button look="quiet" onPress={() => setPlain(!plain)}>
          {t(plain ? 'asLetter' : 'asText')}
        </Button>
      </div>
      {plain ? (
        <Field label={t('textField')} hint={t('textHint')} value={text} onChange={() => undefined} lines={18} />
      ) : (
        <article className="letter-sheet" aria-label={words.subject}>
          <p>
            <strong>{city}</strong>
          </p>
          {head.map((line) => (
            <p key={line} className="hint">
              {line}
            </p>
          ))}
          <hr />
          <p>{formatDay(words.date)}</p>
          <p className="letter-lines">{words.to.join('\n')}</p>
          <h3>{words.subject}</h3>
          {words.blocks.map((block, at) =>
            block.kind === 'paragraph' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a letter have no other name than their place
              <p key={at} className="letter-lines">
                {block.text}
              </p>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <ul key={at} className="bullets">
                {block.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ),
          )}
          <p className="letter-lines letter-signature">{words.signature.join('\n')}</p>
          {letter.key !== null && <p className="hint">{t('signedByKey', { name: letter.signer ?? '' })}</p>}
          {translations.map((one) => (
            <section key={one.language} lang={one.language} className="letter-translation">
              <p className="hint" lang="en">
                {translationHead(one, formatDay(one.reviewedOn))}
              </p>
              <p className="letter-lines">{one.text}</p>
            </section>
          ))}
        </article>
      )}
    </div>
  )
}
