import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ModuleJoinerConfig } from "@medusajs/framework/types"

type Register = (modules: ModuleJoinerConfig[]) => ModuleJoinerConfig

/**
 * For a read-only link that was just defined. Medusa 2.21 asks the module for
 * its first model, whatever the link says; naming the method makes it ask for
 * the right one.
 */
export function askFor<Link>(models: string, link: Link): Link {
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
