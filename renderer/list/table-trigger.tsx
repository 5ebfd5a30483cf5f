// The button behind it chooses a table: CSV, a text, or a workbook.
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'

interface Props {
  readonly onChoose: (file: File) => void
  /** The button. */
  readonly children: ReactNode
}

/** The trigger. */
export function TableTrigger({ onChoose, children }: Props) {
  return (
    <FileTrigger
      acceptedFileTypes={['.csv', '.txt', '.tsv', '.xlsx', '.xlsm', 'text/csv']}
      onSelect={(list) => {
        const chosen = list?.[0]
        if (chosen) onChoose(chosen)
      }}
    >
      {children}
    </FileTrigger>
  )
}
