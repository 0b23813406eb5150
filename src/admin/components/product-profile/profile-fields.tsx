import { Input, Switch, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../lib/product-profile/draft"
import { Field } from "../common/field"

type Texts = Exclude<keyof Draft, "has_warranty" | "featured">

type ProfileFieldsProps = {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  /** What the server said about a field of the profile. */
  problem: (name: string) => string | undefined
}

export function ProfileFields({
  draft,
  onChange,
  problem,
}: ProfileFieldsProps) {
  const { t } = useTranslation("product-profile")
  const said = (name: string, hint?: string) => ({
    label: t(`field.${name}`),
    hint: hint && t(`hint.${hint}`),
    error: problem(name),
  })
  const text = (name: Texts, hint?: string, asked: string = name) => (
    <Field {...said(asked, hint)}>
      {(wiring) => (
        <Input
          {...wiring}
          size="small"
          value={draft[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  )
  const area = (name: Texts, hint?: string) => (
    <Field {...said(name, hint)}>
      {(wiring) => (
        <Textarea
          {...wiring}
          rows={3}
          value={draft[name]}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </Field>
  )
  const toggle = (name: "has_warranty" | "featured") => (
    <Field {...said(name)}>
      {(wiring) => (
        <Switch
          {...wiring}
          checked={draft[name]}
          onCheckedChange={(checked) => onChange({ [name]: checked })}
        />
      )}
    </Field>
  )
  return (
    <>
      {text("brand")}
      {area("short_description")}
      {toggle("featured")}
      {area("features", "line")}
      {area("specifications", "pair")}
      {toggle("has_warranty")}
      {text("warranty")}
      {text("meta_title", "meta_title")}
      {area("meta_description")}
      {text("video_url")}
      {text("sku_prefix", "sku_prefix")}
      {text("low_stock_threshold", "low_stock_threshold")}
      {text("cost_amount", "cost_price", "cost_price.amount")}
      {text("cost_currency", undefined, "cost_price.currency_code")}
    </>
  )
}
