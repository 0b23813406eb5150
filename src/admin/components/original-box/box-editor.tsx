import { Button, InlineTip, Text } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { saidBy } from "../../lib/errors"
import { useAction } from "../../lib/hooks/use-action"
import { useCan } from "../../lib/hooks/use-can"
import {
  type BoxForm,
  bodyOf,
  currenciesOf,
  formOf,
  isWrong,
} from "../../lib/original-box/form"
import { boxKey, boxPath, UPDATE } from "../../lib/original-box/queries"
import type {
  BoxAnswer,
  BoxMarket,
  BoxView,
} from "../../lib/original-box/types"
import { sdk } from "../../lib/sdk"
import { BoxPrice } from "./box-price"
import { BoxStock } from "./box-stock"
import { Toggle } from "../common/toggle"

type BoxEditorProps = {
  productId: string
  box: BoxView | null
  markets: BoxMarket[]
}

/** The offer as a form; what it means for the shopper is shown as one types. */
export function BoxEditor({ productId, box, markets }: BoxEditorProps) {
  const { t } = useTranslation("original-box")
  const can = useCan(UPDATE)
  const [form, setForm] = useState<BoxForm>(formOf(box))
  const save = useAction({
    run: () =>
      sdk.client.fetch<BoxAnswer>(boxPath(productId), {
        method: "POST",
        body: bodyOf(form),
      }),
    say: () => ({ tone: "success" as const, text: t("saved") }),
    stale: [boxKey(productId)],
  })
  const currencies = currenciesOf(box, markets)
  const unchanged =
    JSON.stringify(bodyOf(form)) === JSON.stringify(bodyOf(formOf(box)))
  const wrong = currencies.some((code) => isWrong(form.prices[code]))
  const shown = form.offered || Boolean(box)
  const send = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={send} className="divide-y">
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <Toggle
          label={t("offer")}
          hint={t("offerHint")}
          checked={form.offered}
          disabled={!can}
          onChange={(offered) => setForm({ ...form, offered })}
        />
        {!shown && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("empty")}
          </Text>
        )}
      </div>
      {shown && (
        <ul className="divide-y" aria-label={t("prices")}>
          {currencies.map((code) => (
            <BoxPrice
              key={code}
              currency={code}
              markets={markets.filter(
                ({ currency_code }) => currency_code === code
              )}
              value={form.prices[code] ?? ""}
              disabled={!can}
              onChange={(typed) =>
                setForm({ ...form, prices: { ...form.prices, [code]: typed } })
              }
            />
          ))}
        </ul>
      )}
      {shown && (
        <BoxStock
          box={box}
          counted={form.own_stock}
          disabled={!can}
          onChange={(own_stock) => setForm({ ...form, own_stock })}
        />
      )}
      {save.error && (
        <div className="px-6 py-4" role="alert">
          <InlineTip label={t("notSaved")} variant="error">
            {saidBy(save.error) ?? t("unreachable")}
          </InlineTip>
        </div>
      )}
      {can && (
        <div className="flex flex-wrap items-center justify-end gap-2 px-6 py-4">
          <Button
            size="small"
            variant="secondary"
            type="button"
            disabled={unchanged}
            onClick={() => {
              save.reset()
              setForm(formOf(box))
            }}
          >
            {t("undo")}
          </Button>
          <Button
            size="small"
            type="submit"
            disabled={unchanged || wrong}
            isLoading={save.isPending}
          >
            {t("save")}
          </Button>
        </div>
      )}
    </form>
  )
}
