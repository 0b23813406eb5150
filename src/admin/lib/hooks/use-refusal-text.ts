import { useTranslation } from "react-i18next"
import { saidBy } from "../errors"
import { placesOf } from "../refusals"
import { ShopError } from "../shop-fetch"

/**
 * What the shop says about a refusal, in the person's language; a code nobody
 * has words for is said as the API says it. Undefined when it did not answer.
 */
export function useRefusalText() {
  const { t } = useTranslation("refusals")
  return (error: unknown) => {
    const message = saidBy(error)
    if (!(error instanceof ShopError) || !error.code || !message) {
      return message
    }
    const places = placesOf(error)
    return places
      ? t(error.code, { ...places, defaultValue: message })
      : message
  }
}
