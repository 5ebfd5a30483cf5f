// How far the clerk is in the tour of a vault: remembered at this desk, so that it can be left and taken up.
import { useVault } from '../../client/vault.ts'
import { go } from '../../workspace/route.ts'
import { useSetting } from '../../workspace/setting.ts'
import { tourSteps } from './steps.ts'

type State = 'new' | 'open' | 'left' | 'done'

export interface Tour {
  readonly state: State
  readonly step: number
  /** Goes to a step, and to its room. */
  readonly show: (step: number) => void
  /** Takes the tour up where it was left, or begins it anew. */
  readonly takeUp: () => void
  readonly leave: () => void
}

/** The tour of the open vault. */
export function useTour(): Tour {
  const [kept, keep] = useSetting(`${useVault().summary.vaultId} tour`, 'new 0')
  const { state, step } = read(kept)
  const last = tourSteps.length - 1
  const show = (wanted: number) => {
    const place = Math.max(0, Math.min(wanted, last))
    keep(`open ${place}`)
    const to = tourSteps[place]?.to
    if (to) go(to)
  }
  return {
    state,
    step,
    show,
    takeUp: () => show(state === 'left' ? step : 0),
    leave: () => keep(step === last ? 'done 0' : `left ${step}`),
  }
}

function read(kept: string): Pick<Tour, 'state' | 'step'> {
  const [, word, place] = /^(open|left|done) (\d)$/.exec(kept) ?? []
  const step = Number(place ?? 0)
  const known = step < tourSteps.length ? step : 0
  if (word === 'open' || word === 'left' || word === 'done') return { state: word, step: known }
  return { state: 'new', step: 0 }
}
