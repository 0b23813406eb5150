import { useTranslation } from "react-i18next"
import { useFormat } from "../hooks/use-format"
import type { Entry, Story } from "./types"

const text = (value: unknown) => (typeof value === "string" ? value : "")

/** One line of the story, in words. */
export function useEntryText({ attempts, currency_code }: Story) {
  const { t } = useTranslation("mobile-payments")
  const { money } = useFormat()
  return ({ what, attempt_id, detail }: Entry) => {
    const amount = detail?.amount
    return t(`entry.${what}`, {
      // A later version may write what this one has no words for.
      defaultValue: what,
      number: attempts.find(({ id }) => id === attempt_id)?.number ?? "",
      amount: typeof amount === "number" ? money(amount, currency_code) : "",
      receipt: text(detail?.receipt),
    })
  }
}
