// A record of a review copy: what would be taken out is marked and can be read, and a comment can be written at it.
import type { CopyPiece, CopyRecord } from '../../../../shared/domain/review/review-copy.ts'
import { kindWord } from '../../../../shared/text/names.ts'
import { en } from '../../../locale/en/review-copy.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { PlainText } from '../../../ui/plain-text.tsx'

const t = translator(en)

interface Props {
  readonly record: CopyRecord
  readonly comment: string
  readonly onComment: (words: string) => void
}

/** The card. */
export function CopyRecordCard({ record, comment, onComment }: Props) {
  const { number, kind, author, account, when, outcome, keeps, reason, texts, facts, files } = record
  return (
    <li className="card copy-record">
      <h3>{t('record', { number: String(number), kind: kindWord(kind), author: author || t('nobody') })}</h3>
      <p className="soft">
        {when} · <bdi>{account}</bdi>
      </p>
      <p>
        <strong>{t('decided', { outcome: outcome === null ? t('undecided') : t(`outcome.${outcome}`) })}</strong>
        {reason !== '' && <bdi> · {reason}</bdi>}
      </p>
      {keeps.length > 0 && (
        <ul className="bullets">
          {keeps.map(({ key, describes }) => (
            <li key={`${key} ${describes}`}>{t('keeps', { key: String(key), what: describes })}</li>
          ))}
        </ul>
      )}
      {texts.toReversed().map((pieces, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the versions of a copy never move
        <p key={at} className="record-text" dir="auto">
          {/* Pieces run on in one line. */}
          <span>
            {pieces.length === 0 || pieces.every(({ text }) => text === '') ? t('noText') : pieces.map(shownPiece)}
          </span>
        </p>
      ))}
      {files.length > 0 && (
        <ul className="bullets">
          {files.map((file) => (
            <li key={file}>
              <PlainText text={file} />
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <details>
          <summary>{t('more')}</summary>
          <ul className="bullets">
            {facts.map((fact) => (
              <li key={fact}>
                <PlainText text={fact} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Field label={t('comment', { number: String(number) })} value={comment} onChange={onComment} lines={2} />
    </li>
  )
}

function shownPiece({ text, keys }: CopyPiece, at: number) {
  if (keys.length === 0) return <PlainText key={at} text={text} />
  return (
    <mark key={at} className="copy-mark">
      <PlainText text={text} />
      <span className="copy-key"> {t('groundOf', { keys: keys.join(', ') })}</span>
    </mark>
  )
}
