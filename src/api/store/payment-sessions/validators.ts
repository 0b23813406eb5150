import { methodOfProvider, paymentMethod } from "../../../markets"

const MAX_TEXT = 64

const keysOf = (provider: unknown): readonly string[] => {
  const method =
    typeof provider === "string" ? methodOfProvider(provider) : undefined
  return (method && paymentMethod(method).client_data) ?? []
}

/** Keys a shopper may not send for a provider, or not with such a value. */
export function unknownSessionData({
  provider_id,
  data,
}: {
  provider_id?: unknown
  data?: unknown
}): string[] {
  if (typeof data !== "object" || data === null) {
    return []
  }
  const known = keysOf(provider_id)
  return Object.entries(data)
    .filter(
      ([key, value]) =>
        !known.includes(key) ||
        typeof value !== "string" ||
        value.length > MAX_TEXT
    )
    .map(([key]) => key)
}
