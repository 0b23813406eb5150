import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/coupons/draft"
import { Field } from "../../common/field"
import { Toggle } from "../../common/toggle"
import type { CouponForm } from "./form"
import { MomentField } from "./moment-field"

type Figure = "value" | "minimum" | "maximum" | "limit" | "per_customer"

/** What may change: how much, for what, from when to when, how often. */
export function CouponTerms({ draft, onChange, problem }: CouponForm) {
  const { t } = useTranslation("coupons")
  const percentage = draft.type === "percentage"
  const unit = percentage ? "%" : draft.currency.toUpperCase()
  const figure = (name: Figure, field: string, whole = false, hint = field) => (
    <Field
      label={t(`field.${field}`)}
      hint={t(`hint.${hint}`, { unit, defaultValue: "" }) || undefined}
      error={problem(field)}
    >
      {(wiring) => (
        <Input
          {...wiring}
          size="small"
          inputMode={whole ? "numeric" : "decimal"}
          autoComplete="off"
          maxLength={16}
          value={draft[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  )
  const moment = (name: keyof Pick<Draft, "start" | "end">, field: string) => (
    <MomentField
      label={t(`field.${field}`)}
      timeLabel={t(`field.${name}_time`)}
      hint={t(`hint.${field}`)}
      error={problem(field)}
      value={draft[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <>
      {figure("value", "value", false, percentage ? "percentage" : "fixed")}
      {percentage && figure("maximum", "maximum_discount")}
      {figure("minimum", "minimum_amount")}
      {moment("start", "starts_at")}
      {moment("end", "ends_at")}
      {figure("limit", "usage_limit", true)}
      {figure("per_customer", "usage_limit_per_customer", true)}
      <Toggle
        label={t("field.active")}
        hint={t("hint.active")}
        checked={draft.active}
        disabled={false}
        onChange={(active) => onChange({ active })}
      />
    </>
  )
}
