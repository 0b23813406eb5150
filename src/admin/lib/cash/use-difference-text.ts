import { useTranslation } from "react-i18next"
import { useFormat } from "../hooks/use-format"
import { differenceWords } from "./state"

/** `KES 100.00 short`, in words: below zero the driver brought less. */
export function useDifferenceText(currency: string) {
  const { t } = useTranslation("cash")
  const { money } = useFormat()
  return (difference: number) => {
    const { key, amount } = differenceWords(difference)
    return t(key, { amount: money(amount, currency) })
  }
}
