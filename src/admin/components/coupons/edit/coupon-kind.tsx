import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/coupons/draft"
import { Choice } from "../../common/choice"
import { Field } from "../../common/field"
import type { CouponForm } from "./form"

const LONGEST_CODE = 50

const types: Draft["type"][] = ["percentage", "fixed"]

type CouponKindProps = CouponForm & { currencies: readonly string[] }

/** What is said once, and stays for good. */
export function CouponKind({
  draft,
  onChange,
  problem,
  currencies,
}: CouponKindProps) {
  const { t } = useTranslation("coupons")
  return (
    <>
      <Field
        label={t("field.code")}
        hint={t("hint.code")}
        error={problem("code")}
      >
        {(wiring) => (
          <Input
            {...wiring}
            size="small"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={LONGEST_CODE}
            className="uppercase placeholder:normal-case"
            value={draft.code}
            onChange={({ target }) => onChange({ code: target.value })}
          />
        )}
      </Field>
      <Choice
        label={t("field.type")}
        value={draft.type}
        error={problem("type")}
        options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
        onChange={(chosen) =>
          onChange({ type: chosen === "fixed" ? "fixed" : "percentage" })
        }
      />
      <Choice
        label={t("field.currency_code")}
        hint={t("hint.currency_code")}
        error={problem("currency_code")}
        value={draft.currency}
        all={t(draft.type === "fixed" ? "chooseCurrency" : "anyCurrency")}
        options={currencies.map((value) => ({
          value,
          label: value.toUpperCase(),
        }))}
        onChange={(currency) => onChange({ currency })}
      />
    </>
  )
}
