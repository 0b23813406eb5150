import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ModuleJoinerConfig } from "@medusajs/framework/types"
import { defineLink } from "@medusajs/framework/utils"

type Ends = Parameters<typeof defineLink>

type Register = (modules: ModuleJoinerConfig[]) => ModuleJoinerConfig

/**
 * A read-only link to a model that is not its module's first. Medusa 2.21 asks
 * the module for its first model, whatever the link says; naming the method
 * makes it ask for the right one.
 */
export function readOnlyLink(left: Ends[0], right: Ends[1], models: string) {
  const link = defineLink(left, right, { readOnly: true })
  const links = MedusaModule.getCustomLinks() as Register[]
  const register = links[links.length - 1]
  links[links.length - 1] = (modules) => {
    const config = register(modules)
    return {
      ...config,
      extends: config.extends?.map((extension) => ({
        ...extension,
        relationship: {
          ...extension.relationship,
          args: { methodSuffix: models },
        },
      })),
    }
  }
  return link
}
