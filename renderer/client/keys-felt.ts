// Tells the vault that somebody is at the keys, so that long work there leaves the machine to the answer.

/** A key held down speaks thirty times a second; the vault need not hear of each. */
const AGAIN_AFTER_MS = 100

/** Calls `tell` at a key, a click or a turn of the wheel: at the first at once, then at most ten times a second. */
export function tellOfKeys(tell: () => void): void {
  let told = Number.NEGATIVE_INFINITY
  const felt = (event: Event) => {
    if (event.timeStamp - told < AGAIN_AFTER_MS) return
    told = event.timeStamp
    tell()
  }
  for (const kind of ['keydown', 'pointerdown', 'wheel'])
    window.addEventListener(kind, felt, { capture: true, passive: true })
}
