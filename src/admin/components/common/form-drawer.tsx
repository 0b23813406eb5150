import { Button, Drawer } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import { useTranslation } from "react-i18next"

type FormDrawerProps = {
  /** The button that opens it; the focus comes back to it. */
  trigger: ReactNode
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: string
  submit: string
  onSubmit: () => void
  pending: boolean
  disabled?: boolean
  danger?: boolean
  children: ReactNode
}

/** A short form at the side; Enter sends it, Escape leaves it. */
export function FormDrawer({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  submit,
  onSubmit,
  pending,
  disabled,
  danger,
  children,
}: FormDrawerProps) {
  const { t } = useTranslation("duka")
  const send = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Trigger asChild>{trigger}</Drawer.Trigger>
      <Drawer.Content>
        <form onSubmit={send} className="flex min-h-0 flex-1 flex-col">
          <Drawer.Header>
            <Drawer.Title>{title}</Drawer.Title>
            <Drawer.Description>{description}</Drawer.Description>
          </Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
            {children}
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {t("cancel")}
              </Button>
            </Drawer.Close>
            <Button
              size="small"
              type="submit"
              variant={danger ? "danger" : "primary"}
              isLoading={pending}
              disabled={disabled}
            >
              {submit}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
