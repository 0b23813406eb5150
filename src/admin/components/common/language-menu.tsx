import { Language } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { languages } from "../../lib/languages"

/**
 * The languages of our pages. Medusa's own list, in the profile, cannot be
 * extended; what it says itself stays English in those it does not have.
 */
export function LanguageMenu() {
  const { t, i18n } = useTranslation("duka")
  const current = i18n.language
  useDocumentLanguage(current)
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("language")}
          className="text-ui-fg-muted hover:text-ui-fg-subtle"
        >
          <Language />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.RadioGroup
          value={current}
          onValueChange={(code) => void i18n.changeLanguage(code)}
        >
          {languages.map(({ code, name }) => (
            <DropdownMenu.RadioItem key={code} value={code} lang={code}>
              {name}
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

/**
 * Medusa calls a page in a language it does not have Bosnian, the first of its
 * list. It does so after our effects, so ours waits for the next frame.
 */
function useDocumentLanguage(code: string) {
  useEffect(() => {
    if (!languages.some((language) => language.code === code)) {
      return
    }
    const frame = requestAnimationFrame(() => {
      document.documentElement.lang = code
    })
    return () => cancelAnimationFrame(frame)
  }, [code])
}
