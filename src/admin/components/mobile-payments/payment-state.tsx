import { useTranslation } from "react-i18next"
import { paymentColors } from "../../lib/mobile-payments/state"
import type { Payment } from "../../lib/mobile-payments/types"
import { StateBadge } from "../common/state-badge"

type PaymentStateProps = { state: Payment["state"] }

export function PaymentState({ state }: PaymentStateProps) {
  const { t } = useTranslation("mobile-payments")
  return (
    <StateBadge color={paymentColors[state]}>{t(`state.${state}`)}</StateBadge>
  )
}
