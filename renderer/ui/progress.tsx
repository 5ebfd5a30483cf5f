// How far long work has come.
import { ProgressBar } from 'react-aria-components'

interface Props {
  readonly label: string
  readonly done: number
  /** null where nobody knows how much there is. */
  readonly total: number | null
}

/** A bar; without a total it moves to and fro. */
export function Progress({ label, done, total }: Props) {
  const known = total !== null && total > 0
  const share = known ? Math.min(1, done / total) : 0
  return (
    <ProgressBar aria-label={label} value={share * 100} isIndeterminate={!known} className="progress">
      <div
        className={`progress-fill ${known ? '' : 'unknown'}`}
        style={known ? { transform: `scaleX(${share})` } : {}}
      />
    </ProgressBar>
  )
}
