import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type ConfirmActionProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What will happen, with the numbers in it. */
  description: string
  confirm: string
  onConfirm: () => void
}

/** The last question before something that cannot be taken back. */
export function ConfirmAction({
  open,
  onOpenChange,
  title,
  description,
  confirm,
  onConfirm,
}: ConfirmActionProps) {
  const { t } = useTranslation("duka")
  return (
    <Prompt open={open} onOpenChange={onOpenChange} variant="danger">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{title}</Prompt.Title>
          <Prompt.Description className="break-words">
            {description}
          </Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel>{t("cancel")}</Prompt.Cancel>
          <Prompt.Action onClick={onConfirm}>{confirm}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
