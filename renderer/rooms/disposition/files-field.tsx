// Which of the office's own files are meant, of those that a plan lists; a long list is narrowed by typing.
import { useState } from 'react'
import { type OfficeFileRef, officeFileName } from '../../../shared/domain/disposition/office-file.ts'
import { en } from '../../locale/en/office-files.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Check } from '../../ui/check.tsx'
import { Field } from '../../ui/field.tsx'

const t = translator(en)
/** With more files than this there is a field to narrow them. */
const MANY = 12
/** So many are shown at once. */
const SHOWN = 100

interface Props {
  readonly files: readonly OfficeFileRef[]
  readonly chosen: readonly OfficeFileRef[]
  readonly onChange: (chosen: OfficeFileRef[]) => void
}

/** The field. */
export function FilesField({ files, chosen, onChange }: Props) {
  const [part, setPart] = useState('')
  const wanted = part.trim().toLowerCase()
  const isChosen = (file: OfficeFileRef) => chosen.some(({ kind, id }) => kind === file.kind && id === file.id)
  const found = files.filter((file) => isChosen(file) || officeFileName(file).toLowerCase().includes(wanted))
  return (
    <details open={chosen.length > 0}>
      <summary>{t('strikeFiles', { count: formatCount(chosen.length) })}</summary>
      {files.length > MANY && <Field label={t('narrowFiles')} value={part} onChange={setPart} />}
      <fieldset className="legend">
        <legend className="visually-hidden">{t('planFiles')}</legend>
        <div className="tick-list">
          {found.slice(0, SHOWN).map((file) => (
            <Check
              key={`${file.kind} ${file.id}`}
              on={isChosen(file)}
              onChange={(on) => onChange(files.filter((one) => (one === file ? on : isChosen(one))))}
              words={<bdi>{officeFileName(file)}</bdi>}
            />
          ))}
        </div>
        {found.length > SHOWN && <p className="hint">{t('moreFiles', { count: formatCount(found.length - SHOWN) })}</p>}
      </fieldset>
    </details>
  )
}
