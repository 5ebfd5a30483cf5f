// What a rule says: the words of a kind of letter with their translations, a schedule of fees line by line, or a paragraph.
import type { LawEntry } from '../../../shared/contract/law.ts'
import { feeLineKey } from '../../../shared/domain/request/fee.ts'
import { LetterLanguage } from '../../../shared/domain/request/letter.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { feeWords } from './changed-fees.tsx'

const t = translator(en)

/** The passages of a letter, folded; the lines of fees; otherwise what the rule says in a paragraph. */
export function RuleText({ entry }: { readonly entry: Pick<LawEntry, 'text' | 'passages' | 'fees'> }) {
  const { text, passages, fees } = entry
  if (fees !== null)
    return (
      <ul className="bullets">
        {fees.map((line) => (
          <li key={feeLineKey(line)}>{feeWords(line)}</li>
        ))}
      </ul>
    )
  if (passages === null) return <p>{text}</p>
  const translated = passages.some((passage) => LetterLanguage.options.some((language) => passage[language] !== null))
  return (
    <details>
      <summary>{t('passages', { count: passages.length })}</summary>
      <ul className="law-passages">
        {passages.map(({ name, en: english, ...others }) => (
          <li key={name}>
            <p>{english}</p>
            {LetterLanguage.options.map((language) => {
              const words = others[language]
              if (words === null) return null
              return (
                <p key={language} className="soft">
                  {t(`language.${language}`)}: <span lang={language}>{words}</span>
                </p>
              )
            })}
          </li>
        ))}
      </ul>
      {!translated && <p className="hint">{t('translatedNone')}</p>}
    </details>
  )
}
