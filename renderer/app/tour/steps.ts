// The steps of the tour: where each takes place, and what it points at.
import { address } from '../../workspace/route.ts'

export interface TourStep {
  readonly id: 'welcome' | 'rooms' | 'imports' | 'records' | 'why' | 'classify' | 'requests' | 'end'
  /** Where the clerk is led; null where it does not matter. */
  readonly to: string | null
  /** What is outlined, as a selector; the step is understood without it. */
  readonly points: string | null
}

const entry = (room: string) => `.navigation-entry[href="${address(room)}"]`

/** In their order. The last rule left posts for the fifth, and the request was opened when the vault was made. */
export const tourSteps: readonly TourStep[] = [
  { id: 'welcome', to: null, points: null },
  { id: 'rooms', to: address('home'), points: '.navigation' },
  { id: 'imports', to: address('imports'), points: '.drop-place' },
  { id: 'records', to: address('records'), points: entry('records') },
  { id: 'why', to: null, points: entry('records') },
  { id: 'classify', to: address('classify'), points: entry('classify') },
  { id: 'requests', to: address('requests', ['26-0112']), points: entry('requests') },
  { id: 'end', to: address('home'), points: '.training-band' },
]
