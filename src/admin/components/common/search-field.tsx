import { Input } from "@medusajs/ui"
import { useEffect, useRef, useState } from "react"
import { Field } from "./field"

type SearchFieldProps = {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

const PAUSE_MS = 300

/** Searches when the person stops typing. */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
}: SearchFieldProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)

  useEffect(() => {
    // Somebody else changed it: the back button, another tab of the page.
    if (value !== sent.current) {
      sent.current = value
      setText(value)
    }
  }, [value])

  useEffect(() => {
    const next = text.trim()
    if (next === sent.current) {
      return
    }
    const timer = setTimeout(() => {
      sent.current = next
      onChange(next)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, onChange])

  return (
    <Field label={label}>
      {(wiring) => (
        <Input
          {...wiring}
          type="search"
          size="small"
          maxLength={64}
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Field>
  )
}
