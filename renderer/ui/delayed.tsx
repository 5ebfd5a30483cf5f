// What appears only when waiting takes long enough to be noticed.
import { type ReactNode, useEffect, useState } from 'react'

/** Shows `children` after 150 ms: a spinner that flashes is worse than none. */
export function Delayed({ children }: { readonly children: ReactNode }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return late ? children : null
}

/** Says that something is being fetched, when it takes long. */
export function Waiting({ words }: { readonly words: string }) {
  return (
    <Delayed>
      <p className="waiting soft" role="status">
        {words}
      </p>
    </Delayed>
  )
}
