import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAction } from "../../../lib/hooks/use-action"
import { methodName, mobileMethods } from "../../../lib/mobile-payments/methods"
import { sdk } from "../../../lib/sdk"
import { Choice } from "../../common/choice"
import { ConfirmAction } from "../../common/confirm-action"
import { Field } from "../../common/field"
import { FormDrawer } from "../../common/form-drawer"

type RegisterAddressesProps = { onDone: (driver: string) => void }

/** What the API takes for a number of the shop. */
const NUMBER = /^\+?\d{9,15}$/

export function RegisterAddresses({ onDone }: RegisterAddressesProps) {
  const { t } = useTranslation("mobile-payments")
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [driver, setDriver] = useState(mobileMethods[0].value)
  const [typed, setTyped] = useState("")
  const phone = typed.replace(/[\s()-]/g, "")
  const words = { method: methodName(driver) }

  const register = useAction({
    run: () =>
      sdk.client.fetch("/admin/mobile-payments/register", {
        method: "POST",
        body: { driver, phone },
      }),
    say: () => ({ tone: "success", text: t("register.done", words) }),
    onDone: () => {
      setOpen(false)
      onDone(driver)
    },
    stale: [],
  })

  return (
    <>
      <FormDrawer
        trigger={
          <Button size="small" variant="secondary">
            {t("register.action")}
          </Button>
        }
        open={open}
        onOpenChange={(next) => {
          setTyped("")
          setOpen(next)
        }}
        title={t("register.title")}
        description={t("register.description")}
        submit={t("register.submit")}
        onSubmit={() => setAsking(true)}
        pending={register.isPending}
        disabled={!NUMBER.test(phone)}
      >
        <Choice
          label={t("register.method")}
          value={driver}
          onChange={setDriver}
          options={mobileMethods}
        />
        <Field label={t("register.phone")} hint={t("register.phoneHint")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="tel"
              required
              autoComplete="off"
              maxLength={24}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </FormDrawer>
      <ConfirmAction
        open={asking}
        onOpenChange={setAsking}
        title={t("register.confirmTitle", words)}
        description={t("register.confirm", words)}
        confirm={t("register.confirmAction")}
        onConfirm={() => register.mutate()}
      />
    </>
  )
}
