import {
  createApiKeysWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateApiKeysWorkflow,
  updateSalesChannelsWorkflow,
} from "@medusajs/medusa/core-flows"
import type {
  ApiKeyDTO,
  MedusaContainer,
  SalesChannelDTO,
} from "@medusajs/framework/types"
import {
  ApiKeyType,
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"

const CHANNEL = { name: "Online shop", description: "The shop's own website." }
const KEY_TITLE = "Storefront"

/** What core calls the channel and the key it makes on the first start. */
const CORE_CHANNEL_NAME = "Default Sales Channel"
const CORE_KEY_TITLE = "Default Publishable API Key"

/** Gives core's first channel and key names a person understands. */
export async function seedSalesChannel(container: MedusaContainer) {
  const channel = await ensureChannel(container)
  const key = await ensurePublishableKey(container, channel)
  return { salesChannelId: channel.id, publishableKey: key.token }
}

async function ensureChannel(container: MedusaContainer) {
  const channels = container.resolve(Modules.SALES_CHANNEL)
  const found = await channels.listSalesChannels({
    name: [CHANNEL.name, CORE_CHANNEL_NAME],
  })
  const named = found.find(({ name }) => name === CHANNEL.name)
  if (named) {
    return named
  }
  const [channel] = found
  if (!channel) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `There is neither a sales channel "${CHANNEL.name}" nor core's ` +
        `"${CORE_CHANNEL_NAME}". Name the one the shop sells through ` +
        `"${CHANNEL.name}", then seed again.`
    )
  }
  await updateSalesChannelsWorkflow(container).run({
    input: { selector: { id: channel.id }, update: CHANNEL },
  })
  return channel
}

async function ensurePublishableKey(
  container: MedusaContainer,
  channel: SalesChannelDTO
) {
  const found = await container.resolve(Modules.API_KEY).listApiKeys({
    type: ApiKeyType.PUBLISHABLE,
    title: [KEY_TITLE, CORE_KEY_TITLE],
  })
  const keys = found.filter(({ revoked_at }) => !revoked_at)
  const key =
    keys.find(({ title }) => title === KEY_TITLE) ??
    (await nameKey(container, keys[0]))
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "api_key",
      fields: ["sales_channels.id"],
      filters: { id: key.id },
    })
  const [{ sales_channels }] = data as { sales_channels?: { id: string }[] }[]
  if (!sales_channels?.some(({ id }) => id === channel.id)) {
    await linkSalesChannelsToApiKeyWorkflow(container).run({
      input: { id: key.id, add: [channel.id] },
    })
  }
  return key
}

async function nameKey(container: MedusaContainer, key?: ApiKeyDTO) {
  if (key) {
    await updateApiKeysWorkflow(container).run({
      input: { selector: { id: key.id }, update: { title: KEY_TITLE } },
    })
    return key
  }
  const { result } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [
        { title: KEY_TITLE, type: ApiKeyType.PUBLISHABLE, created_by: "" },
      ],
    },
  })
  return result[0]
}
