// What jobs that bring records ask of the capability that classifies them. They must not know it: their thread hands it to them.
import type { BroughtClassification } from '../../../shared/domain/classify/brought.ts'
import type { JobContext } from './define.ts'

export interface Brought {
  /** The act of receiving whose records are meant. */
  readonly accession: number
  /** The job's own checkpoint; what the classification adds stands in it as `classifying`. */
  readonly checkpoint: { readonly classifying?: unknown }
}

/** Classifies what was brought by the rules in force, taken up where a checkpoint left it; null where there are no rules. */
export type ClassifyBrought = (context: JobContext, brought: Brought) => Promise<BroughtClassification | null>
