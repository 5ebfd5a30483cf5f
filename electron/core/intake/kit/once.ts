// Owns doing once what many ask of the same tree, survey or file.

/**
 * What `make` makes, made once for each first argument and kept for as long as that is. A promise that fails is forgotten, so that the next who
 * asks has it made again (a cancelled look is none).
 */
export function once<Key extends WeakKey, Rest extends unknown[], Made>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const known = new WeakMap<Key, { readonly made: Made }>()
  return (key, ...rest) => {
    const found = known.get(key)
    if (found !== undefined) return found.made
    const made = make(key, ...rest)
    known.set(key, { made })
    if (made instanceof Promise) made.catch(() => known.delete(key))
    return made
  }
}
