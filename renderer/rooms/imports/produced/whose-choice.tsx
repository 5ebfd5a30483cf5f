// Whether an export is of an account of the City or of a person's own.
import { en } from '../../../locale/en/produced.ts'
import { translator } from '../../../locale/t.ts'
import './produced.css'

const t = translator(en)

interface Props {
  readonly personal: boolean
  readonly onPersonal: (personal: boolean) => void
}

/** The choice. */
export function WhoseChoice({ personal, onPersonal }: Props) {
  return (
    <fieldset className="whose">
      <legend className="field-label">{t('whoseAccount')}</legend>
      <label className="check">
        <input type="radio" name="whose" checked={!personal} onChange={() => onPersonal(false)} />
        <span>{t('city')}</span>
      </label>
      <label className="check">
        <input type="radio" name="whose" checked={personal} onChange={() => onPersonal(true)} />
        <span>{t('person')}</span>
      </label>
    </fieldset>
  )
}
