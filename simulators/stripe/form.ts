/** A form value as Stripe's brackets nest it. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue }
export type Form = { [key: string]: FormValue }

const DEPTH = 8
const FIELDS = 1000
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"])

export class UnreadableForm extends Error {}

type Holder = Map<string, Holder | string>

function keysOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name)
  if (!match) {
    throw new UnreadableForm(`Invalid parameter name: ${name.slice(0, 80)}`)
  }
  const inner = [...match[2].matchAll(/\[([^[\]]*)\]/g)].map(([, key]) => key)
  const keys = [match[1], ...inner]
  if (keys.length > DEPTH || keys.some((key) => FORBIDDEN.has(key))) {
    throw new UnreadableForm(`Invalid parameter name: ${name.slice(0, 80)}`)
  }
  return keys
}

function put(holder: Holder, [key, ...rest]: string[], value: string) {
  const name = key === "" ? String(holder.size) : key
  if (!rest.length) {
    holder.set(name, value)
    return
  }
  const inner = holder.get(name)
  const next = inner instanceof Map ? inner : new Map()
  holder.set(name, next)
  put(next, rest, value)
}

function plain(holder: Holder): FormValue {
  const entries = [...holder].map(
    ([key, value]) =>
      [key, typeof value === "string" ? value : plain(value)] as const
  )
  const isList =
    entries.length > 0 && entries.every(([key], index) => key === `${index}`)
  return isList
    ? entries.map(([, value]) => value)
    : Object.fromEntries(entries)
}

/** Reads `a[b][]=1` as Stripe does: `{a: {b: ["1"]}}`. */
export function parseForm(text: string): Form {
  const fields = [...new URLSearchParams(text)]
  if (fields.length > FIELDS) {
    throw new UnreadableForm(`More than ${FIELDS} parameters.`)
  }
  const holder: Holder = new Map()
  for (const [name, value] of fields) {
    put(holder, keysOf(name), value)
  }
  return holder.size ? (plain(holder) as Form) : {}
}
