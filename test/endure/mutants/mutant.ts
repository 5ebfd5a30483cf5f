// What a mutant is: a change that switches a guard off, and the test that must fail then.

/** A guard switched off. */
export interface Mutant {
  readonly guard: string
  /** The file that has it, from the root of the tree. */
  readonly file: string
  /** What stands there, exactly once, and what stands there instead. */
  readonly from: string
  readonly to: string
  /** The test that notices: its file and the beginning of its name. */
  readonly test: string
  readonly named: string
}
