// One thing after another, in the order in which they were asked for.

/**
 * A queue of one place.
 * @returns a function that begins an act as soon as all earlier ones have ended; the act itself tells what goes wrong in it
 */
export function inTurn(): (act: () => Promise<unknown>) => void {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    last = last.then(act)
  }
}
