import { type RefObject, useEffect, useRef } from 'react'

/** Gives an image its bytes, for as long as they are shown. */
export function useShown(blob: Blob | null): RefObject<HTMLImageElement | null> {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (blob === null || image.current === null) return undefined
    const address = URL.createObjectURL(blob)
    image.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [blob])
  return image
}
