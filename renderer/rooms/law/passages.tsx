// The words of a kind of letter, a passage at a time, with their translations.
import type { LawEntry } from '../../../shared/contract/law.ts'
import { LetterLanguage } from '../../../shared/domain/request/letter.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'

const t = translator(en)

/** The passages, folded; what a rule says in a paragraph where it is no letter. */
export function RuleText({ entry: { text, passages } }: { readonly entry: Pick<LawEntry, 'text' | 'passages'> }) {
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
