// The last answer that came, while one for another instant is on its way: what hangs on it, an open form for one, stays as it is.
import { useState } from 'react'

/** It, or the answer itself where there is one. @param data undefined while it is on its way */
export function useLastKnown<T>(data: T | undefined): T | undefined {
  const [last, setLast] = useState(data)
  if (data !== undefined && data !== last) setLast(data)
  return data ?? last
}
