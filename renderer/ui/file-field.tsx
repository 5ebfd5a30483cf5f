// A file chosen for a form; its bytes are read in the window, its path is never known.
import { FileTrigger } from 'react-aria-components'
import { base64Of } from './base64.ts'
import { Button } from './button.tsx'

export interface ChosenFile {
  readonly name: string
  /** The bytes, in base 64. */
  readonly bytes: string
}

interface Props {
  readonly label: string
  readonly choose: string
  readonly value: ChosenFile | null
  readonly onChange: (file: ChosenFile) => void
}

/** The field. */
export function FileField({ label, choose, value, onChange }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own around one button
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="file-line">
        <FileTrigger
          onSelect={(list) => {
            const file = list?.[0]
            if (file) void read(file).then(onChange)
          }}
        >
          <Button icon="file">{choose}</Button>
        </FileTrigger>
        {value && <bdi>{value.name}</bdi>}
      </div>
    </div>
  )
}

async function read(file: File): Promise<ChosenFile> {
  return { name: file.name, bytes: await base64Of(file) }
}
