import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { environmentExample, settingsPage } from "../src/settings/document"

const root = join(__dirname, "..")

writeFileSync(join(root, "docs/settings.md"), settingsPage())
writeFileSync(join(root, ".env.example"), environmentExample())
