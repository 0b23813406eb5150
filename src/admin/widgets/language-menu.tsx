import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { LanguageMenu } from "../components/common/language-menu"

const LanguageMenuWidget = () => <LanguageMenu />

export const config = defineWidgetConfig({
  zone: "topbar",
  id: "duka-language-menu",
})

export default LanguageMenuWidget
